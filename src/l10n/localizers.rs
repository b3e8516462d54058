//! The interface's language, and beside it those of an article's columns.

use std::cell::OnceCell;

use super::{LOCALES, Locale, Localizer};

/// One localizer for each language that tolmach speaks, made where it is wanted.
pub struct Localizers {
    own: Localizer,
    all: Vec<OnceCell<Localizer>>,
}

impl Localizers {
    /// Those of an interface that speaks `locale`.
    pub fn new(locale: &'static Locale) -> Self {
        let all = LOCALES.iter().map(|_| OnceCell::new()).collect();
        Self { own: Localizer::new(locale), all }
    }

    /// The interface's.
    pub fn own(&self) -> &Localizer {
        &self.own
    }

    /// The one for texts in this language; the interface's where tolmach doesn't speak it.
    pub fn speaking(&self, tag: &str) -> &Localizer {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        match LOCALES.iter().position(|locale| is_known(locale, primary)) {
            Some(at) if LOCALES[at].tag != self.own.tag() => {
                self.all[at].get_or_init(|| Localizer::new(&LOCALES[at]))
            }
            _ => &self.own,
        }
    }
}

fn is_known(locale: &Locale, primary: &str) -> bool {
    locale.tag.eq_ignore_ascii_case(primary)
}

#[cfg(test)]
mod tests {
    use super::{LOCALES, Localizers};

    #[test]
    fn a_language_that_nobody_speaks_is_left_to_the_interface() {
        let localizers = Localizers::new(&LOCALES[1]);
        assert_eq!(localizers.speaking("en-GB").tag(), "en");
        assert_eq!(localizers.speaking("ru").tag(), "ru");
        assert_eq!(localizers.speaking("kk").tag(), "ru");
    }
}
