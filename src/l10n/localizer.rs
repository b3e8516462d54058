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
    /// Words for counts that were asked for before: the rows of a table say much alike.
    said: RefCell<FxHashMap<Count, String>>,
}

/// A message with one number in it, by its bits.
type Count = (&'static str, u64);

/// So many words are remembered.
const MOST_SAID: usize = 4096;

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
        let [(_, Value::Number(number))] = message.arguments.as_slice() else {
            return self.worded(message);
        };
        let count = (message.id, number.to_bits());
        if let Some(words) = self.said.borrow().get(&count) {
            return words.clone();
        }
        let words = self.worded(message);
        let mut said = self.said.borrow_mut();
        if said.len() < MOST_SAID {
            said.insert(count, words.clone());
        }
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
