//! What editors do to the Russian, and hands to the English.

use super::facts::{Dice, Fact, Place, Truth, cut, mistyped};
use super::page::{Block, Kind, Page};

/// Changes the Russian page in one of the ways of a news desk; says how.
pub fn edit_source(page: &mut Page, truth: &Truth, dice: &mut Dice) -> &'static str {
    match dice.roll(16) {
        0..4 => change_fact(page, truth, dice),
        4 => reword(page, truth, dice),
        5 => typography(page, dice),
        6 | 7 => insert(page, dice),
        8 | 9 => remove(page, dice),
        10 => {
            let at = body(page, dice);
            let block = page.blocks.remove(at);
            let to = 1 + dice.roll(page.blocks.len());
            page.blocks.insert(to, block);
            "move a block"
        }
        11 => split_or_join(page, dice),
        12 => {
            let at = body(page, dice);
            let lines = &mut page.blocks[at].lines;
            if lines.len() > 1 {
                let (from, to) = (dice.roll(lines.len()), dice.roll(lines.len()));
                lines.swap(from, to);
            } else {
                let last = lines[0].len() - 1;
                lines[0].swap(0, last);
            }
            "change an order"
        }
        13 => skip_or_not(page, dice),
        14 if page.is_embargoed || dice.roll(4) == 0 => {
            page.is_embargoed = !page.is_embargoed && page.blocks[0].kind == Kind::Field;
            "an embargo begins or ends"
        }
        _ => {
            let at = body(page, dice) + 1;
            let kinds = [Kind::Paragraph, Kind::List, Kind::Heading];
            page.blocks.insert(at, Block::random(kinds[dice.roll(kinds.len())], dice));
            "add a block"
        }
    }
}

/// Any block but the front matter.
fn body(page: &Page, dice: &mut Dice) -> usize {
    let first = usize::from(page.blocks[0].kind == Kind::Field);
    first + dice.roll(page.blocks.len() - first)
}

/// Some text of the page.
pub fn some_text<'a>(page: &'a mut Page, dice: &mut Dice) -> &'a mut String {
    let mut at = dice.roll(page.blocks.len());
    if page.blocks[at].kind == Kind::Skipped {
        at = 0;
    }
    let lines = &mut page.blocks[at].lines;
    let line = dice.roll(lines.len());
    let cell = dice.roll(lines[line].len());
    &mut lines[line][cell]
}

fn change_fact(page: &mut Page, truth: &Truth, dice: &mut Dice) -> &'static str {
    let text = some_text(page, dice);
    if let Some(Ok(fact)) = truth.of_russian(text).first()
        && let Some(changed) = fact.changed(dice)
    {
        *text = changed.russian(dice);
    }
    "change a fact"
}

fn reword(page: &mut Page, truth: &Truth, dice: &mut Dice) -> &'static str {
    let text = some_text(page, dice);
    if let Some(Ok(fact)) = truth.of_russian(text).first() {
        *text = fact.russian(dice);
    }
    "reword"
}

fn typography(page: &mut Page, dice: &mut Dice) -> &'static str {
    let kind = dice.roll(3);
    let text = some_text(page, dice);
    *text = match kind {
        0 => text.replacen(' ', "\u{a0}", 1),
        1 => text.replace('ё', "е"),
        _ => text.replace(['«', '»'], "\""),
    };
    "typography"
}

fn insert(page: &mut Page, dice: &mut Dice) -> &'static str {
    let at = body(page, dice);
    let block = &mut page.blocks[at];
    match block.kind {
        Kind::List => {
            let place = dice.roll(block.lines.len() + 1);
            block.lines.insert(place, vec![Fact::random(Place::Item, dice).russian(dice)]);
        }
        Kind::Table => {
            let place = 1 + dice.roll(block.lines.len());
            let row = (0..2).map(|_| Fact::random(Place::Item, dice).russian(dice)).collect();
            block.lines.insert(place, row);
        }
        Kind::Paragraph if is_prose(block) => {
            let place = dice.roll(block.lines[0].len() + 1);
            let text = Fact::random(Place::Sentence, dice).russian(dice);
            block.lines[0].insert(place, text);
        }
        _ => page.blocks.insert(at + 1, Block::random(Kind::Paragraph, dice)),
    }
    "insert a text"
}

fn remove(page: &mut Page, dice: &mut Dice) -> &'static str {
    let at = body(page, dice);
    let is_last = page.blocks.len() < 3;
    let block = &mut page.blocks[at];
    match block.kind {
        Kind::List | Kind::Table if block.lines.len() > 2 => {
            let place = dice.roll(block.lines.len());
            block.lines.remove(place);
        }
        Kind::Paragraph if block.lines[0].len() > 1 && dice.roll(3) > 0 => {
            let place = dice.roll(block.lines[0].len());
            block.lines[0].remove(place);
        }
        _ if !is_last => _ = page.blocks.remove(at),
        _ => {}
    }
    "remove a text"
}

/// A paragraph of sentences.
fn is_prose(block: &Block) -> bool {
    block.kind == Kind::Paragraph && block.lines[0][0].ends_with('.')
}

