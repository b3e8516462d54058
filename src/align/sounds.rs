//! Names and loanwords sound alike in both scripts: Фургала and Furgal, парламент and parliament.

/// How a word sounds, one letter a sound, doubled sounds once.
pub fn sounds(word: &str) -> Vec<u8> {
    let word = word.to_lowercase();
    let cyrillic = word.chars().any(crate::text::scripts::is_cyrillic);
    let mut sounds = if cyrillic { cyrillic_sounds(&word) } else { latin_sounds(&word) };
    sounds.dedup();
    sounds
}

fn cyrillic_sounds(word: &str) -> Vec<u8> {
    let word = word.replace("дж", "ж").replace("ия", "иа").replace("ья", "а");
    // An English w.
    let word = word.replace("уи", "ви").replace("уэ", "вэ").replace("уо", "во").replace("уа", "ва");
    word.chars().flat_map(|letter| cyrillic_sound(letter).bytes()).collect()
}

fn cyrillic_sound(letter: char) -> &'static str {
    match letter {
        'а' | 'я' | 'ә' => "a",
        'б' => "b",
        'в' | 'ў' => "v",
        'г' | 'ґ' | 'ғ' => "g",
        'д' => "d",
        'е' | 'ё' | 'э' | 'є' => "e",
        'ж' | 'җ' => "j",
        'з' => "z",
        'и' | 'й' | 'ы' | 'і' | 'ї' => "i",
        'к' | 'қ' => "k",
        'л' => "l",
        'м' => "m",
        'н' | 'ң' => "n",
        'о' | 'ө' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' | 'ю' | 'ү' | 'ұ' => "u",
        'ф' => "f",
        'х' | 'һ' => "h",
        'ц' => "c",
        'ч' => "x",
        'ш' | 'щ' => "w",
        _ => "",
    }
}

/// Spellings of one sound, the longest first; capitals keep a result from being read again.
const SPELLINGS: [(&str, &str); 26] = [
    ("wh", "V"),
    ("igh", "i"),
    ("ugh", "u"),
    ("shch", "W"),
    ("sch", "W"),
    ("tch", "X"),
    ("ch", "X"),
    ("sh", "W"),
    ("zh", "J"),
    ("kh", "H"),
    ("ph", "F"),
    ("th", "T"),
    ("ck", "K"),
    ("qu", "KV"),
    ("ts", "C"),
    ("tz", "C"),
    ("yu", "u"),
    ("ya", "a"),
    ("yo", "e"),
    ("ye", "e"),
    ("iy", "i"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("x", "KS"),
    ("w", "V"),
];

fn latin_sounds(word: &str) -> Vec<u8> {
    let mut word: String = word.chars().filter_map(plain).collect();
    for (spelling, sound) in SPELLINGS {
        word = word.replace(spelling, sound);
    }
    let letters = word.as_bytes();
    let sound = |(at, letter): (usize, &u8)| match letter {
        b'c' if soft(at, letters) => b's',
        b'c' | b'q' => b'k',
        b'y' => b'i',
        letter => letter.to_ascii_lowercase(),
    };
    letters.iter().enumerate().map(sound).collect()
}

fn soft(at: usize, letters: &[u8]) -> bool {
    matches!(letters.get(at + 1), Some(b'e' | b'i' | b'y'))
}

/// The letter without its accent; none where it has no plain form.
fn plain(letter: char) -> Option<char> {
    use unicode_normalization::UnicodeNormalization as _;
    letter.nfd().next().filter(char::is_ascii_alphabetic)
}

/// Whether two words in two scripts sound much alike.
pub fn sound_alike(source: &str, target: &str) -> bool {
    likeness(&sounds(source), &sounds(target)) > 0.0
}

/// How surely two words are one word in two scripts, from 0 to 1, by their sounds.
pub fn likeness(source: &[u8], target: &[u8]) -> f64 {
    if source.len() < 3 || target.len() < 3 || !may_begin_alike(source[0], target[0]) {
        return 0.0;
    }
    if source == target {
        return 1.0;
    }
    if source.len().abs_diff(target.len()) > 5 || source.len().max(target.len()) > LONGEST {
        return 0.0;
    }
    let best = best_stem_likeness(source, target);
    if best >= LEAST { best } else { 0.0 }
}

const LEAST: f64 = 0.70;
const LONGEST: usize = 31;
/// How many sounds an ending may have that stand outside the common stem.
const ENDINGS: usize = 3;

/// Whether words with these first sounds can be one; distinct letters may be one sound.
fn may_begin_alike(one: u8, other: u8) -> bool {
    first_class(one) == first_class(other)
        || matches!((one, other), (b'j', b'g') | (b'c', b's' | b'k') | (b's', b'c'))
        || matches!((one, other), (b'u', b'v') | (b'v', b'u'))
}

fn first_class(sound: u8) -> u8 {
    match sound {
        b'g' => b'h',
        b'i' | b'u' => b'e',
        other => other,
    }
}

/// The best share of common sounds over all ways to cut endings off.
fn best_stem_likeness(source: &[u8], target: &[u8]) -> f64 {
    let mut row: [u8; LONGEST + 1] =
        std::array::from_fn(|column| u8::try_from(column).unwrap_or(u8::MAX));
    let mut best = 0.0_f64;
    for (index, sound) in source.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] += 1;
        for (column, other) in target.iter().enumerate() {
            let replaced = diagonal + u8::from(sound != other);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(diagonal + 1).min(row[column] + 1);
        }
        let cut = source.len() - index - 1;
        if cut > ENDINGS || index < 2 {
            continue;
        }
        for target_cut in 0..ENDINGS.min(target.len() - 2) {
            let kept = target.len() - target_cut;
            let distance = row[kept];
            if distance > 0 && kept.min(index + 1) < 4 {
                continue;
            }
            let longer = kept.max(index + 1) as f64;
            let lost = f64::from(distance) + 0.15 * (cut + target_cut) as f64;
            best = best.max((longer - lost) / longer);
        }
    }
    best
}

