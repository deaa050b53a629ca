//! Rust types as text.

use proc_macro2::{Ident, Span, TokenStream};

use crate::lower::RustType;

use super::shape::Fill;

/// The path from the module of an item to the types of the file.
#[derive(Clone, Copy)]
pub(super) enum From {
    /// From the root of the file.
    Root,
    /// From a module of the file, such as `fields`.
    Module,
    /// From a module in such a module.
    Nested,
    /// From a module in that one.
    Deep,
}

/// A type, as it is written in that module.
pub(super) struct Written<'t>(pub(super) &'t RustType<'t>, pub(super) From);

impl Fill for Written<'_> {
    fn push_to(&self, out: &mut String) {
        push(out, self.0, self.1);
    }
}

fn push(out: &mut String, ty: &RustType<'_>, from: From) {
    let generic = |out: &mut String, name: &str, inner: &RustType<'_>| {
        out.push_str(name);
        out.push('<');
        push(out, inner, from);
    };
    match ty {
        RustType::Primitive(name) => out.push_str(name),
        RustType::Named(ident) => {
            out.push_str(match from {
                From::Root => "",
                From::Module => "super::",
                From::Nested => "super::super::",
                From::Deep => "super::super::super::",
            });
            out.push_str(ident);
        }
        RustType::Void => out.push_str("::core::ffi::c_void"),
        RustType::Pointer { is_const, to } => {
            out.push_str(if *is_const { "*const " } else { "*mut " });
            push(out, to, from);
        }
        RustType::Array { element, length } => {
            generic(out, "btfgen::Array", element);
            *out += &format!(", {length}>");
        }
        RustType::EmptyArray(inner) => {
            generic(out, "btfgen::EmptyArray", inner);
            out.push('>');
        }
        RustType::Bits(inner) => {
            generic(out, "btfgen::Bits", inner);
            out.push('>');
        }
        RustType::SplitBits(inner) => {
            generic(out, "btfgen::SplitBits", inner);
            out.push('>');
        }
    }
}

/// The type as tokens.
pub(super) fn tokens(ty: &RustType<'_>, from: From) -> TokenStream {
    let mut text = String::new();
    Written(ty, from).push_to(&mut text);
    text.parse().expect("a type that is written is Rust")
}

/// An identifier from an earlier phase, which may be raw.
pub(super) fn ident(name: &str) -> Ident {
    match name.strip_prefix("r#") {
        Some(raw) => Ident::new_raw(raw, Span::call_site()),
        None => Ident::new(name, Span::call_site()),
    }
}
