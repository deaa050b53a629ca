//! The module `fields`: for each struct and union a type of the same name, with a method for each field.

use std::sync::LazyLock;

use proc_macro2::TokenStream;
use quote::quote;

use super::super::attributes;
use super::super::shape::{Fill, Frame, Hole, Shape, string};
use super::super::ty::{From, Written};
use crate::lower::{Accessor, Item, Opaque, Origin, Step};
use crate::room::{self, TooLong};

static MODULE: LazyLock<Frame<0>> = LazyLock::new(|| {
    let attributes = attributes::of_items();
    Frame::module(quote! {
        /// For each struct and union a type whose methods are its fields. A place dereferences to it.
        #attributes
        pub mod fields {
            use super::btfgen;
            CONTENT! {}
        }
    })
});

static TYPE: LazyLock<Frame<2>> = LazyLock::new(|| {
    Frame::items(|[ident, declaration]| {
        let documentation = string(format!(" The fields of `{declaration}`."));
        quote! {
            #[doc = #documentation]
            #[repr(transparent)]
            pub struct #ident<R: btfgen::Opaque, P>(btfgen::Members<super::#ident, R, P>);
            super::layout::fields!(#ident);
            impl<R: btfgen::Opaque, P> #ident<R, P> {
                CONTENT! {}
            }
        }
    })
});

/// The shapes of an accessor.
struct Accessors {
    with_name: Shape<4>,
    with_hash: Shape<4>,
}

impl Accessors {
    fn new(paragraphs: &[&str]) -> Accessors {
        Accessors {
            with_name: inside(|holes| {
                let [.., name] = holes;
                let name = string(name);
                quoted(holes, paragraphs, quote!({ btfgen::name(#name) }))
            }),
            with_hash: inside(|holes| {
                let [.., hash] = holes;
                quoted(holes, paragraphs, quote!(#hash))
            }),
        }
    }
}

static ONLY: LazyLock<Accessors> = LazyLock::new(|| Accessors::new(&[]));

static MOVED: LazyLock<Accessors> = LazyLock::new(|| {
    Accessors::new(&[
        "",
        " The definitions of the type have it at several offsets, so loaders may refuse a program that uses it.",
    ])
});

static OTHER: LazyLock<Accessors> = LazyLock::new(|| {
    Accessors::new(&[
        "",
        " Not in the definition with most members, but in another one.",
    ])
});

static MIXED_POINTER: LazyLock<Accessors> = LazyLock::new(|| {
    Accessors::new(&[
        "",
        " The kernels have pointers to different types here, so this one has no type.",
    ])
});

/// The shapes of an accessor of what not all kernels have. The holes are those of the others, the kernels in words, and in Rust.
struct OnSome {
    with_name: Shape<6>,
    with_hash: Shape<6>,
}

static ON_SOME: LazyLock<OnSome> = LazyLock::new(|| OnSome {
    with_name: inside_on_some(|holes| {
        let [_, _, _, name, ..] = holes;
        let name = string(name);
        quoted_on_some(holes, quote!({ btfgen::name(#name) }))
    }),
    with_hash: inside_on_some(|holes| {
        let [_, _, _, hash, ..] = holes;
        quoted_on_some(holes, quote!(#hash))
    }),
});

fn inside_on_some(quoted: impl FnOnce([Hole; 6]) -> TokenStream) -> Shape<6> {
    Shape::inside(|method| quote!(impl Fields { #method }), quoted)
}

fn quoted_on_some(holes: [Hole; 6], step: TokenStream) -> TokenStream {
    let [ident, declaration, ty, _, text, kernels] = holes;
    let declaration = string(format!(" `{declaration}` ({text})"));
    quote! {
        #[doc = #declaration]
        #[inline(always)]
        pub fn #ident(
            &self,
        ) -> btfgen::Field<btfgen::OnSome<#ty, super::kernels::#kernels>, R, P, #step> {
            btfgen::then(&self.0)
        }
    }
}

/// The name, the C declaration and the type of a field, and the name or hash of the step.
type Holes = [Hole; 4];

fn inside(quoted: impl FnOnce(Holes) -> TokenStream) -> Shape<4> {
    Shape::inside(|method| quote!(impl Fields { #method }), quoted)
}

fn quoted(holes: Holes, paragraphs: &[&str], step: TokenStream) -> TokenStream {
    let [ident, declaration, ty, _] = holes;
    let declaration = string(format!(" `{declaration}`"));
    quote! {
        #[doc = #declaration]
        #(#[doc = #paragraphs])*
        #[inline(always)]
        pub fn #ident(&self) -> btfgen::Field<#ty, R, P, #step> {
            btfgen::then(&self.0)
        }
    }
}

pub(in crate::r#gen) fn push(out: &mut String, items: &[Item<'_>]) -> Result<(), TooLong> {
    let types = items.iter().filter_map(|item| match item {
        Item::Opaque(opaque) if !opaque.accessors.is_empty() => Some(opaque),
        _ => None,
    });
    let mut types = types.peekable();
    if types.peek().is_none() {
        return Ok(());
    }
    let end = MODULE.open(out, []);
    for opaque in types {
        push_type(out, opaque)?;
    }
    out.push_str(end);
    Ok(())
}

fn push_type(out: &mut String, opaque: &Opaque<'_>) -> Result<(), TooLong> {
    let declaration = opaque.declaration.as_str();
    let end = TYPE.open(out, [&opaque.ident, &declaration]);
    for accessor in &opaque.accessors {
        push_accessor(out, accessor);
        room::check(out, || declaration.to_string())?;
    }
    out.push_str(end);
    Ok(())
}

fn push_accessor(out: &mut String, accessor: &Accessor<'_>) {
    let ty = Written(&accessor.ty, From::Module);
    let Accessor {
        ident,
        declaration,
        step,
        ..
    } = accessor;
    let declaration = declaration.as_str();
    if let Some(on) = &accessor.on {
        let (text, kernels) = (on.text.as_str(), on.ident.as_str());
        let shapes = &ON_SOME;
        match step {
            Step::Name(name) => {
                let name = name.as_ref();
                let fills: [&dyn Fill; 6] = [ident, &declaration, &ty, &name, &text, &kernels];
                shapes.with_name.push(out, fills);
            }
            Step::Hash(hash) => {
                let fills: [&dyn Fill; 6] = [ident, &declaration, &ty, hash, &text, &kernels];
                shapes.with_hash.push(out, fills);
            }
        }
        return;
    }
    let shapes = match accessor.origin {
        _ if accessor.is_mixed_pointer => &MIXED_POINTER,
        Origin::Only => &ONLY,
        Origin::Moved => &MOVED,
        Origin::Other => &OTHER,
    };
    match step {
        Step::Name(name) => {
            let name = name.as_ref();
            shapes
                .with_name
                .push(out, [ident, &declaration, &ty, &name]);
        }
        Step::Hash(hash) => shapes.with_hash.push(out, [ident, &declaration, &ty, hash]),
    }
}
