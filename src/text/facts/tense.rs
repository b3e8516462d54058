//! When the verbs of a text say that something is, and how an edit shifts that.

use super::super::vocabulary::plain;
use super::super::words::{TokenKind, tokens};
use super::rules::{FactRules, Tense, rules};

/// How many verbs an edit brought into a time, less those that it took out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TenseShift {
    pub past: i32,
    pub present: i32,
    pub future: i32,
    /// Verbs that say that something goes on, not that it is done.
    pub ongoing: i32,
    /// Whether verbs took the place of others in a tense that doesn't tell present from future.
    pub has_other_verb: bool,
    /// Whether a verb was exchanged for another form of its own.
    pub has_other_form: bool,
    /// Whether a verb left the future for the past, or came back from it, beside what else the edit did.
    pub has_crossed: bool,
    /// A verb of the edit.
    pub word: String,
}

impl TenseShift {
    /// Present and future, which Russian forms often share.
    pub fn not_past(&self) -> i32 {
        self.present + self.future
    }

    /// Whether anything shifted.
    pub fn is_any(&self) -> bool {
        [self.past, self.present, self.future, self.ongoing].iter().any(|change| *change != 0)
    }

    /// Whether verbs left one time for another.
    pub fn is_exchange(&self) -> bool {
        let times = [self.past, self.present, self.future];
        self.has_crossed
            || times.iter().any(|change| *change > 0) && times.iter().any(|change| *change < 0)
    }
}

/// How an edit shifts the times of verbs; nothing where the language's rules don't tell.
pub fn tense_shift(old: &str, new: &str, language: &str) -> TenseShift {
    let Some(rules) = rules(language).filter(|rules| rules.tenses.is_told()) else {
        return TenseShift::default();
    };
    let (old, new) = (Verbs::new(old, rules), Verbs::new(new, rules));
    let [gone, come] = [old.without(&new), new.without(&old)];
    let mut shift = TenseShift {
        past: new.past - old.past,
        present: new.present - old.present,
        future: new.future - old.future,
        ongoing: new.ongoing - old.ongoing,
        has_other_verb: has_verb(&gone, rules) && has_verb(&come, rules),
        has_other_form: has_kin(&gone, &come),
        has_crossed: old.has_crossed(&new, rules) || new.has_crossed(&old, rules),
        word: String::new(),
    };
    shift.present += exchanged(&gone, &come, rules) - exchanged(&come, &gone, rules);
    if shift.past == 0 && shift.future != 0 && shift.present == 0 {
        // «sings» and «will sing»: the verb lost the ending of the present.
        shift.present += i32::from(has_bare(&come, &gone)) - i32::from(has_bare(&gone, &come));
    }
    aspects(&mut shift, &gone, &come, rules);
    let mut words = come.iter().chain(&gone);
    let verb = words.clone().find(|word| rules.tenses.tense(word).is_some());
    shift.word = verb.or_else(|| words.next()).map(|word| (*word).to_owned()).unwrap_or_default();
    shift
}

fn has_verb(words: &[&str], rules: &FactRules) -> bool {
    words.iter().any(|word| rules.tenses.tense(word).is_some())
}

/// Whether a word that went and one that came begin alike.
fn has_kin(gone: &[&str], come: &[&str]) -> bool {
    gone.iter().any(|one| {
        let stem = one.char_indices().nth(STEM - 1).map(|(at, last)| &one[..at + last.len_utf8()]);
        stem.is_some_and(|stem| come.iter().any(|other| other.starts_with(stem)))
    })
}

/// So many letters do the forms of a verb share.
const STEM: usize = 4;

/// How many past forms stand among words whose counterparts have what these are made of.
fn exchanged(verbs: &[&str], others: &[&str], rules: &FactRules) -> i32 {
    let past = verbs.iter().filter(|word| rules.tenses.tense(word) == Some(Tense::Past));
    let found = past.filter(|past| others.iter().any(|other| is_base(other, past, rules)));
    i32::try_from(found.count()).unwrap_or(0)
}

/// Whether the bare form of an English verb stands among the others.
fn has_bare(verbs: &[&str], others: &[&str]) -> bool {
    others.iter().any(|bare| verbs.iter().any(|verb| is_third_person(bare, verb)))
}

