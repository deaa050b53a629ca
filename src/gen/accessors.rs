//! One function a field.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model;
use crate::names::{Body, NamedField};

use super::{Context, items, ty};

pub(super) fn expand(context: Context<'_, '_>, of: &str, body: &Body<'_>) -> TokenStream {
    if body.fields.is_empty() {
        return TokenStream::new();
    }
    let of = ty::ident(of);
    let accessors = body.fields.iter().map(|field| accessor(context, field));
    quote! {
        #[allow(dead_code, non_snake_case, clippy::wrong_self_convention)]
        impl<R: btfgen::Opaque, P> btfgen::Place<#of, R, P> {
            #(#accessors)*
        }
    }
}

fn accessor(context: Context<'_, '_>, named: &NamedField<'_>) -> TokenStream {
    let mut declaration = model::declaration(context.types, named.field.ty, named.field.name);
    if let Some(width) = named.field.width {
        declaration = format!("{declaration}:{}", width.0);
    }
    let doc = items::doc(&declaration);
    let ident = ty::ident(&named.ident);
    let name = named.field.name;
    let ty = ty::of_field(context, named);
    quote! {
        #doc
        #[inline(always)]
        pub fn #ident(self) -> btfgen::Field<#ty, R, P, { btfgen::name(#name) }> {
            btfgen::then(self)
        }
    }
}
