//! What a document has beside its sentences, and in which order it has them: code, addresses, values, fields.
//!
//! A hand-kept page may have its own: comments of code in its language, another order of a list. So what of
//! it differs from the source is kept when the page is paired for the first time, or when a person says that
//! it is right. Any other difference is told, whoever made it, until it is gone or a person settles it.

use std::fmt::{self, Display, Formatter};

use super::Tongues;
use super::differences::{Contrast, Digests, Unshared, digest, parts};
use super::found::PageLook;
use super::order::{displaced, moved};
use super::other::cut;
use super::placement::Placement;
use super::record::{MOST, OPEN, held, is_held, joined, list};
use super::shifts::Shifts;
use crate::model::{Bitext, Document, Lag, Lines, OtherText};

/// What a source and its page had beside their sentences when the page was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    lines: Digests,
    values: Digests,
    /// So many texts of the page stood in another order than in the source.
    moved: usize,
    /// What the page has in its own way, a digest each; records of old don't say.
    own: Option<Vec<String>>,
    /// So many of its texts stood under another heading, item or title; records of old don't say.
    displaced: Option<usize>,
    /// Lines that the page shared with its source or had when it was not behind, a digest each; records of old don't say.
    held: Option<Vec<String>>,
    /// What stood elsewhere than in the source; records of old don't say.
    places: Option<Placement>,
}

/// What was known of both before the page was read again.
#[derive(Default)]
pub struct EarlierPage<'a> {
    pub beside: Option<&'a Beside>,
    /// Whether the program wrote it, so that it had nothing of its own.
    pub was_written: bool,
    /// Whether the source has its texts in another order since.
    pub is_reordered: bool,
}

/// In what a page is behind its source, and the first place of it where there is one.
pub struct Lagging {
    pub lag: Lag,
    pub other: Option<OtherText>,
}

impl Beside {
    /// What both have now, and how the page differs from the source; all that is the page's own.
    pub fn new(bitext: &Bitext<'_>, document: &Document, tongues: &Tongues<'_>) -> Self {
        let look = PageLook::new(bitext, document, tongues);
        let contrast = Contrast::of(bitext, &look);
        let own = Some(keys(&contrast.unshared));
        let displaced = Some(displaced(bitext, &look));
        let held = Some(held(bitext, &look, &[]));
        let places = Some(Placement::new(&Shifts::of(bitext, &look)));
        let (lines, values) = (contrast.lines, contrast.values);
        Self { lines, values, moved: moved(&look), own, displaced, held, places }
    }

    /// How many texts the page may have elsewhere; no more than those in another order.
    fn most_displaced(&self) -> usize {
        self.displaced.unwrap_or(self.moved)
    }

    /// Reads a page that was read before: what was no difference then stays to be done.
    pub fn anew(
        bitext: &Bitext<'_>,
        document: &Document,
        before: &EarlierPage<'_>,
        tongues: &Tongues<'_>,
    ) -> Self {
        let look = PageLook::new(bitext, document, tongues);
        let contrast = Contrast::of(bitext, &look);
        let nothing = Self::open();
        let known = match before.beside {
            Some(known) => known,
            None if before.was_written => &nothing,
            None => return Self::new(bitext, document, tongues),
        };
        let news = known.news(&contrast);
        // What was the page's own may be so again, as when an edit is taken back.
        let mut own = known.own.clone().unwrap_or_else(|| {
            let is_news = |one: &Unshared| news.iter().any(|new| new.key == one.key);
            let known = contrast.unshared.iter().filter(|one| !is_news(one));
            known.map(|one| one.key.clone()).collect()
        });
        let translated = contrast.unshared.iter().filter(|one| known.is_gone_on(one, &contrast));
        own.extend(translated.map(|one| one.key.clone()));
        let shifts = Shifts::of(bitext, &look);
        let places = known.places.as_ref();
        let mut now = Self {
            lines: contrast.lines.clone(),
            values: contrast.values.clone(),
            moved: moved(&look),
            own: Some(own),
            displaced: Some(displaced(bitext, &look).min(known.most_displaced())),
            held: Some(held(bitext, &look, known.held.as_deref().unwrap_or_default())),
            places: Some(
                places.map_or_else(|| Placement::new(&shifts), |known| known.anew(&shifts)),
            ),
        };
        // The source that the page had last answered to tells who went on since.
        if news.iter().any(|one| !one.is_value) {
            now.lines.source.clone_from(&known.lines.source);
        }
        if news.iter().any(|one| one.is_value) {
            now.values.source.clone_from(&known.values.source);
        }
        if before.is_reordered || before.beside.is_none() {
            now.moved = now.moved.min(known.moved);
        }
        now
    }