fn split_or_join(page: &mut Page, dice: &mut Dice) -> &'static str {
    let at = body(page, dice);
    if !is_prose(&page.blocks[at]) {
        return "nothing";
    }
    if page.blocks[at].lines[0].len() > 1 {
        let to = 1 + dice.roll(page.blocks[at].lines[0].len() - 1);
        let rest = page.blocks[at].lines[0].split_off(to);
        page.blocks.insert(at + 1, Block { kind: Kind::Paragraph, lines: vec![rest] });
        return "split a paragraph";
    }
    if page.blocks.get(at + 1).is_some_and(is_prose) {
        let next = page.blocks.remove(at + 1);
        page.blocks[at].lines[0].extend(next.lines.into_iter().flatten());
        return "join paragraphs";
    }
    "nothing"
}

/// Leaves a paragraph out, or one that was left out in again.
fn skip_or_not(page: &mut Page, dice: &mut Dice) -> &'static str {
    let at = body(page, dice);
    let is_left_out = page.blocks[at].kind == Kind::Skipped;
    if is_left_out || is_prose(&page.blocks[at]) && dice.roll(2) == 0 {
        page.blocks[at].kind = if is_left_out { Kind::Paragraph } else { Kind::Skipped };
        return if is_left_out { "no more skip a block" } else { "skip a block" };
    }
    "nothing"
}

/// Breaks a paragraph's lines anew.
pub fn reflowed(text: &str, dice: &mut Dice) -> String {
    let chunks = text.split("\n\n").map(|chunk| {
        let is_plain = !chunk.starts_with(['-', '#', '|', '<']);
        let sentences = cut(chunk);
        if is_plain && sentences.len() > 1 && dice.roll(2) == 0 {
            return sentences.join("\n");
        }
        chunk.to_owned()
    });
    chunks.collect::<Vec<_>>().join("\n\n")
}

/// One sentence in both documents: the Russian states something else, the English is touched in its words,
/// states a third thing, or follows; says how.
pub fn edit_twins(
    (source, english): (&mut Page, &mut Page),
    truth: &Truth,
    dice: &mut Dice,
) -> &'static str {
    let text = some_text(english, dice);
    let Some(Ok(fact)) = truth.of_english(text).first().cloned() else { return "nothing" };
    let says_it = |text: &&mut String| truth.of_russian(text) == [Ok(fact.clone())];
    let (Some(ours), Some(changed)) = (source.texts_mut().find(says_it), fact.changed(dice)) else {
        return "nothing";
    };
    *ours = changed.russian(dice);
    match dice.roll(5) {
        0 | 1 => {
            *text = fact.english(dice);
            "words of the English"
        }
        2 => {
            *text = mistyped(text, dice);
            "a slip in the English"
        }
        3 => {
            *text = fact.changed(dice).unwrap_or(fact).english(dice);
            "another fact in the English"
        }
        _ => {
            *text = changed.english(dice);
            "the same in the English"
        }
    }
}

/// A hand changes a fact in the English alone; gives the text that nobody may let pass, if it is one.
///
/// Where the source never said the fact, the text is one that only the translation has.
pub fn break_fact(
    page: &mut Page,
    source: &Page,
    truth: &Truth,
    dice: &mut Dice,
) -> Option<String> {
    let text = some_text(page, dice);
    let Some(Ok(fact)) = truth.of_english(text).first().cloned() else { return None };
    let changed = fact.changed(dice)?;
    *text = changed.english(dice);
    let is_said = source.texts().any(|said| truth.of_russian(said).contains(&Ok(fact.clone())));
    (is_said && fact.differs_dangerously(&changed)).then(|| text.clone())
}

/// What a hand does to the English alone, and leaves true what was true.
pub fn edit_english(page: &mut Page, truth: &Truth, dice: &mut Dice) -> &'static str {
    match dice.roll(6) {
        0 | 1 => {
            let text = some_text(page, dice);
            *text = mistyped(text, dice);
            "a slip"
        }
        2 | 3 => {
            let text = some_text(page, dice);
            if let Some(Ok(fact)) = truth.of_english(text).first() {
                *text = fact.english(dice);
            }
            "reword"
        }
        4 => {
            let at = body(page, dice);
            if page.blocks[at].kind == Kind::Paragraph && page.blocks[at].lines[0].len() > 1 {
                let place = dice.roll(page.blocks[at].lines[0].len());
                page.blocks[at].lines[0].remove(place);
            }
            "take a sentence out"
        }
        _ => {
            let at = body(page, dice);
            if is_prose(&page.blocks[at]) {
                let text = Fact::random(Place::Sentence, dice).english(dice);
                page.blocks[at].lines[0].push(text);
            }
            "add a sentence"
        }
    }
}

/// The English page that a good translator writes for a Russian one.
pub fn translated(page: &Page, truth: &Truth, dice: &mut Dice) -> Page {
    page.mapped(|text| english(text, truth, dice).unwrap_or_else(|| text.to_owned()))
}

/// The English of a Russian text, where every fact in it is known.
pub fn english(text: &str, truth: &Truth, dice: &mut Dice) -> Option<String> {
    let facts = truth.of_russian(text);
    let known: Option<Vec<Fact>> = facts.into_iter().map(Result::ok).collect();
    let texts = known?.iter().map(|fact| fact.english(dice)).collect::<Vec<_>>();
    Some(texts.join(" "))
}
