//! Russian surnames that no dictionary knows, by how surnames of their kind are declined.

use super::{Grammar, WordForm};

/// A kind of surname: how its masculine nominative ends, what is cut from that, and what its forms add.
struct Declension {
    /// Ends of the masculine nominative.
    ends: &'static [&'static str],
    /// Letters of the end that change.
    cut: usize,
    /// What the cases of the singular add, masculine first, and those of the plural.
    forms: &'static [(&'static str, &'static str, &'static str)],
}

const POSSESSIVE: Declension = Declension {
    ends: &["ов", "ев", "ин", "ын"],
    cut: 0,
    forms: &[
        ("Nom", "", "а"),
        ("Gen", "а", "ой"),
        ("Dat", "у", "ой"),
        ("Acc", "а", "у"),
        ("Ins", "ым", "ой"),
        ("Loc", "е", "ой"),
        ("", "ы", "ых"),
        ("", "ым", "ыми"),
    ],
};

const ADJECTIVES: [Declension; 2] = [
    Declension {
        ends: &["кий", "гий", "хий", "жий", "ший", "чий", "щий", "ний"],
        cut: 2,
        forms: &[
            ("Nom", "ий", "ая"),
            ("Gen", "ого", "ой"),
            ("Dat", "ому", "ой"),
            ("Acc", "ого", "ую"),
            ("Ins", "им", "ой"),
            ("Loc", "ом", "ой"),
            ("", "ие", "их"),
            ("", "им", "ими"),
        ],
    },
    Declension {
        ends: &["ый", "ой"],
        cut: 2,
        forms: &[
            ("Nom", "ый", "ая"),
            ("Nom", "ой", "ая"),
            ("Gen", "ого", "ой"),
            ("Dat", "ому", "ой"),
            ("Acc", "ого", "ую"),
            ("Ins", "ым", "ой"),
            ("Loc", "ом", "ой"),
            ("", "ые", "ых"),
            ("", "ым", "ыми"),
        ],
    },
];

/// Men's names that end in a consonant; a woman's of this kind is not declined.
const HARD: Declension = Declension {
    ends: &[
        "б", "в", "г", "д", "ж", "з", "к", "л", "м", "н", "п", "р", "с", "т", "ф", "х", "ц", "ч",
        "ш", "щ",
    ],
    cut: 0,
    forms: &[
        ("Nom", "", ""),
        ("Gen", "а", ""),
        ("Dat", "у", ""),
        ("Acc", "а", ""),
        ("Ins", "ом", "ем"),
        ("Loc", "е", ""),
        ("", "ы", "ов"),
        ("", "ам", "ами"),
        ("", "ах", "и"),
    ],
};

const SOFT: Declension = Declension {
    ends: &["ь", "й"],
    cut: 1,
    forms: &[
        ("Nom", "ь", "й"),
        ("Gen", "я", ""),
        ("Dat", "ю", ""),
        ("Acc", "я", ""),
        ("Ins", "ем", ""),
        ("Loc", "е", "и"),
    ],
};

const VOWELS: [Declension; 2] = [
    Declension {
        ends: &["а"],
        cut: 1,
        forms: &[
            ("Nom", "а", ""),
            ("Gen", "ы", "и"),
            ("Dat", "е", ""),
            ("Acc", "у", ""),
            ("Ins", "ой", "ей"),
            ("Loc", "е", ""),
        ],
    },
    Declension {
        ends: &["я"],
        cut: 1,
        forms: &[
            ("Nom", "я", ""),
            ("Gen", "и", ""),
            ("Dat", "е", "и"),
            ("Acc", "ю", ""),
            ("Ins", "ей", ""),
            ("Loc", "е", "и"),
        ],
    },
];

/// Ends of surnames that have one form only.
const FIXED: [&str; 6] = ["ко", "аго", "яго", "ово", "швили", "дзе"];
/// Ends of surnames that have one form only, and of plurals of others.
const PERHAPS_FIXED: [&str; 2] = ["ых", "их"];
/// Letters of the shortest surname.
const SHORTEST: usize = 3;

