//! The module `plain`: types by value, each with assertions about its layout.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use std::sync::LazyLock;

use super::super::attributes;
use super::super::shape::{Frame, Shape, formatted, string};
use super::super::ty::{self, From};
use crate::lower::{Access, ByValue, PartOf, Repr, Value, ValuePart, ValueView, Values};
use crate::options::Derive;
use crate::room::{self, TooLong};

static LITTLE: LazyLock<Frame<0>> = LazyLock::new(|| module("little"));
static BIG: LazyLock<Frame<0>> = LazyLock::new(|| module("big"));

/// The module is for one byte order only, because C declares many of these types differently for each.
fn module(order: &str) -> Frame<0> {
    let attributes = attributes::of_items();
    Frame::module(quote! {
        /// Types by value, for what an ABI fixes: the headers of packets, the values of maps, types that helpers take.
        ///
        /// They have the layout of the kernel of these bindings, on every kernel, and loaders do not change it. Padding is a field, so
        /// that all bytes are initialized. Methods get and set bitfields, and the members of unions. The module is for targets with
        /// the byte order of that kernel.
        #[cfg(target_endian = #order)]
        #attributes
        pub mod plain {
            #[allow(unused_imports)]
            use super::btfgen;
            CONTENT! {}
        }
    })
}

pub(in crate::r#gen) fn push(
    out: &mut String,
    values: &Values<'_>,
    derives: &[Derive],
) -> Result<(), TooLong> {
    if values.items.is_empty() {
        return Ok(());
    }
    let module = if values.big_endian { &BIG } else { &LITTLE };
    let end = module.open(out, []);
    for value in &values.items {
        *out += &formatted(item(value, derives));
        push_layout(out, value);
        room::check(out, || value.declaration.to_string())?;
    }
    out.push_str(end);
    Ok(())
}

