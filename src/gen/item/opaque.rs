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

/// What not all kernels have: the name, the C declaration, the name of the page, the key, the kernels in words and in Rust, and the
/// layout.
static ON_SOME: LazyLock<Shape<7>> = LazyLock::new(|| {
    Shape::items(|[ident, declaration, _, key, text, kernels, layout]| {
        let key = string(key);
        on_some(
            ident,
            declaration,
            text,
            &[],
            quote!(layout::root_on_some! { #ident, #key, #kernels, #layout }),
        )
    })
});

static ON_SOME_WITH_FIELDS: LazyLock<Shape<7>> = LazyLock::new(|| {
    Shape::items(|[ident, declaration, page, key, text, kernels, layout]| {
        let fields = format!(" Its fields: [`fields::{page}`].");
        let key = string(key);
        on_some(
            ident,
            declaration,
            text,
            &["", &fields],
            quote!(layout::root_on_some! { #ident, #key, #kernels, #layout, fields }),
        )
    })
});

fn on_some(
    ident: Hole,
    declaration: Hole,
    text: Hole,
    paragraphs: &[&str],
    traits: TokenStream,
) -> TokenStream {
    let documentation = format!(" `{declaration}` ({text})");
    opaque(ident, documentation, paragraphs, traits)
}

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
    opaque(ident, format!(" `{declaration}`"), paragraphs, traits)
}

/// A struct with the field that every C type has. `documentation` is the first line about it.
fn opaque(
    ident: Hole,
    documentation: String,
    paragraphs: &[&str],
    traits: TokenStream,
) -> TokenStream {
    let documentation = string(documentation);
    let attributes = attributes::of_type();
    quote! {
        #[doc = #documentation]
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
    if let (Some(on), Some(_)) = (&opaque.on, &opaque.key) {
        let shape = match opaque.accessors.is_empty() {
            true => &ON_SOME,
            false => &ON_SOME_WITH_FIELDS,
        };
        let (declaration, text) = (opaque.declaration.as_str(), on.text.as_str());
        let (kernels, layout) = (on.ident.as_str(), super::kernels::layout(on));
        shape.push(
            out,
            [&ident, &declaration, &page, &key, &text, &kernels, &layout],
        );
        return;
    }
    shape.push(out, [&ident, &opaque.declaration.as_str(), &page, &key]);
}