/// Takes down Russian verbs of one tense that were exchanged for their other aspect.
fn aspects(shift: &mut TenseShift, gone: &[&str], come: &[&str], rules: &FactRules) {
    for one in gone {
        let tense = rules.tenses.tense(one).filter(|_| !one.is_ascii());
        for other in
            come.iter().filter(|other| tense.is_some() && rules.tenses.tense(other) == tense)
        {
            let step = if is_perfective_of(other, one) {
                -1
            } else if is_perfective_of(one, other) {
                1
            } else {
                continue;
            };
            if tense == Some(Tense::Present) {
                shift.has_other_form = true;
                shift.present += step;
                shift.future -= step;
            } else {
                shift.ongoing += step;
            }
        }
    }
}

/// Whether two forms of one tense are of a verb and of its perfective: «поёт» and «споёт».
fn is_perfective_of(done: &str, ongoing: &str) -> bool {
    const PREFIXES: [&str; 12] =
        ["по", "с", "на", "про", "из", "вы", "за", "у", "о", "при", "пере", "раз"];
    const ENDS: [(&str, &str); 12] = [
        ("ывал", "ал"),
        ("ивал", "ил"),
        ("ял", "ил"),
        ("ал", "ил"),
        ("вал", "л"),
        ("ывает", "ет"),
        ("ивает", "ит"),
        ("яет", "ит"),
        ("ает", "ит"),
        ("ывают", "ут"),
        ("яют", "ят"),
        ("ают", "ат"),
    ];
    if ongoing.chars().nth(2).is_none() {
        return false;
    }
    let is_prefixed = done.strip_suffix(ongoing).is_some_and(|prefix| PREFIXES.contains(&prefix));
    let (done, ongoing) = (bare(done), bare(ongoing));
    is_prefixed
        || ENDS.iter().any(|(from, into)| {
            let stem = ongoing.strip_suffix(from).filter(|stem| stem.chars().nth(2).is_some());
            stem.is_some_and(|stem| done.strip_prefix(stem) == Some(into))
        })
}

/// A Russian verb without what tells its gender and number in the past, and without «ся».
fn bare(form: &str) -> &str {
    let form = form.strip_suffix("ся").or(form.strip_suffix("сь")).unwrap_or(form);
    let stem = form.strip_suffix(['а', 'о', 'и']).filter(|stem| stem.ends_with('л'));
    stem.unwrap_or(form)
}

/// Whether a word is what the past form is made of, in the present: "open" or "opens" of "opened".
fn is_base(word: &str, past: &str, rules: &FactRules) -> bool {
    if let Some(base) = rules.tenses.base(past) {
        return is_form(word, base);
    }
    let Some(stem) = past.strip_suffix("ed").filter(|stem| stem.len() > 1) else { return false };
    let with_y = stem.strip_suffix('i').map(|stem| format!("{stem}y"));
    let single = stem.get(..stem.len() - 1).filter(|single| is_doubled(stem, single));
    let bases = [Some(stem.to_owned()), Some(format!("{stem}e")), with_y, single.map(String::from)];
    bases.into_iter().flatten().any(|base| is_form(word, &base))
}

/// Whether a word is a form of the present of this English verb.
fn is_form(word: &str, base: &str) -> bool {
    word == base
        || is_third_person(base, word)
        || word.strip_suffix("ing").is_some_and(|stem| {
            stem == base || base.strip_suffix('e') == Some(stem) || is_doubled(stem, base)
        })
}

/// Whether the stem is the base with its last letter twice: "plann" of "plan".
fn is_doubled(stem: &str, base: &str) -> bool {
    let last = base.chars().next_back();
    stem.strip_prefix(base).is_some_and(|rest| rest.chars().eq(last))
}

/// Whether a word is the third person of this English verb.
fn is_third_person(base: &str, word: &str) -> bool {
    let Some(stem) = word.strip_suffix('s') else { return false };
    stem == base
        || stem.strip_suffix('e') == Some(base)
        || base.strip_suffix('y').is_some_and(|short| stem.strip_suffix("ie") == Some(short))
}

/// Whether a form of "be" stands before "to", as a plan is told in English.
fn is_to_be(word: &str, next: Option<&String>) -> bool {
    matches!(word, "is" | "are" | "am") && next.is_some_and(|next| next == "to")
}

/// The words of a text, and how many verbs are in which time.
#[derive(Default)]
struct Verbs {
    words: Vec<String>,
    /// Those that say what was.
    done: Vec<String>,
    past: i32,
    present: i32,
    future: i32,
    ongoing: i32,
}

/// So many words may stand between "was" and the participle that belongs to it.
const REACH: usize = 3;

