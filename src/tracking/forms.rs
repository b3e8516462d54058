//! Values that nobody translated, as the readers of the translation write them.

use std::borrow::Cow;

use crate::model::Bitext;
use crate::text::values::ValueForm;

/// Gives each value without a pair the form that its page shows.
pub fn localise(bitext: &mut Bitext<'_>, form: &ValueForm) {
    for unit in &mut bitext.units {
        let written = if unit.is_bare() { form.of(&unit.source) } else { None };
        if let Some(written) = written {
            unit.target = Cow::Owned(written);
        }
    }
}
