//! Text from elsewhere (BTF, objects, file names, arguments), as messages, listings and comments show it.

use std::path::Path;

/// Makes `{:?}` of an error its message. A build script that returns an error from `main` prints it with `{:?}`.
macro_rules! debug_is_display {
    ($($error:ty),*) => { $(
        impl std::fmt::Debug for $error {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(self, f)
            }
        }
    )* };
}
pub(crate) use debug_is_display;

/// Text on one line: what a terminal would obey instead of printing is escaped.
pub fn printable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' | '\'' | '\\' => out.push(c),
            _ => out.extend(c.escape_debug()),
        }
    }
    out
}

/// A path, on one line.
pub fn shown(path: &Path) -> String {
    printable(&path.to_string_lossy())
}

/// An argument of a command as a shell takes it, in quotes if it needs them. What is not printable is escaped.
pub fn shell_word(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/._-+:=@%".contains(c);
    match !text.is_empty() && text.chars().all(plain) {
        true => text.to_string(),
        false => quoted(text),
    }
}

/// An argument of a command as a shell takes it, in quotes.
pub(crate) fn quoted(text: &str) -> String {
    printable(&format!("'{}'", text.replace('\'', r"'\''")))
}

/// JSON with ASCII characters only: some terminals obey characters that JSON permits.
pub(crate) fn ascii(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '\n' | ' '..='~' => out.push(c),
            _ => (c.encode_utf16(&mut [0; 2]).iter())
                .for_each(|unit| out.push_str(&format!("\\u{unit:04x}"))),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{printable, shell_word};

    #[test]
    fn no_terminal_obeys_it() {
        let cases = [
            ("/boot/é \\ \"'", "/boot/é \\ \"'"),
            ("a\nb\tc\r", r"a\nb\tc\r"),
            ("\u{1b}[2J\u{7f}\u{9b}", r"\u{1b}[2J\u{7f}\u{9b}"),
            (
                "\u{202e}\u{2066}\u{200b}\u{2028}",
                r"\u{202e}\u{2066}\u{200b}\u{2028}",
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(printable(text), expected);
        }
    }

    #[test]
    fn a_shell_takes_it_as_one_word() {
        let cases = [
            ("vmlinux-6.1", "vmlinux-6.1"),
            ("", "''"),
            ("task_struct.{pid,comm}", "'task_struct.{pid,comm}'"),
            ("it's $HOME", r"'it'\''s $HOME'"),
            (r"a\b", r"'a\b'"),
            ("a\nb", r"'a\nb'"),
        ];
        for (text, expected) in cases {
            assert_eq!(shell_word(text), expected);
        }
    }
}
