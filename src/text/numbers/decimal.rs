//! Decimal strings of any length.

/// The canonical form of an integer part and a fraction, both digits only.
pub fn canonical(integer: &str, fraction: &str) -> String {
    let integer = integer.trim_start_matches('0');
    let integer = if integer.is_empty() { "0" } else { integer };
    let fraction = fraction.trim_end_matches('0');
    if fraction.is_empty() { integer.to_owned() } else { format!("{integer}.{fraction}") }
}

/// `value` times ten to the power of `power`; anything but a decimal stays as it is.
pub fn shift(value: &str, power: u8) -> String {
    let (sign, digits) = value.strip_prefix('-').map_or(("", value), |digits| ("-", digits));
    let (integer, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if !integer.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit()) {
        return value.to_owned();
    }
    let power = usize::from(power);
    let (whole, rest) = fraction.split_at(power.min(fraction.len()));
    let zeros = "0".repeat(power - whole.len());
    format!("{sign}{}", canonical(&format!("{integer}{whole}{zeros}"), rest))
}

/// The sum of two whole numbers; none where one is not whole or too great.
pub fn sum(left: &str, right: &str) -> Option<String> {
    let left: u128 = left.parse().ok()?;
    let right: u128 = right.parse().ok()?;
    left.checked_add(right).map(|sum| sum.to_string())
}