    /// What is known of a page that has nothing of its own, beside a source that nobody read.
    fn open() -> Self {
        let digests = Digests { source: OPEN.to_owned(), page: OPEN.to_owned() };
        let values = digests.clone();
        let (own, held, places) = (Some(Vec::new()), Some(Vec::new()), Some(Placement::open()));
        Self { lines: digests, values, moved: 0, own, displaced: Some(0), held, places }
    }

    /// Whether nothing is left out that records of old don't say.
    pub fn is_whole(&self) -> bool {
        self.held.is_some() && self.places.is_some()
    }

    /// The differences that weren't there.
    fn news<'c>(&self, contrast: &'c Contrast) -> Vec<&'c Unshared> {
        let all = contrast.unshared.iter();
        let Some(own) = &self.own else {
            return all.filter(|one| self.is_news(one, contrast)).collect();
        };
        let mut known = own.clone();
        if contrast.unshared.len() > MOST {
            return if keys(&contrast.unshared) == known { Vec::new() } else { all.collect() };
        }
        let mut news = Vec::new();
        for one in all {
            match known.iter().position(|key| *key == one.key) {
                Some(place) => _ = known.swap_remove(place),
                None if self.is_gone_on(one, contrast) => {}
                None => news.push(one),
            }
        }
        news
    }

    /// Whether a difference may be new, where the record says only what both had as a whole.
    fn is_news(&self, one: &Unshared, contrast: &Contrast) -> bool {
        let (was, is) = if one.is_value {
            (&self.values, &contrast.values)
        } else {
            (&self.lines, &contrast.lines)
        };
        was != is
    }

    /// Whether both sides went on in a line, and what the page has now translates what the source has.
    fn is_gone_on(&self, one: &Unshared, contrast: &Contrast) -> bool {
        let was = &self.lines.source;
        if !one.is_translated || was == OPEN || *was == contrast.lines.source {
            return false;
        }
        let (source, page) = parts(&one.key);
        let is_left = match &self.held {
            Some(held) => is_held(held, page),
            None => self.lines.page == contrast.lines.page,
        };
        if is_left {
            return false;
        }
        let mut own = self.own.iter().flatten().map(|key| parts(key));
        own.all(|(old, held)| old != source && held != page)
    }

    /// Who made a difference: the source, the page, or nobody knows which of them.
    fn lag(&self, one: &Unshared, contrast: &Contrast) -> Lag {
        let (was, is) = if one.is_value {
            (&self.values.source, &contrast.values.source)
        } else {
            (&self.lines.source, &contrast.lines.source)
        };
        match one.is_value {
            _ if was == OPEN => Lag::Apart,
            _ if was == is => Lag::Own,
            true => Lag::Values,
            false => Lag::Beside,
        }
    }

    /// Reads what `Display` wrote.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split_whitespace().map(str::to_owned);
        let mut digests = || Some(Digests { source: parts.next()?, page: parts.next()? });
        let (lines, values) = (digests()?, digests()?);
        let moved = parts.next()?.parse().ok()?;
        let own = parts.next().map(|keys| list(&keys));
        let displaced = parts.next().and_then(|count| count.parse().ok());
        let held = parts.next().map(|keys| list(&keys));
        let places = parts.next().and_then(|places| Placement::parse(&places));
        Some(Self { lines, values, moved, own, displaced, held, places })
    }
}

/// The digests of differences.
fn keys(unshared: &[Unshared]) -> Vec<String> {
    let keys = unshared.iter().map(|one| one.key.as_str());
    if unshared.len() > MOST { vec![digest(keys)] } else { keys.map(str::to_owned).collect() }
}

impl Display for Beside {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { lines, values, moved, own, .. } = self;
        write!(f, "{} {} ", lines.source, lines.page)?;
        write!(f, "{} {} {moved}", values.source, values.page)?;
        let Some(own) = own else { return Ok(()) };
        write!(f, " {}", joined(own))?;
        let Some(displaced) = self.displaced else { return Ok(()) };
        write!(f, " {displaced}")?;
        let Some((held, places)) = self.held.as_ref().zip(self.places.as_ref()) else {
            return Ok(());
        };
        write!(f, " {} {places}", joined(held))
    }
}

