//! What a block of a worksheet decides about the segment it names.

use super::closings::{ends_sentence, is_closing};
use super::doubt::DoubtKind;
use super::filled::Filled;
use super::marks::is_special;
use crate::desk::card::Card;
use crate::error::{Error, Result};
use crate::l10n::{Message, message};
use crate::model::{Location, Position, State, Unit, is_blank};
use crate::text::printable::plain;
use crate::text::typography::{is_same, is_same_in_letters};
use crate::tracking::{Decision, Need};

/// What a block is compared with.
pub struct Held {
    source: String,
    /// As it stands in the catalog, and as a worksheet shows it.
    target: String,
    shown: String,
    need: Option<Need>,
    state: Option<State>,
    has_changed: bool,
}

impl Held {
    /// The segment of a unit.
    pub fn of(unit: &Unit<'_>) -> Self {
        Self {
            source: unit.source.to_string(),
            target: unit.target.to_string(),
            shown: plain(&unit.target),
            need: Need::of(unit),
            state: unit.state,
            has_changed: unit.change.is_some(),
        }
    }

    /// The segment of a card.
    pub fn on(card: &Card) -> Self {
        Self {
            source: card.source.clone(),
            target: card.target.clone(),
            shown: plain(&card.target),
            need: card.need,
            state: card.state,
            has_changed: card.change.is_some(),
        }
    }

    /// What the block says; a text copied from a source with a backslash before it keeps that.
    fn translation(&self, block: &Filled) -> String {
        let is_escaped = || self.source.strip_prefix('\\').is_some_and(is_special);
        if block.is_shielded && !is_same(&block.text, &self.shown) && is_escaped() {
            return format!("\\{}", block.text);
        }
        block.text.clone()
    }

    /// Whether the block has the translation held in another typography, as programs make it.
    pub fn is_alike(&self, block: &Filled) -> bool {
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        is_same(&block.text, &self.shown) && words(&block.text) != words(&self.shown)
    }

    /// Whether it takes a reason to say that the translation is right as it is.
    pub fn asks_why(&self) -> bool {
        self.has_changed || self.need == Some(Need::Unsealed)
    }

    /// The translation is right as it is; who says so of a draft stands behind it.
    pub fn confirmed(&self, reason: &str) -> Vec<Decision> {
        let statement = Decision::Acknowledge { reason: reason.to_owned() };
        let statement = self.asks_why().then_some(statement);
        let is_draft = self.state == Some(State::Draft);
        let behind = is_draft.then(|| translation(self.target.clone()));
        statement.into_iter().chain(behind).collect()
    }
}

/// A translator's translation.
pub fn translation(target: String) -> Decision {
    Decision::Translate { target, state: State::Translated, origin: None }
}

/// What a block decides about the segment it names; nothing where nothing was changed.
pub fn decisions(block: &Filled, held: &Held, path: &str) -> Result<Vec<Decision>> {
    let fail = |line, message, hint| {
        Err(Error::new(message).at(Location::at(path, Position::line(line))).hint(hint))
    };
    let text = held.translation(block);
    let is_new = !is_blank(&text) && !is_same(&text, &held.shown);
    let is_other = is_new && !is_same_in_letters(&text, &held.shown);
    if let Some(doubt) = block.doubt.filter(|_| is_other) {
        let (message, hint) = doubted(doubt.kind);
        return fail(doubt.line, message, hint);
    }
    if let Some(line) = block.closing.filter(|_| is_other && !is_closing(&held.source)) {
        return fail(line, message!("error-sheet-closing"), message!("hint-sheet-closing"));
    }
    let is_whole = ends_sentence(&text) || !ends_sentence(&held.source);
    if block.is_cut_off && is_other && !is_whole {
        return fail(block.line, message!("error-sheet-cut-off"), message!("hint-sheet-cut-off"));
    }
    let is_new = is_new && block.doubt.is_none();
    if is_blank(&text) && !text.is_empty() && !is_same(&text, &held.shown) {
        return fail(block.line, message!("error-sheet-blank"), message!("hint-sheet-blank"));
    }
    if let Some(line) = block.remark {
        return fail(line, message!("error-sheet-remark"), message!("hint-sheet-remark"));
    }
    let mut decisions = Vec::new();
    match (is_new, block.ack.as_str()) {
        (true, "") => decisions.push(translation(text)),
        (true, _) => {
            return fail(block.line, message!("error-sheet-both"), message!("hint-sheet-both"));
        }
        (false, "") => {}
        (false, _) if held.need == Some(Need::Missing) => {
            let message = message!("error-sheet-nothing");
            return fail(block.line, message, message!("hint-sheet-nothing"));
        }
        (false, reason) => decisions.extend(held.confirmed(reason)),
    }
    if !block.note.is_empty() {
        if is_blank(&held.target) && !is_new {
            return fail(block.line, message!("error-sheet-note"), message!("hint-sheet-note"));
        }
        decisions.push(Decision::Remark(block.note.clone()));
    }
    Ok(decisions)
}

