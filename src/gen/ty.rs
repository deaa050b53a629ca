//! C types as Rust types.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use crate::model::{Enum, Field, Qualifier, Type, TypeId};
use crate::names::{NamedField, primitive};

use super::Context;

/// `type` and `r#type` alike.
pub(super) fn ident(name: &str) -> Ident {
    match name.strip_prefix("r#") {
        Some(raw) => Ident::new_raw(raw, Span::call_site()),
        None => Ident::new(name, Span::call_site()),
    }
}

/// The type in the place that an accessor answers with.
pub(super) fn of_field(context: Context<'_, '_>, named: &NamedField<'_>) -> TokenStream {
    let Field { ty, width, .. } = named.field;
    let inner = match &named.anonymous {
        Some((name, _)) => {
            let ident = ident(name);
            arrays(quote!(#ident), &context.types.elements(ty).1)
        }
        None => value(context, ty),
    };
    match width {
        Some(_) => quote!(btfgen::Bits<#inner>),
        None => inner,
    }
}

/// A type as it stands in memory.
pub(super) fn value(context: Context<'_, '_>, id: TypeId) -> TokenStream {
    let (element, lengths) = context.types.elements(id);
    arrays(single(context, element), &lengths)
}

fn arrays(element: TokenStream, lengths: &[u32]) -> TokenStream {
    lengths.iter().rev().fold(element, |element, length| {
        let length = Literal::u32_unsuffixed(*length);
        quote!(btfgen::Array<#element, #length>)
    })
}

fn single(context: Context<'_, '_>, id: TypeId) -> TokenStream {
    if let Some(name) = context.module.ident(context.index, id) {
        let ident = ident(name);
        return quote!(#ident);
    }
    match context.types.get(id) {
        Type::Int(int) => {
            let ident = ident(primitive(int));
            quote!(#ident)
        }
        Type::Float(float) => match float.size.0 {
            4 => quote!(f32),
            8 => quote!(f64),
            size => {
                let size = Literal::u32_unsuffixed(size);
                quote!(btfgen::Array<u8, #size>)
            }
        },
        Type::Enum(enumeration) => {
            let ident = ident(enum_primitive(enumeration));
            quote!(#ident)
        }
        Type::Ptr(to) => pointer(context, *to),
        // What a pointer of C may point to without a name of its own.
        _ => quote!(::core::ffi::c_void),
    }
}

fn pointer(context: Context<'_, '_>, to: TypeId) -> TokenStream {
    let target = value(context, to);
    match is_const(context, to) {
        true => quote!(*const #target),
        false => quote!(*mut #target),
    }
}

fn is_const(context: Context<'_, '_>, mut id: TypeId) -> bool {
    loop {
        match context.types.get(id) {
            Type::Qualified(Qualifier::Const, _) => return true,
            Type::Qualified(_, inner) | Type::TypeTag(inner) => id = *inner,
            Type::Array(array) => id = array.element,
            _ => return false,
        }
    }
}

/// The integer that an enum is, so that no value of it is undefined behaviour.
pub(super) fn enum_primitive(enumeration: &Enum<'_>) -> &'static str {
    match (enumeration.size.0, enumeration.signed) {
        (1, false) => "u8",
        (2, false) => "u16",
        (4, false) => "u32",
        (_, false) => "u64",
        (1, true) => "i8",
        (2, true) => "i16",
        (4, true) => "i32",
        (_, true) => "i64",
    }
}
