//! A struct or union that can't be constructed.

use std::sync::LazyLock;

use proc_macro2::TokenStream;
use quote::quote;

use super::super::attributes;
use super::super::shape::{Hole, Shape, string};
use crate::lower::Opaque;

/// Its name, its C declaration, the name of its page in rustdoc, and its key.
type Holes = [Hole; 4];

static DECLARED: LazyLock<Shape<4>> = LazyLock::new(|| {
    Shape::items(|holes: Holes| {
        let [ident, ..] = holes;
        quoted(holes, &[], quote!(layout::opaque! { #ident }))
    })
});

static WITHOUT_FIELDS: LazyLock<Shape<4>> = LazyLock::new(|| {
    Shape::items(|holes: Holes| {
        let [ident, _, _, key] = holes;
        let key = string(key);
        quoted(holes, &[], quote!(layout::root! { #ident, #key }))
    })
});

static WITH_FIELDS: LazyLock<Shape<4>> =
    LazyLock::new(|| Shape::items(|holes| with_fields(holes, &[])));

static WITH_SEVERAL_DEFINITIONS: LazyLock<Shape<4>> = LazyLock::new(|| {
    Shape::items(|holes| {
        with_fields(
            holes,
            &[
                "",
                " The kernel has several definitions of this type, and they differ. The fields are those of all of them, the",
                " size is that of the one with most members.",
            ],
        )
    })
});

fn with_fields(holes: Holes, more: &[&str]) -> TokenStream {
    let [ident, _, page, key] = holes;
    let fields = format!(" Its fields: [`fields::{page}`].");
    let paragraphs = [&["", &fields][..], more].concat();
    let key = string(key);
    quoted(
        holes,
        &paragraphs,
        quote!(layout::root! { #ident, #key, fields }),
    )
}

fn quoted(holes: Holes, paragraphs: &[&str], traits: TokenStream) -> TokenStream {
    let [ident, declaration, ..] = holes;
    let declaration = string(format!(" `{declaration}`"));
    let attributes = attributes::of_type();
    quote! {
        #[doc = #declaration]
        #(#[doc = #paragraphs])*
        #attributes
        #[repr(C)]
        pub struct #ident {
            _opaque: btfgen::SizedByKernel,
        }
        #traits
    }
}

pub(in crate::r#gen) fn push(out: &mut String, opaque: &Opaque<'_>) {
    let shape = match opaque {
        Opaque { key: None, .. } => &DECLARED,
        Opaque { accessors, .. } if accessors.is_empty() => &WITHOUT_FIELDS,
        Opaque {
            has_several_definitions: true,
            ..
        } => &WITH_SEVERAL_DEFINITIONS,
        _ => &WITH_FIELDS,
    };
    let ident = opaque.ident;
    // rustdoc treats the text after a `#` as a part of a page. It finds raw identifiers by their name without `r#`.
    let page = ident.trim_start_matches("r#");
    let key = opaque.key.as_deref().unwrap_or_default();
    shape.push(out, [&ident, &opaque.declaration.as_str(), &page, &key]);
}
