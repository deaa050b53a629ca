//! What a kernel's release looks like, as `uname -r` prints it.

/// Of what uname(2) tells, in bytes.
pub(super) const LONGEST: usize = 64;

pub(super) fn is_part(c: char) -> bool {
    c.is_ascii_alphanumeric() || "._+-~".contains(c)
}

/// Begins with a digit, and is no path.
pub(super) fn is_release(text: &str) -> bool {
    text.len() <= LONGEST
        && text.starts_with(|c: char| c.is_ascii_digit())
        && text.contains('.')
        && text.chars().all(is_part)
}

/// The kernel release at the start, with something behind it.
pub(super) fn at_start(bytes: &[u8]) -> Option<String> {
    let end = |byte: &u8| !is_part(char::from(*byte));
    let word = &bytes[..bytes.iter().take(LONGEST + 1).position(end)?];
    let word = String::from_utf8(word.to_vec()).ok()?;
    is_release(&word).then_some(word)
}
