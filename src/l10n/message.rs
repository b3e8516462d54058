//! A text without a language yet.

/// The id of a Fluent message and the arguments to fill it with.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// A message's id, or `id.attribute`.
    pub id: &'static str,
    pub arguments: Vec<(&'static str, Value)>,
}

impl Message {
    /// The message with one more argument, be it one that its words don't name.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.arguments.push((name, value.into()));
        self
    }

    /// The text of an argument.
    pub fn text_of(&self, name: &str) -> Option<&str> {
        self.arguments.iter().find_map(|(own, value)| match value {
            Value::Text(text) if *own == name => Some(text.as_str()),
            _ => None,
        })
    }
}

/// An argument of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Text(String),
    Number(f64),
    /// Another message, put into words first.
    Message(Message),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Value {
    #[expect(clippy::cast_precision_loss, reason = "counts shown to people stay far below 2^53")]
    fn from(number: usize) -> Self {
        Self::Number(number as f64)
    }
}

impl From<Message> for Value {
    fn from(message: Message) -> Self {
        Self::Message(message)
    }
}

/// Makes a [`Message`]: `message!("check-missing", count = 3)`.
macro_rules! message {
    ($id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::l10n::Message {
            id: $id,
            arguments: vec![$((stringify!($name), $crate::l10n::Value::from($value))),*],
        }
    };
}
pub(crate) use message;