/// Whether two names may be one, spelt by rules that nobody knows: «Хьюстон» and "Houston".
pub fn may_sound_alike(source: &[u8], target: &[u8]) -> bool {
    let consonants = |sounds: &[u8]| -> Vec<u8> {
        let consonants = sounds.iter().filter(|sound| !is_vowel(**sound));
        consonants.map(|sound| broad(*sound)).collect()
    };
    let (mut one, other) = (consonants(source), consonants(target));
    // «Роузом», «Турбьёрном»: a case, and no sound of the name.
    let has_case = source.ends_with(b"om") || source.ends_with(b"em");
    if has_case && one.len() > 2 && one.last() != other.last() {
        one.pop();
    }
    let begin_alike = match (source.first(), target.first()) {
        (Some(one), Some(other)) => {
            is_soft(*one) && is_soft(*other)
                || is_hissing(*one) && is_hissing(*other)
                || broad(*one) == broad(*other)
        }
        _ => false,
    };
    let (sounds, rest) = (share(source, target), share(&one, &other));
    likeness(source, target) > 0.0
        || begin_alike && (sounds >= MANY_SOUNDS || rest >= MANY_CONSONANTS)
        || sounds >= MOST_SOUNDS
}

/// Whether spellings take a first sound for a vowel, or leave it out: «Хьюз», «Уайт», «Юлия».
fn is_soft(sound: u8) -> bool {
    is_vowel(sound) || matches!(broad(sound), b'h' | b'j' | b'v')
}

/// Shares of sounds that two names in one spelling or another have in common; held by the tests of `strangers`.
const MANY_SOUNDS: f64 = 0.6;
const MANY_CONSONANTS: f64 = 0.65;
/// So many where the first sounds differ.
const MOST_SOUNDS: f64 = 0.8;

/// Whether a sound is a vowel.
pub fn is_vowel(sound: u8) -> bool {
    b"aeiou".contains(&sound)
}

/// Consonants that spellings take for each other.
fn broad(sound: u8) -> u8 {
    match sound {
        b'g' | b'h' => b'h',
        b'c' | b's' | b'z' => b's',
        b'x' | b'w' | b'j' => b'j',
        b'v' | b'f' => b'v',
        b'd' | b't' => b't',
        other => other,
    }
}

/// Whether spellings take a first sound for a hiss or a k: «Кристина», «Шпигель», «Жизель», «Чейслер».
fn is_hissing(sound: u8) -> bool {
    matches!(broad(sound), b'h' | b'j' | b's' | b'k')
}

/// The share of sounds that two words have in common, in order.
fn share(one: &[u8], other: &[u8]) -> f64 {
    let longer = one.len().max(other.len());
    if longer == 0 || longer > LONGEST {
        return if longer > 0 && one == other { 1.0 } else { 0.0 };
    }
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (index, sound) in one.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = index + 1;
        for (column, against) in other.iter().enumerate() {
            let replaced = diagonal + usize::from(sound != against);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(diagonal + 1).min(row[column] + 1);
        }
    }
    1.0 - row[other.len()] as f64 / longer as f64
}

/// First sound and next consonant, roughly: words that sound alike share it.
pub fn outline(sounds: &[u8]) -> (u8, u8) {
    let Some((first, rest)) = sounds.split_first() else { return (0, 0) };
    let consonant = rest.iter().find(|sound| !b"aeiou".contains(sound));
    let first = match first {
        b'g' | b'h' | b'j' => b'h',
        b'e' | b'i' | b'u' | b'v' => b'e',
        b'c' | b's' | b'k' => b's',
        other => *other,
    };
    let consonant = match consonant {
        Some(b's' | b'z' | b'c' | b'k' | b'x' | b'w' | b'j' | b'g' | b'h') => b's',
        Some(b'v' | b'f') => b'v',
        Some(other) => *other,
        None => 0,
    };
    (first, consonant)
}