/// What is asked where a line can be read in two ways.
fn doubted(kind: DoubtKind) -> (Message, Message) {
    match kind {
        DoubtKind::Tail => {
            (message!("error-sheet-after-label"), message!("hint-sheet-after-label"))
        }
        DoubtKind::Cut => (message!("error-sheet-cut"), message!("hint-sheet-cut")),
        DoubtKind::Shield => (message!("error-sheet-shield"), message!("hint-sheet-shield")),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Held, decisions, translation};
    use crate::desk::worksheet::filled;
    use crate::desk::{Card, Neighbour};
    use crate::l10n::{LOCALES, Localizer};
    use crate::model::{Location, Position, State};
    use crate::report::translate::sheet;
    use crate::report::{Paint, Screen};
    use crate::text::printable::plain;
    use crate::tracking::{Decision, Need};

    /// A draft with this source and translation; missing where it has none.
    fn card(source: &str, target: &str) -> Card {
        let neighbour = |source: &str, target: Option<&str>| Neighbour {
            source: source.to_owned(),
            target: target.map(str::to_owned),
        };
        let is_missing = target.is_empty();
        Card {
            article: "2026/мост через реку".to_owned(),
            language: "en".to_owned(),
            segment: 3,
            location: Location::at("articles/2026/мост через реку/ru.md", Position::line(7)),
            need: Some(if is_missing { Need::Missing } else { Need::Draft }),
            state: (!is_missing).then_some(State::Draft),
            before: Some(neighbour(
                "Мост открыл мэр города, который приехал со всей своей семьёй.",
                Some("The bridge was opened by the mayor, who came with his whole family."),
            )),
            after: Some(neighbour("Гости пили чай # и @ кофе note: с молоком.", None)),
            source: source.to_owned(),
            change: None,
            target: target.to_owned(),
            touched: Vec::new(),
            offers: Vec::new(),
            terms: Vec::new(),
            notes: vec!["Ask about the second bridge across the river, too.".to_owned()],
        }
    }

    fn written(card: &Card) -> String {
        let l10n = Localizer::new(&LOCALES[0]);
        let screen = Screen { l10n: &l10n, width: 80, paint: Paint::Plain };
        sheet(std::slice::from_ref(card), &screen)
    }

    /// What a worksheet decides about the card, or where and why it is refused.
    fn read(text: &str, card: &Card) -> Result<Vec<Decision>, String> {
        let refusal = |error: crate::error::Error| {
            let place = error.location.expect("an error has its place");
            format!("{place} {}", error.message.id)
        };
        let blocks = filled(text, "w").map_err(refusal)?;
        let all = blocks.iter().map(|block| decisions(block, &Held::on(card), "w"));
        Ok(all.collect::<Result<Vec<_>, _>>().map_err(refusal)?.concat())
    }

    /// The text with its longer lines folded, between words or anywhere.
    fn folded(text: &str, width: usize, is_hard: bool) -> String {
        let mut lines = Vec::new();
        for line in text.lines() {
            let mut rest: Vec<char> = line.chars().collect();
            while rest.len() > width {
                let spaces = || (1..=width).rev().find(|at| rest[*at] == ' ');
                let next = || (width..rest.len()).find(|at| rest[*at] == ' ');
                let at = if is_hard { Some(width) } else { spaces().or_else(next) };
                let Some(at) = at else { break };
                let tail = rest.split_off(at);
                lines.push(rest.iter().collect::<String>());
                rest = tail.into_iter().skip(usize::from(!is_hard)).collect();
            }
            lines.push(rest.iter().collect());
        }
        lines.join("\n") + "\n"
    }

    /// A text typed below the remarks.
    fn typed(card: &Card, text: &str) -> String {
        format!("{}{text}\n", written(card).trim_end_matches('\n').to_owned() + "\n")
    }

    #[test]
    fn no_tail_of_a_remark_is_a_translation() {
        let card = card("Гости приехали на открытие моста из соседней области.", "");
        let sheet = typed(&card, "The guests came from far away.");
        let saved = Ok(vec![translation("The guests came from far away.".to_owned())]);
        for width in [40, 60, 72, 80, 98, 110, 120] {
            assert_eq!(read(&folded(&sheet, width, false), &card), saved, "{width}");
        }
        let without_head = sheet[sheet.find("\n@ ").expect("has a block")..].to_owned();
        assert_eq!(read(&folded(&without_head, 60, false), &card), saved);
        let remarks = without_head.replace("приехали на", "приехали\nпотом на");
        assert_eq!(read(&remarks, &card), Err("w:7:1 error-sheet-mixed".to_owned()));
    }

    #[test]
    fn how_a_program_sends_it_does_not_matter() {
        let card = card("Вход свободный.", "Admission’s — “free”…");
        let sheet = written(&card);
        let quoted =
            |text: &str| text.lines().map(|line| format!("> {line}\n")).collect::<String>();
        let ways = [
            sheet.replace('\n', "\r\n"),
            sheet.replace('\n', "\r"),
            format!("\u{feff}{sheet}"),
            quoted(&sheet),
            quoted(&quoted(&sheet)),
            sheet.replace('\n', " \t\n"),
            sheet.replace("# ", "#\t").replace("@ ", " @\t"),
            sheet.replace(['“', '”'], "\"").replace('’', "'").replace('—', "--"),
        ];
        for way in ways {
            assert_eq!(read(&way, &card), Ok(vec![]), "{way}");
        }
        let answered = quoted(&sheet) + "Entry is free.\n";
        assert!(read(&answered, &card).is_err_and(|refusal| refusal.contains("quoted")));
    }

    #[test]
    fn a_note_is_told_from_a_translation() {
        let card = card("Примечание: вход свободный.", "Remark: free.");
        let sheet = written(&card);
        let with = |text: &str| read(&sheet.replace("Remark: free.", text), &card);
        assert!(with("Note: free.").is_err_and(|refusal| refusal.ends_with("error-sheet-label")));
        let free = translation("Note: free.".to_owned());
        assert_eq!(with("\\Note: free."), Ok(vec![free.clone()]));
        let asked = Decision::Remark("ask".to_owned());
        assert_eq!(with("\\Note: free.\nnote: ask"), Ok(vec![free.clone(), asked.clone()]));
        assert_eq!(with("note: ask\n\n\\Note: free."), Ok(vec![free, asked.clone()]));
        assert_eq!(with("Remark: free.\nnote: ask"), Ok(vec![asked]));
    }

    #[test]
    fn a_text_among_the_remarks_is_taken_where_it_is_plain() {
        let card = card("Вход свободный.", "");
        let sheet = written(&card).replace("# SOURCE: Вход свободный.", "$&\nEntry is free.");
        let sheet = sheet.replace("$&", "# SOURCE: Вход свободный.");
        assert_eq!(read(&sheet, &card), Ok(vec![translation("Entry is free.".to_owned())]));
        let both = typed(&card, "Free.").replace("# SOURCE", "Entry is free.\n# SOURCE");
        assert!(
            read(&both, &card).is_err_and(|refusal| refusal.ends_with("error-sheet-two-texts"))
        );
    }

    #[test]
    fn a_text_copied_from_its_source_keeps_its_backslash() {
        for source in ["\\*not emphasis*", "\\[foo]: /url", "\\# no heading", "\\\\x", "\\"] {
            let card = card(source, "");
            let copied = translation(source.to_owned());
            assert_eq!(read(&typed(&card, source), &card), Ok(vec![copied]), "{source}");
        }
        let card = card("# 5 домов", "");
        let refusal = read(&typed(&card, "# 5 houses"), &card);
        assert!(refusal.is_err_and(|refusal| refusal.ends_with("error-sheet-remark")));
        for hidden in ["<!-- Five houses. -->", "<span hidden>Five houses.</span>"] {
            let refusal = read(&typed(&card, hidden), &card);
            assert!(
                refusal.is_err_and(|refusal| refusal.ends_with("error-sheet-blank")),
                "{hidden}"
            );
        }
    }

    fn words() -> impl Strategy<Value = String> {
        let word = "[a-z]{1,9}|[a-z]{12,30}|[A-Z][a-z]{2,9}[.,]?|[0-9]{1,4}|#|@|note:|ack:|Note:|\\\\#|\\\\|—|>|“[a-z]{3}”";
        prop::collection::vec(word, 1..24).prop_map(|words| words.join(" "))
    }

    proptest! {
        #[test]
        fn any_texts_come_back_as_they_were(source in "[\\\\#@ a-zа-я\u{a0}]{0,9}.{0,20}", target in "[\\\\#@ ackNnote:]{0,12}|.{0,30}") {
            let card = card(&source, &target);
            prop_assert_eq!(read(&written(&card), &card), Ok(vec![]));
        }

        #[test]
        fn words_typed_into_remarks_are_refused(at in 0_usize..9, word in "[a-zа-я]{1,9}", is_over in any::<bool>()) {
            let card = card("Кофе остыл.", "");
            let sheet = written(&card);
            let mut lines: Vec<String> = sheet.lines().map(str::to_owned).collect();
            let block = lines.iter().position(|line| line.starts_with('@')).expect("opens a block");
            let remarks: Vec<usize> = (block..lines.len()).filter(|at| lines[*at].starts_with("# ") && !lines[*at].starts_with("# =")).collect();
            let remark = &mut lines[remarks[at % remarks.len()]];
            *remark = if is_over { format!("# {word}") } else { format!("{remark} {word}") };
            prop_assert!(read(&lines.join("\n"), &card).is_err_and(|refusal| refusal.ends_with("error-sheet-changed")));
        }

        #[test]
        fn what_is_typed_is_saved_or_refused(source in words(), text in words()) {
            let card = card(&source, "");
            let saved = vec![translation(text.clone())];
            let read = read(&typed(&card, &text), &card);
            // A remark of one's own is no translation, and a backslash may shield what follows.
            let is_remark = !text.contains(char::is_alphanumeric) && read == Ok(vec![]);
            let is_special = text.starts_with(['\\', '@', '#', 'n', 'N', 'a']);
            let is_shielded = text.starts_with('\\') && read.is_ok();
            prop_assert!(read == Ok(saved) || is_remark || is_shielded || read.is_err(), "{read:?}");
            prop_assert!(is_special || read.is_ok(), "{read:?}");
        }

        #[test]
        fn folding_saves_nothing_but_what_was_typed(
            (source, target) in (words(), prop_oneof![words(), Just(String::new())]),
            text in words(),
            width in 16_usize..130,
            is_hard in any::<bool>(),
            keeps_head in any::<bool>(),
        ) {
            let card = card(&source, &target);
            let sheet = written(&card);
            let start = if keeps_head { 0 } else { sheet.find("\n@ ").unwrap_or_default() };
            let end = sheet.trim_end().rfind('\n').map_or(0, |at| at + 1);
            let end = if target.is_empty() { sheet.len() } else { end };
            let is_shielded = written(&super::tests::card("", &text)).ends_with(&format!("\n\\{text}\n"));
            let shield = if is_shielded { "\\" } else { "" };
            let sheet = format!("{}\n{shield}{text}\n", sheet[start..end].trim_end());
            let wanted = if plain(&text) == plain(&target) { vec![] } else { vec![translation(text)] };
            let is_copy = is_shielded && source.starts_with('\\');
            if let Ok(decided) = read(&folded(&sheet, width, is_hard), &card) {
                prop_assert!(decided == wanted || is_copy, "{decided:?}");
            }
        }
    }
}
