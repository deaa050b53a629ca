//! Doc comments.

/// A doc comment with a C declaration. Not every name in it was checked: those of types that are not written out.
pub(super) fn push(out: &mut String, declaration: &str) {
    push_of(out, "", declaration);
}

/// As `push`, with words before the declaration.
pub(super) fn push_of(out: &mut String, words: &str, declaration: &str) {
    let harmless = |c: char| match c {
        c if c.is_ascii_alphanumeric() || "_ *()[]{},.:=-…".contains(c) => c,
        _ => '?',
    };
    *out += "/// ";
    *out += words;
    *out += "`";
    out.extend(declaration.chars().map(harmless));
    *out += "`\n";
}
