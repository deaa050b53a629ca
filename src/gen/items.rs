//! Types and constants.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::model::{self, Enum, Type, TypeId};
use crate::names::{Constant, Item, Opaque};

use super::{Context, accessors, ty};

pub(super) fn expand_item(context: Context<'_, '_>, item: &Item<'_>) -> TokenStream {
    match item {
        Item::Opaque(opaque) => expand_opaque(context, opaque),
        Item::Alias { ident, id } => expand_alias(context, ident, *id),
        Item::Enum { ident, id, constants } => {
            expand_enum(context, ident.as_deref(), *id, constants)
        }
    }
}

fn expand_opaque(context: Context<'_, '_>, opaque: &Opaque<'_>) -> TokenStream {
    let doc = doc(&opaque.declaration);
    let ident = ty::ident(&opaque.ident);
    let allow = type_lints(&opaque.ident);
    let (link, accessors) = match &opaque.body {
        Some(body) => {
            let key = opaque.key.to_string();
            (quote!(btfgen::root!(#ident, #key);), accessors::expand(context, &opaque.ident, body))
        }
        None => (quote!(btfgen::opaque!(#ident);), TokenStream::new()),
    };
    quote! {
        #doc
        #allow
        pub struct #ident {
            _opaque: btfgen::Foreign,
        }
        #link
        #accessors
    }
}

fn expand_alias(context: Context<'_, '_>, name: &str, id: TypeId) -> TokenStream {
    let Type::Typedef(c_name, target) = context.types.get(id) else {
        return TokenStream::new();
    };
    let doc = doc(&format!("typedef {}", model::declaration(context.types, *target, c_name)));
    let ident = ty::ident(name);
    let allow = type_lints(name);
    let target = ty::value(context, *target);
    quote! {
        #doc
        #allow
        pub type #ident = #target;
    }
}

fn expand_enum(
    context: Context<'_, '_>,
    name: Option<&str>,
    id: TypeId,
    constants: &[Constant<'_>],
) -> TokenStream {
    let Type::Enum(enumeration) = context.types.get(id) else {
        return TokenStream::new();
    };
    let integer = ty::ident(ty::enum_primitive(enumeration));
    let (alias, of) = match name {
        Some(name) => {
            let doc = doc(&format!("enum {}", enumeration.name));
            let ident = ty::ident(name);
            let allow = type_lints(name);
            (quote!(#doc #allow pub type #ident = #integer;), quote!(#ident))
        }
        None => (TokenStream::new(), quote!(#integer)),
    };
    let constants = constants.iter().map(|constant| expand_constant(enumeration, &of, constant));
    quote! {
        #alias
        #(#constants)*
    }
}

fn expand_constant(enumeration: &Enum<'_>, of: &TokenStream, constant: &Constant<'_>) -> TokenStream {
    let Constant { ident, c_name, value } = constant;
    let doc = match enumeration.name {
        "" => doc(&format!("enum {{ {c_name} = {value} }}")),
        name => doc(&format!("enum {name} {{ {c_name} = {value} }}")),
    };
    let upper = !ident.chars().any(|c| c.is_ascii_lowercase());
    let allow = match upper {
        true => quote!(#[allow(dead_code)]),
        false => quote!(#[allow(dead_code, non_upper_case_globals)]),
    };
    let ident = ty::ident(ident);
    let value = value_literal(*value);
    quote! {
        #doc
        #allow
        pub const #ident: #of = #value;
    }
}

fn value_literal(value: i128) -> TokenStream {
    let magnitude = Literal::u128_unsuffixed(value.unsigned_abs());
    match value < 0 {
        true => quote!(-#magnitude),
        false => quote!(#magnitude),
    }
}

fn type_lints(ident: &str) -> TokenStream {
    let ident = ident.trim_start_matches("r#");
    let camel = ident.starts_with(|c: char| c.is_ascii_uppercase()) && !ident.contains('_');
    match camel {
        true => quote!(#[allow(dead_code)]),
        false => quote!(#[allow(dead_code, non_camel_case_types)]),
    }
}

/// A doc comment with a C declaration. Names in it need not be identifiers: those of types that are not written out.
pub(super) fn doc(declaration: &str) -> TokenStream {
    let harmless = |c: char| match c {
        c if c.is_ascii_alphanumeric() || "_ *()[]{},.:=-…".contains(c) => c,
        _ => '?',
    };
    let text = format!(" `{}`", declaration.chars().map(harmless).collect::<String>());
    quote!(#[doc = #text])
}