/// In what the page is behind what the source has since `before`; without that, in what it differs from it.
pub fn lag(bitext: &Bitext<'_>, look: &PageLook<'_>, before: Option<&Beside>) -> Option<Lagging> {
    let contrast = Contrast::of(bitext, look);
    let news = match before {
        Some(before) => before.news(&contrast),
        None => contrast.unshared.iter().collect(),
    };
    if let Some(first) = news.first() {
        let lag = match before {
            Some(before) => before.lag(first, &contrast),
            None if first.is_value => Lag::Values,
            None => Lag::Beside,
        };
        let position = Lines::new(&look.document.text).position(first.at);
        let [is, would_be] = cut(&first.is, &first.would_be);
        let other = OtherText { position, is, would_be, is_elsewhere: false };
        return Some(Lagging { lag, other: Some(other) });
    }
    if let Some(lagging) = shifted(bitext, look, before) {
        return Some(lagging);
    }
    let own = before.map_or(0, |before| before.moved);
    let elsewhere = before.map_or(0, Beside::most_displaced);
    let is_other = moved(look) > own || displaced(bitext, look) > elsewhere;
    is_other.then_some(Lagging { lag: Lag::Order, other: None })
}

/// What stands elsewhere on the page since `before`.
fn shifted(bitext: &Bitext<'_>, look: &PageLook<'_>, before: Option<&Beside>) -> Option<Lagging> {
    let nothing = Placement::open();
    let known = before.map_or(Some(&nothing), |before| before.places.as_ref())?;
    let shifts = Shifts::of(bitext, look);
    let first = *known.news(&shifts).first()?;
    let lag = if before.is_some() { known.lag(&shifts) } else { Lag::Order };
    let position = Lines::new(&look.document.text).position(first.at);
    let (is, would_be) = (first.is.clone(), first.would_be.clone());
    Some(Lagging { lag, other: Some(OtherText { position, is, would_be, is_elsewhere: true }) })
}

