//! All rules for Rust identifiers.

use std::fmt;

use crate::model::{self, TypeId};
use crate::reloc::table::{MAX_NAME, is_identifier, is_name};

/// Reserved in all editions from 2021 on: these become raw identifiers.
const KEYWORDS: [&str; 48] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];

/// Keywords that can't be raw.
pub(super) const NEVER_RAW: [&str; 5] = ["self", "Self", "super", "crate", "_"];

/// Types that Rust always has.
pub(crate) const PRIMITIVES: [&str; 19] = [
    "bool", "char", "f16", "f32", "f64", "f128", "i8", "i16", "i32", "i64", "i128", "isize", "str",
    "u8", "u16", "u32", "u64", "u128", "usize",
];

/// The Rust type of a C integer.
pub(crate) fn primitive(int: &model::Int<'_>) -> &'static str {
    match (int.size.0, int.signed && !int.char) {
        (1, _) if int.bool => "bool",
        (1, false) => "u8",
        (2, false) => "u16",
        (4, false) => "u32",
        (8, false) => "u64",
        (_, false) => "u128",
        (1, true) => "i8",
        (2, true) => "i16",
        (4, true) => "i32",
        (8, true) => "i64",
        (_, true) => "i128",
    }
}

/// Whether the table may contain this text as a name.
pub(crate) fn is_c_identifier(name: &str) -> bool {
    is_name(name)
}

/// The identifier for a C name, raw or with an underscore where Rust has a meaning for it.
pub(crate) fn ident(c_name: &str) -> String {
    if NEVER_RAW.contains(&c_name) {
        return format!("{c_name}_");
    }
    if KEYWORDS.contains(&c_name) {
        return format!("r#{c_name}");
    }
    c_name.to_string()
}

/// The identifier of a type, in a list of them.
pub(super) fn ident_in(group: &[(TypeId, String)], id: TypeId) -> Option<String> {
    group
        .iter()
        .find(|(other, _)| *other == id)
        .map(|(_, ident)| ident.clone())
}

/// The identifier that debug info has as this C name, if there is one.
pub(crate) fn exact(c_name: &str) -> Option<String> {
    (!NEVER_RAW.contains(&c_name)).then(|| ident(c_name))
}

/// Why a name may not reach Rust source, if so.
pub(crate) fn check(c_name: &str) -> Result<(), String> {
    if c_name.len() > MAX_NAME {
        return Err(format!(
            "its name has {} bytes, more than {MAX_NAME}",
            c_name.len()
        ));
    }
    match is_identifier(c_name) {
        true => Ok(()),
        false => Err(format!("its name {c_name:?} is not a C identifier")),
    }
}

/// The path of a Rust module, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ModulePath(String);

impl ModulePath {
    /// None if the text is no path, or not one that `use` takes.
    pub(crate) fn parse(text: &str) -> Option<ModulePath> {
        let mut is_start = !text.starts_with("::");
        for segment in text.strip_prefix("::").unwrap_or(text).split("::") {
            let leads = is_start && ["crate", "self", "super"].contains(&segment);
            let plain = segment.strip_prefix("r#").unwrap_or(segment);
            let names = check(plain).is_ok() && ident(plain) == segment;
            if !names && !leads {
                return None;
            }
            is_start &= segment == "super" || segment == "self";
        }
        let names = text
            .rsplit("::")
            .next()
            .is_some_and(|it| !NEVER_RAW.contains(&it));
        names.then(|| ModulePath(text.to_string()))
    }
}

impl fmt::Display for ModulePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_path_is_one_to_rustc() {
        for text in [
            "crate::btfgen",
            "::runtime",
            "super::super::a::r#type",
            "self::a",
            "runtime::btfgen",
        ] {
            assert_eq!(
                ModulePath::parse(text).map(|it| it.to_string()).as_deref(),
                Some(text)
            );
            assert!(
                syn::parse_str::<syn::ItemUse>(&format!("use {text} as btfgen;")).is_ok(),
                "{text}"
            );
        }
        for text in [
            "",
            "::",
            "a::",
            "a:b",
            "a::crate",
            "crate::self",
            "::crate::a",
            "a b",
            "a;",
            "a as b",
            "a::*",
            "a::{b}",
            "crate",
            "super",
            "type",
            "r#a",
            "r#crate",
            "a::é",
            "a\n",
            "crate::super::a",
        ] {
            assert_eq!(ModulePath::parse(text), None, "{text}");
        }
    }

    #[test]
    fn every_identifier_is_one_to_rustc() {
        for name in KEYWORDS
            .iter()
            .chain(&NEVER_RAW)
            .chain(&["pid", "__state", "gen", "r"])
        {
            assert!(syn::parse_str::<syn::Ident>(&ident(name)).is_ok(), "{name}");
        }
    }

    #[test]
    fn what_is_no_c_identifier_is_refused() {
        let long = "x".repeat(513);
        for name in [
            "",
            "1a",
            "a b",
            "a\nb",
            "r#x",
            "x\"] fn main(){}//",
            "\"; .section .text",
            "é",
            "a.b",
            &long,
        ] {
            assert!(check(name).is_err(), "{name:?}");
        }
        for name in ["a", "_", "_1", "__state", "A9"] {
            assert_eq!(check(name), Ok(()));
        }
    }
}
