//! Texts for people: a message has an id and arguments; a localizer has a language.

mod localizer;
mod localizers;
mod message;
mod negotiation;
mod numbers;

pub use localizer::Localizer;
pub use localizers::Localizers;
pub(crate) use message::message;
pub use message::{Message, Value};
pub use negotiation::negotiate;

/// A language that tolmach speaks, with its Fluent files.
pub struct Locale {
    pub tag: &'static str,
    pub files: &'static [(&'static str, &'static str)],
}

macro_rules! locale {
    ($tag:literal) => {
        Locale {
            tag: $tag,
            files: &[
                ("checks.ftl", include_str!(concat!("../../locales/", $tag, "/checks.ftl"))),
                ("commands.ftl", include_str!(concat!("../../locales/", $tag, "/commands.ftl"))),
                ("docx.ftl", include_str!(concat!("../../locales/", $tag, "/docx.ftl"))),
                ("errors.ftl", include_str!(concat!("../../locales/", $tag, "/errors.ftl"))),
                ("package.ftl", include_str!(concat!("../../locales/", $tag, "/package.ftl"))),
                ("reports.ftl", include_str!(concat!("../../locales/", $tag, "/reports.ftl"))),
                ("web.ftl", include_str!(concat!("../../locales/", $tag, "/web.ftl"))),
            ],
        }
    };
}

/// Every language of the interface; the first is the fallback.
pub const LOCALES: &[Locale] = &[locale!("en"), locale!("ru")];
