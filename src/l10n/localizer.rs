//! Puts messages into words of one language.

use std::borrow::Cow;
use std::cell::RefCell;

use fluent::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use rustc_hash::FxHashMap;
use unic_langid::LanguageIdentifier;

use super::numbers::formatter;
use super::{LOCALES, Locale, Message, Value, message};

/// Speaks one language, and the fallback where a message lacks words in it.
pub struct Localizer {
    locale: &'static Locale,
    bundles: Vec<FluentBundle<FluentResource>>,
    /// Words that were asked for before: the rows of a table say much alike.
    said: RefCell<Said>,
}

/// Short messages and their words.
#[derive(Default)]
struct Said {
    words: FxHashMap<Vec<u8>, String>,
    /// The message that is asked for, as it is looked up.
    asked: Vec<u8>,
}

/// So many words are remembered.
const MOST_SAID: usize = 4096;
/// A message that takes more bytes than this, as it is looked up, is put into words each time.
const LONGEST_ASKED: usize = 96;

impl Localizer {
    /// A localizer for `locale`.
    pub fn new(locale: &'static Locale) -> Self {
        let mut bundles = vec![bundle(locale)];
        if locale.tag != LOCALES[0].tag {
            bundles.push(bundle(&LOCALES[0]));
        }
        Self { locale, bundles, said: RefCell::default() }
    }

    /// The locale, to make another localizer of on another thread.
    pub fn locale(&self) -> &'static Locale {
        self.locale
    }

    /// The language's tag, for `lang` attributes.
    pub fn tag(&self) -> &'static str {
        self.locale.tag
    }

    /// The words of `message`.
    pub fn text(&self, message: &Message) -> String {
        if let Some(words) = self.said.borrow_mut().find(message) {
            return words.clone();
        }
        let words = self.worded(message);
        self.said.borrow_mut().keep(message, &words);
        words
    }

    fn worded(&self, message: &Message) -> String {
        let mut arguments = FluentArgs::new();
        for (name, value) in &message.arguments {
            arguments.set(*name, self.value(value));
        }
        self.format(message.id, &arguments).unwrap_or_else(|| panic_in_debug(message.id).to_owned())
    }

    /// The words of the message with an id made at run time, where there is one.
    pub fn find(&self, id: &str) -> Option<String> {
        self.format(id, &FluentArgs::new())
    }

    /// A count as the language writes it, to stand alone in a table.
    pub fn number(&self, count: usize) -> String {
        self.text(&message!("report-number", count = count))
    }

    fn format(&self, id: &str, arguments: &FluentArgs<'_>) -> Option<String> {
        let (id, attribute) = id.split_once('.').map_or((id, None), |(id, name)| (id, Some(name)));
        self.bundles.iter().find_map(|bundle| {
            let message = bundle.get_message(id)?;
            let pattern = match attribute {
                Some(name) => message.get_attribute(name)?.value(),
                None => message.value()?,
            };
            let mut faults = Vec::new();
            let text = bundle.format_pattern(pattern, Some(arguments), &mut faults);
            debug_assert!(faults.is_empty(), "message {id}: {faults:?}");
            Some(text.into_owned())
        })
    }

    fn value(&self, value: &Value) -> FluentValue<'static> {
        match value {
            Value::Text(text) => FluentValue::String(Cow::Owned(text.clone())),
            Value::Number(number) => FluentValue::from(*number),
            Value::Message(message) => FluentValue::String(Cow::Owned(self.text(message))),
        }
    }
}

impl Said {
    fn find(&mut self, message: &Message) -> Option<&String> {
        self.asked.clear();
        write_key(message, &mut self.asked).then(|| self.words.get(&self.asked)).flatten()
    }

    fn keep(&mut self, message: &Message, words: &str) {
        self.asked.clear();
        if self.words.len() < MOST_SAID && write_key(message, &mut self.asked) {
            self.words.insert(self.asked.clone(), words.to_owned());
        }
    }
}

/// Writes what tells the message from all others; says whether that is short enough to be kept.
fn write_key(message: &Message, out: &mut Vec<u8>) -> bool {
    write_text(message.id, out);
    for (name, value) in &message.arguments {
        write_text(name, out);
        match value {
            Value::Text(text) if text.len() > LONGEST_ASKED => return false,
            Value::Text(text) => {
                out.push(b't');
                write_text(text, out);
            }
            Value::Number(number) => {
                out.push(b'n');
                out.extend_from_slice(&number.to_bits().to_le_bytes());
            }
            Value::Message(message) => {
                out.push(b'm');
                if !write_key(message, out) {
                    return false;
                }
                out.push(b'e');
            }
        }
    }
    out.len() <= LONGEST_ASKED
}

/// A text behind its length, so that no two lists of texts are written alike.
fn write_text(text: &str, out: &mut Vec<u8>) {
    let [first, second, ..] = text.len().to_le_bytes();
    out.extend_from_slice(&[first, second]);
    out.extend_from_slice(text.as_bytes());
}

fn panic_in_debug(id: &str) -> &str {
    debug_assert!(false, "message {id} has no words");
    id
}

fn bundle(locale: &Locale) -> FluentBundle<FluentResource> {
    let language: LanguageIdentifier = locale.tag.parse().expect("locale tags are valid");
    let mut bundle = FluentBundle::new(vec![language]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(formatter(locale.tag)));
    for (name, text) in locale.files {
        let resource = FluentResource::try_new((*text).to_owned())
            .unwrap_or_else(|(_, faults)| panic!("{}/{name}: {faults:?}", locale.tag));
        bundle
            .add_resource(resource)
            .unwrap_or_else(|faults| panic!("{}/{name}: {faults:?}", locale.tag));
    }
    bundle
}