fn item(value: &Value<'_>, derives: &[Derive]) -> TokenStream {
    let ident = tokens(value.ident);
    let documentation = string(format!(" `{}`", value.declaration));
    let repr = match value.repr {
        Repr::Natural => quote!(#[repr(C)]),
        Repr::Packed(1) => quote!(#[repr(C, packed)]),
        Repr::Packed(align) => {
            let align = Literal::u32_unsuffixed(align);
            quote!(#[repr(C, packed(#align))])
        }
        Repr::Aligned(align) => {
            let align = Literal::u32_unsuffixed(align);
            quote!(#[repr(C, align(#align))])
        }
    };
    let mut traits = quote!(Clone, Copy);
    let mut zeroed = TokenStream::new();
    for derive in derives {
        match derive {
            Derive::Debug => traits.extend(quote!(, Debug)),
            Derive::Eq => traits.extend(quote!(, PartialEq, Eq)),
            Derive::Default => zeroed = quote!(super::layout::zeroed!(#ident);),
        }
    }
    let parts = value.parts.iter().map(part);
    let methods = match &value.views[..] {
        [] => TokenStream::new(),
        views => {
            let methods = views.iter().map(view);
            quote!(impl #ident { #(#methods)* })
        }
    };
    quote! {
        #[doc = #documentation]
        ///
        /// By value, with the layout of the kernel of these bindings. This is right on other kernels if an ABI fixes the layout.
        #[derive(#traits)]
        #repr
        pub struct #ident {
            #(#parts)*
        }
        super::layout::plain!([] #ident);
        #zeroed
        #methods
    }
}

fn part(part: &ValuePart<'_>) -> TokenStream {
    let (ident, ty) = (tokens(part.ident), ty(&part.ty));
    let documentation = string(match &part.of {
        PartOf::Member(declaration) => format!(" `{declaration}`"),
        PartOf::Bits => " The bytes of bitfields.".to_string(),
        PartOf::Union => " The bytes of a union.".to_string(),
        PartOf::Padding => " Padding.".to_string(),
    });
    quote! {
        #[doc = #documentation]
        pub #ident: #ty,
    }
}

fn view(view: &ValueView<'_>) -> TokenStream {
    let (getter, setter) = (tokens(view.getter), tokens(view.setter));
    let (part, ty) = (tokens(view.part), ty(&view.ty));
    let declaration = string(format!(" `{}`", view.declaration));
    let sets = string(format!(" Sets `{}`.", view.declaration));
    let number = Literal::u32_unsuffixed;
    let (get, set) = match view.access {
        Access::Whole { at, is_aligned } => {
            let at = number(at);
            match is_aligned {
                true => (
                    quote!(super::layout::get::<_, _, #at>(&self.#part)),
                    quote!(super::layout::set::<_, _, #at>(&mut self.#part, value)),
                ),
                false => (
                    quote!(super::layout::get_unaligned::<_, _, #at>(&self.#part)),
                    quote!(super::layout::set_unaligned::<_, _, #at>(&mut self.#part, value)),
                ),
            }
        }
        Access::Bits {
            first,
            bytes,
            bit,
            width,
        } => {
            let at = [first, bytes, bit, width].map(number);
            let bits = match view.is_signed {
                true => quote!(signed_bits),
                false => quote!(bits),
            };
            let get = quote!(super::layout::#bits::<_, #(#at),*>(&self.#part));
            // clippy finds casts to the same type.
            let (get, value) = match (ty.to_string().as_str(), view.is_signed) {
                ("u64", false) => (get, quote!(value)),
                ("i64", true) => (get, quote!(value as u64)),
                _ => (quote!(#get as #ty), quote!(value as u64)),
            };
            let set = quote!(super::layout::set_bits::<_, #(#at),*>(&mut self.#part, #value));
            (get, set)
        }
    };
    quote! {
        #[doc = #declaration]
        #[inline(always)]
        pub const fn #getter(&self) -> #ty {
            #get
        }
        #[doc = #sets]
        #[inline(always)]
        pub const fn #setter(&mut self, value: #ty) {
            #set
        }
    }
}

/// The assertions about the layout of a type: its name, its size and its alignment.
static LAYOUT: LazyLock<Frame<3>> = LazyLock::new(|| {
    Frame::items(|[ident, size, align]| {
        quote! {
            const _: () = {
                super::layout::same(::core::mem::size_of::<#ident>(), #size);
                super::layout::same(::core::mem::align_of::<#ident>(), #align);
                CONTENT! {}
            };
        }
    })
});

/// The names of a type and of a field, and its offset.
static OFFSET: LazyLock<Shape<3>> = LazyLock::new(|| {
    Shape::inside(
        |statement| quote!(const _: () = { #statement };),
        |[ident, part, offset]| {
            quote! {
                super::layout::same(::core::mem::offset_of!(#ident, #part), #offset);
            }
        },
    )
});

fn push_layout(out: &mut String, value: &Value<'_>) {
    let (size, align) = (value.size as usize, value.align as usize);
    let end = LAYOUT.open(out, [&value.ident, &size, &align]);
    for part in &value.parts {
        OFFSET.push(out, [&value.ident, &part.ident, &(part.offset as usize)]);
    }
    out.push_str(end);
}

fn ty(ty: &ByValue<'_>) -> TokenStream {
    match ty {
        ByValue::Scalar(scalar) => ty::tokens(scalar, From::Module),
        ByValue::Plain(ident) => tokens(ident),
        ByValue::Pointer { is_const, to } => {
            let to = tokens(to);
            match is_const {
                true => quote!(*const #to),
                false => quote!(*mut #to),
            }
        }
        ByValue::Array { element, length } => {
            let (element, length) = (self::ty(element), Literal::u64_unsuffixed(*length));
            quote!([#element; #length])
        }
    }
}

/// An identifier or a type, which earlier phases made.
fn tokens(text: &str) -> TokenStream {
    text.parse().expect("an identifier or a type is Rust")
}