impl Verbs {
    fn new(text: &str, rules: &FactRules) -> Self {
        let words = tokens(text).filter(|token| token.kind == TokenKind::Word);
        let words = words.map(|token| plain(token.text).replace('’', "'")).collect();
        let mut verbs = Self { words, ..Self::default() };
        let mut since_auxiliary = REACH + 1;
        let mut is_being = false;
        let mut done = Vec::new();
        for (at, word) in verbs.words.iter().enumerate() {
            let follows_article = at > 0 && matches!(&*verbs.words[at - 1], "the" | "a" | "an");
            if matches!(&**word, "be" | "been" | "being") {
                (since_auxiliary, is_being) = (0, true);
                continue;
            }
            let is_auxiliary = rules.tenses.is_auxiliary(word);
            let is_part_of_verb = since_auxiliary <= REACH && !is_auxiliary;
            match rules.tenses.tense(word) {
                Some(Tense::Past) if !is_part_of_verb && !follows_article => {
                    verbs.past += 1;
                    done.push(word.clone());
                }
                // "is to be held" says what will be.
                Some(Tense::Present) if is_to_be(word, verbs.words.get(at + 1)) => {
                    verbs.future += 1;
                }
                Some(Tense::Present) => verbs.present += 1,
                Some(Tense::Future) => verbs.future += 1,
                _ => {}
            }
            let is_going = word.len() > 4 && word.ends_with("ing");
            verbs.ongoing += i32::from(is_going && is_being && since_auxiliary <= 1);
            if is_auxiliary {
                since_auxiliary = 0;
                is_being = matches!(&**word, "is" | "are" | "am" | "was" | "were");
            } else {
                since_auxiliary += 1;
            }
        }
        verbs.done = done;
        verbs
    }

    /// Whether a verb that will be something here was it in the other: "will open" and "opened".
    fn has_crossed(&self, past: &Self, rules: &FactRules) -> bool {
        self.future > past.future
            && past.without(self).iter().any(|verb| {
                past.done.iter().any(|done| done == verb)
                    && self.without(past).iter().any(|other| is_base(other, verb, rules))
            })
    }

    /// The words that the other has not, or not so often.
    fn without<'a>(&'a self, other: &Self) -> Vec<&'a str> {
        let mut left: Vec<&str> = other.words.iter().map(String::as_str).collect();
        let mut found = Vec::new();
        for word in &self.words {
            match left.iter().position(|other| other == word) {
                Some(at) => _ = left.swap_remove(at),
                None => found.push(word.as_str()),
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::tense_shift;

    fn shift(language: &str, old: &str, new: &str) -> [i32; 4] {
        let shift = tense_shift(old, new, language);
        [shift.past, shift.present, shift.future, shift.ongoing]
    }

    #[test]
    fn a_verb_that_crosses_into_the_past_is_seen_beside_other_verbs() {
        let will = "It was announced that the mayor will open the ferry line.";
        for (old, new, expected) in [
            (will, "The mayor opened the ferry line.", true),
            ("The mayor opened the ferry line.", will, true),
            (will, "The mayor will open the ferry line.", false),
            (will, "It was announced that the ferry line will be opened.", false),
            ("The ferry line will open.", "The ferry line is to be opened.", false),
        ] {
            assert_eq!(tense_shift(old, new, "en").has_crossed, expected, "{old} {new}");
        }
    }

    #[test]
    fn an_edit_takes_a_verb_from_one_time_to_another() {
        for (language, old, new, expected) in [
            ("ru", "Паром прибудет утром.", "Паром прибыл утром.", [1, -1, 0, 0]),
            ("ru", "Хор поёт.", "Хор споёт.", [0, -1, 1, 0]),
            ("ru", "Они проверяли счета.", "Они проверили счета.", [0, 0, 0, -1]),
            ("ru", "Совет уехал.", "Школа уехала.", [0, 0, 0, 0]),
            ("en", "It will arrive.", "It arrived.", [1, -1, -1, 0]),
            ("en", "He makes tea.", "He made tea.", [1, -1, 0, 0]),
            ("en", "She sings.", "She will sing.", [0, -1, 1, 0]),
            ("en", "He went home.", "He has gone home.", [0, 0, 0, 0]),
            ("en", "It was closed.", "It is being closed.", [-1, 1, 0, 0]),
            ("en", "They were checking it.", "They checked it.", [0, -1, 0, -1]),
            ("kk", "Ол келді.", "Ол келеді.", [0, 0, 0, 0]),
        ] {
            assert_eq!(shift(language, old, new), expected, "{old} {new}");
        }
    }
}