/// Whether the source has the texts of the pairs held in another order than these.
pub fn is_reordered(bitext: &Bitext<'_>) -> bool {
    let pairs = bitext.units.iter().filter_map(|unit| unit.pairs.first());
    !pairs.is_sorted()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Beside, EarlierPage, lag};
    use crate::model::{Catalog, Document, Lag, Pair, State};
    use crate::parse::{Options, Syntax, parse};
    use crate::tracking::page::Tongues;
    use crate::tracking::page::found::PageLook;
    use crate::tracking::{Tongue, bitext};

    /// What stands beside the sentences of a document: a field, lines of code, values of a list.
    #[derive(Clone, Debug, PartialEq)]
    struct Parts {
        field: u8,
        code: Vec<u8>,
        values: Vec<u8>,
    }

    impl Parts {
        fn new(field: u8, code: &[u8], values: &[u8]) -> Self {
            Self { field, code: code.to_vec(), values: values.to_vec() }
        }

        fn document(&self, sentences: [&str; 2]) -> Document {
            let Self { field, code, values } = self;
            let code: String = code.iter().map(|line| format!("run {line}\n")).collect();
            let values: String = values.iter().map(|value| format!("- 10{value}\n")).collect();
            let [first, last] = sentences;
            let text = format!(
                "---\nweight: {field}\n---\n{first}\n\n```\n{code}```\n\n{values}\n{last}\n"
            );
            parse(text, Syntax::Markdown, &Options::default())
        }
    }

    /// Something done with both documents as they are.
    fn with<T>(source: &Parts, page: &Parts, done: impl Fn(&Pages<'_>) -> T) -> T {
        let (russian, english) = (["Смотри код.", "Вот и всё."], ["See the code.", "That is all."]);
        let pair = |at: usize| Pair::new(russian[at], english[at], State::Final);
        let catalog = Catalog { pairs: vec![pair(0), pair(1)] };
        let source = source.document(russian);
        let page = page.document(english);
        let tongue = Tongue::new("en");
        let bitext = bitext(&source, &catalog, "ru");
        done(&Pages {
            bitext: &bitext,
            page: &page,
            tongues: Tongues { from: "ru", into: &tongue },
        })
    }

    struct Pages<'a> {
        bitext: &'a crate::model::Bitext<'a>,
        page: &'a Document,
        tongues: Tongues<'a>,
    }

    /// What is kept of both when they are paired, or when a person says that the page is right.
    fn adopted(source: &Parts, page: &Parts) -> Beside {
        let made = with(source, page, |it| Beside::new(it.bitext, it.page, &it.tongues));
        let read = Beside::parse(&made.to_string());
        assert_eq!(read.as_ref(), Some(&made));
        made
    }

    /// What is kept when the page is read again.
    fn read_again(known: &EarlierPage<'_>, source: &Parts, page: &Parts) -> Beside {
        with(source, page, |it| Beside::anew(it.bitext, it.page, known, &it.tongues))
    }

    fn after(known: &Beside) -> EarlierPage<'_> {
        EarlierPage { beside: Some(known), was_written: false, is_reordered: false }
    }

    fn told(known: &Beside, source: &Parts, page: &Parts) -> Option<Lag> {
        with(source, page, |it| {
            let look = PageLook::new(it.bitext, it.page, &it.tongues);
            lag(it.bitext, &look, Some(known)).map(|lagging| lagging.lag)
        })
    }

    fn parts() -> impl Strategy<Value = Parts> {
        let lines = || prop::collection::vec(1..5_u8, 1..4);
        let parts = (1..4_u8, lines(), lines());
        parts.prop_map(|(field, code, values)| Parts { field, code, values })
    }

    #[test]
    fn who_changed_something_is_told() {
        let was = Parts::new(1, &[1, 2], &[1, 2]);
        let known = adopted(&was, &was);
        for (now, by_source) in [
            (Parts::new(2, &[1, 2], &[1, 2]), Lag::Beside),
            (Parts::new(1, &[1, 3], &[1, 2]), Lag::Beside),
            (Parts::new(1, &[1], &[1, 2]), Lag::Beside),
            (Parts::new(1, &[1, 2], &[1, 3]), Lag::Values),
            (Parts::new(1, &[1, 2], &[1]), Lag::Values),
            (Parts::new(1, &[1, 2], &[1, 2, 3]), Lag::Values),
        ] {
            assert_eq!(told(&known, &now, &was), Some(by_source), "{now:?}");
            assert_eq!(told(&known, &was, &now), Some(Lag::Own), "{now:?}");
            let read = read_again(&after(&known), &was, &now);
            assert_eq!(told(&read, &was, &now), Some(Lag::Own), "{now:?}");
            assert_eq!(told(&adopted(&was, &now), &was, &now), None, "{now:?}");
        }
    }

    #[test]
    fn a_page_that_the_program_wrote_has_nothing_of_its_own() {
        let source = Parts::new(1, &[1, 2], &[1, 2]);
        let written = EarlierPage { beside: None, was_written: true, is_reordered: false };
        for page in [
            Parts::new(2, &[1, 2], &[1, 2]),
            Parts::new(1, &[1, 3], &[1, 2]),
            Parts::new(1, &[1, 2], &[1]),
        ] {
            let read = read_again(&written, &source, &page);
            assert_eq!(told(&read, &source, &page), Some(Lag::Apart), "{page:?}");
            let again = read_again(&after(&read), &source, &page);
            assert_eq!(told(&again, &source, &page), Some(Lag::Apart), "{page:?}");
        }
        let read = read_again(&written, &source, &source);
        assert_eq!(told(&read, &source, &source), None);
    }

    #[test]
    fn what_is_the_pages_own_stays_so_when_both_go_on() {
        let known = adopted(&Parts::new(1, &[1, 2], &[1]), &Parts::new(2, &[1, 3], &[1]));
        let both = (Parts::new(1, &[4, 1, 2], &[2]), Parts::new(2, &[4, 1, 3], &[2]));
        assert_eq!(told(&known, &both.0, &both.1), None);
        let read = read_again(&after(&known), &both.0, &both.1);
        assert_eq!(told(&read, &both.0, &both.1), None);
        let falsified = Parts::new(2, &[4, 4, 3], &[2]);
        assert_eq!(told(&read, &both.0, &falsified), Some(Lag::Own));
    }

    #[test]
    fn records_of_old_know_both_sides_as_a_whole() {
        let (source, page) = (Parts::new(1, &[1, 2], &[1]), Parts::new(2, &[1, 3], &[1]));
        let text = adopted(&source, &page).to_string();
        let old: Vec<&str> = text.split(' ').take(5).collect();
        let old = Beside::parse(&old.join(" ")).expect("it can be read");
        assert!(!old.is_whole());
        assert_eq!(told(&old, &source, &page), None);
        let other = Parts::new(2, &[1, 4], &[1]);
        assert_eq!(told(&old, &source, &other), Some(Lag::Own));
        let read = read_again(&after(&old), &source, &other);
        assert!(read.is_whole());
        assert_eq!(told(&read, &source, &other), Some(Lag::Own));
    }

    /// What is told after a hand kept the page in this order, and again after the page was read.
    fn told_of_order(source: &str, page: &str, pairs: &[[&str; 2]]) -> Option<Lag> {
        let catalog = pairs.iter().map(|[one, other]| Pair::new(*one, *other, State::Final));
        let catalog = Catalog { pairs: catalog.collect() };
        let read = |text: &str| parse(text.to_owned(), Syntax::Markdown, &Options::default());
        let translated =
            pairs.iter().fold(source.to_owned(), |text, [one, other]| text.replace(one, other));
        let (source, before, page) = (read(source), read(&translated), read(page));
        let tongue = Tongue::new("en");
        let (bitext, tongues) =
            (bitext(&source, &catalog, "ru"), Tongues { from: "ru", into: &tongue });
        let known = Beside::new(&bitext, &before, &tongues);
        let again = Beside::anew(&bitext, &page, &after(&known), &tongues);
        let look = PageLook::new(&bitext, &page, &tongues);
        lag(&bitext, &look, Some(&again)).map(|lagging| lagging.lag)
    }

    #[test]
    fn a_text_under_another_heading_is_told_and_the_order_of_a_list_is_the_pages_own() {
        let pairs = [
            ["Принято", "Adopted"],
            ["Отклонено", "Rejected"],
            ["Бюджет города", "The city budget"],
            ["Налог на окна", "The window tax"],
        ];
        let headed = "## Принято\n\nБюджет города\n\n## Отклонено\n\nНалог на окна\n";
        let listed = "- Принято\n  - Бюджет города\n- Отклонено\n  - Налог на окна\n";
        let table = "| Принято | Отклонено |\n|---|---|\n| Бюджет города | Налог на окна |\n";
        let swaps = [["Adopted", "Rejected"], ["The city budget", "The window tax"]];
        // Cells below the head are paired anew where they stand.
        for (source, swaps) in [(headed, &swaps[..]), (listed, &swaps[..]), (table, &swaps[..1])] {
            for [one, other] in swaps {
                let page = pairs
                    .iter()
                    .fold(source.to_owned(), |text, [one, other]| text.replace(one, other));
                let swapped = page.replace(*one, "\0").replace(*other, one).replace('\0', other);
                assert_eq!(told_of_order(source, &page, &pairs), None, "{page}");
                let told = told_of_order(source, &swapped, &pairs);
                // Of columns it is known that the page alone changed.
                assert!(matches!(told, Some(Lag::Order | Lag::Own)), "{swapped}");
            }
        }
        let list = "- Принято\n- Отклонено\n- Бюджет города\n";
        assert_eq!(
            told_of_order(list, "- Adopted\n- The city budget\n- Rejected\n", &pairs[..3]),
            None
        );
    }

    #[test]
    fn ticks_and_notes_belong_to_their_place() {
        let pairs = [["Дорога", "Road"], ["Школа", "School"]];
        for (source, page) in [
            ("- [x] Дорога\n- [ ] Школа\n", "- [ ] Road\n- [x] School\n"),
            ("- [ ] Дорога\n- [x] Школа\n", "- [x] Road\n- [ ] School\n"),
            (
                "А[^1] и[^2].\n\n[^1]: Дорога\n[^2]: Школа\n",
                "А[^1] и[^2].\n\n[^2]: Road\n[^1]: School\n",
            ),
            ("А[^1].\n\n[^1]: Дорога\n\nШкола\n", "А[^1].\n\n[^3]: Road\n\nSchool\n"),
        ] {
            assert_eq!(told_of_order(source, page, &pairs), Some(Lag::Own), "{page}");
        }
    }

    proptest! {
        #[test]
        fn a_page_without_its_own_is_told_of_until_it_is_as_the_source(
            was in parts(), source in parts(), page in parts(), later in parts(),
        ) {
            let known = adopted(&was, &was);
            prop_assert_eq!(told(&known, &source, &page).is_some(), source != page);
            let read = read_again(&after(&known), &source, &page);
            // The page's order is its own business.
            let sorted = |parts: &Parts| {
                let mut parts = parts.clone();
                parts.values.sort_unstable();
                parts
            };
            let differ = |source: &Parts, page: &Parts| sorted(source) != sorted(page);
            prop_assert!(told(&read, &source, &page).is_some() >= differ(&source, &page));
            let again = read_again(&after(&read), &later, &page);
            prop_assert!(told(&again, &later, &page).is_some() >= differ(&later, &page));
            prop_assert_eq!(told(&again, &page, &page), None);
        }

        #[test]
        fn what_a_person_settled_is_fine_until_something_changes(
            source in parts(), page in parts(), field in 4..6_u8,
        ) {
            let known = adopted(&source, &page);
            prop_assert_eq!(told(&known, &source, &page), None);
            let other = Parts { field, ..page.clone() };
            let read = read_again(&after(&known), &source, &other);
            prop_assert_eq!(told(&read, &source, &other), Some(Lag::Own));
            let back = read_again(&after(&read), &source, &page);
            prop_assert_eq!(told(&back, &source, &page), None);
        }
    }
}
