//! The weights of the evidence, fitted on news and kept in one place.

/// How much each kind of evidence counts.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Share of the words' evidence that is believed, for the words depend on one another.
    pub words: f64,
    /// Share of what the words without a partner say that is believed.
    pub lonely_words: f64,
    pub length: f64,
    /// Probability that a word has its partner in the other sentence, before it is known.
    pub trust_unknown: f64,
    /// That probability where the lexicon has seen the word often.
    pub trust_known: f64,
    /// That probability where the word stands in the vocabulary.
    pub trust_vocabulary: f64,
    /// That probability for what looks like a name.
    pub trust_name: f64,
    /// That probability for numbers.
    pub trust_number: f64,
    /// That probability for values and links.
    pub trust_exact: f64,
    /// How many sightings make half the way from unknown to known.
    pub sightings: f64,
    /// Tokens of usual text imagined beside the article's own.
    pub usual: f64,
    pub cognate: f64,
    pub number: f64,
    pub value: f64,
    pub vocabulary: f64,
    /// Strength of couples that the same article repeats.
    pub repeated: f64,
    /// Spread of the logarithm of the ratio of lengths, and its growth in short sentences.
    pub spread: f64,
    pub spread_short: f64,
    pub none: f64,
    /// Probability that one untranslated sentence follows another.
    pub none_again: f64,
    /// Probability that a sentence that only the target has follows one that only the source has.
    pub none_other: f64,
    pub two: f64,
    pub three: f64,
    pub two_two: f64,
    pub swap: f64,
    /// What each half of a swap must score by itself.
    pub half: f64,
    /// How much paragraphs begin together.
    pub begin: f64,
    pub kind: f64,
    /// How much cells and items answer to those in their place.
    pub place: f64,
    /// How much rarer a paragraph begins within joined sentences, as logarithm of odds.
    pub within: f64,
    /// Prior that any bead is right at all, beside its shape.
    pub any: f64,
}

impl Settings {
    /// The weights in use.
    pub const FITTED: Self = Self {
        words: 0.6,
        lonely_words: 0.6,
        length: 1.0,
        trust_unknown: 0.102,
        trust_known: 0.65,
        trust_vocabulary: 0.35,
        trust_name: 0.5,
        trust_number: 0.6,
        trust_exact: 0.815,
        sightings: 1.59,
        usual: 300.0,
        cognate: 0.82,
        number: 0.696,
        value: 0.6,
        vocabulary: 1.2,
        repeated: 0.414,
        spread: 0.0103,
        spread_short: 1.2,
        none: 0.008,
        none_again: 0.153,
        none_other: 0.184,
        two: 0.035,
        three: 0.0213,
        two_two: 0.004,
        swap: 0.00388,
        half: -1.0,
        begin: 0.394,
        kind: 0.8,
        place: 0.8,
        within: 2.49,
        any: 1.0,
    };

    /// These weights with a stricter or laxer view of sentences without a partner.
    pub fn with_strictness(mut self, strictness: f64) -> Self {
        // Each tenth of the way changes the odds by two and a half.
        self.none *= (9.2 * (strictness.clamp(0.0, 1.0) - 0.5)).exp();
        self
    }
}