/// The forms of a surname given in the masculine or feminine nominative, in lower case.
pub fn forms(surname: &str) -> Vec<WordForm> {
    let base = masculine(surname);
    if is_fixed(&base) || ends_with_any(&base, &PERHAPS_FIXED) {
        return vec![WordForm { text: base, grammar: Grammar::ANY }];
    }
    let Some(declension) = declensions().find(|one| one.fits(&base)) else { return Vec::new() };
    let stem = declension.stem(&base);
    let ends = declension.forms.iter().flat_map(|(case, male, female)| {
        let grammar = Grammar::of((!case.is_empty()).then_some(case), None);
        [*male, *female].map(|end| WordForm { text: format!("{stem}{end}"), grammar })
    });
    let mut forms: Vec<WordForm> = Vec::new();
    for form in ends {
        match forms.iter_mut().find(|known| known.text == form.text) {
            Some(known) => known.grammar = known.grammar.or(form.grammar),
            None => forms.push(form),
        }
    }
    forms
}

/// What a form of a surname may be in the masculine nominative, all in lower case; at least itself.
pub fn bases(form: &str) -> Vec<String> {
    let mut bases = Vec::new();
    if !is_fixed(form) {
        for declension in declensions() {
            bases.extend(declension.bases(form));
        }
    }
    if bases.is_empty() || !bases.contains(&form.to_owned()) {
        bases.push(form.to_owned());
    }
    bases
}

/// The masculine of a surname in the nominative.
pub fn masculine(surname: &str) -> String {
    for (female, male) in [("ская", "ский"), ("цкая", "цкий"), ("ая", "ый")] {
        if let Some(stem) = surname.strip_suffix(female) {
            return format!("{stem}{male}");
        }
    }
    match surname.strip_suffix('а') {
        Some(stem) if POSSESSIVE.fits(stem) => stem.to_owned(),
        _ => surname.to_owned(),
    }
}

fn declensions() -> impl Iterator<Item = &'static Declension> {
    let rest = ADJECTIVES.iter().chain([&HARD, &SOFT]).chain(&VOWELS);
    std::iter::once(&POSSESSIVE).chain(rest)
}

fn is_fixed(form: &str) -> bool {
    ends_with_any(form, &FIXED)
}

fn ends_with_any(form: &str, ends: &[&str]) -> bool {
    ends.iter().any(|end| form.ends_with(end))
}

impl Declension {
    fn fits(&self, base: &str) -> bool {
        base.chars().count() >= SHORTEST && self.ends.iter().any(|end| base.ends_with(end))
    }

    /// What stays of a base in all its forms.
    fn stem<'b>(&self, base: &'b str) -> &'b str {
        let end = base.char_indices().rev().nth(self.cut.wrapping_sub(1)).map(|(at, _)| at);
        if self.cut == 0 { base } else { &base[..end.unwrap_or(base.len())] }
    }

    fn bases(&self, form: &str) -> Vec<String> {
        let mut bases = Vec::new();
        for (_, male, female) in self.forms {
            for end in [male, female] {
                let Some(stem) = form.strip_suffix(end) else { continue };
                for first in self.forms.iter().filter(|(case, _, _)| *case == "Nom") {
                    let base = format!("{stem}{}", first.1);
                    if self.fits(&base) && !bases.contains(&base) {
                        bases.push(base);
                    }
                }
            }
        }
        bases
    }
}

#[cfg(test)]
mod tests {
    use super::{bases, forms, masculine};

    #[test]
    fn every_form_leads_back_to_its_base() {
        for base in [
            "ыйбеков",
            "лугинский",
            "кочкарян",
            "жданой",
            "бульзюк",
            "гранадзе",
            "таргуль",
            "мегель",
        ] {
            for form in forms(base) {
                let found = bases(&form.text);
                assert!(found.iter().any(|one| one == base), "{base}: {} {found:?}", form.text);
            }
        }
    }

    #[test]
    fn a_womans_name_leads_to_a_mans() {
        assert_eq!(masculine("гусева"), "гусев");
        assert_eq!(masculine("лугинская"), "лугинский");
        assert_eq!(masculine("шевченко"), "шевченко");
        assert_eq!(masculine("глоба"), "глоба");
    }

    #[test]
    fn a_name_that_is_not_declined_has_one_form() {
        for fixed in ["шевченко", "черных", "дубяго", "чхеидзе"] {
            assert_eq!(forms(fixed).len(), 1, "{fixed}");
            assert!(bases(fixed).contains(&fixed.to_owned()), "{fixed}");
        }
    }
}
