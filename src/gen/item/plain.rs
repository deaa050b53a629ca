//! The module `plain`: types by value, each with assertions about its layout.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use std::sync::LazyLock;

use super::super::attributes;
use super::super::shape::{Fill, Frame, formatted, string};
use super::super::ty::{From, Written};
use crate::lower::{Access, Repr, Value, ValuePart, ValueType, ValueView, Values};
use crate::options::Derive;
use crate::room::{self, TooLong};

static MODULE: LazyLock<Frame<0>> = LazyLock::new(|| {
    let attributes = attributes::of_items();
    Frame::module(quote! {
        /// Types by value, for what an ABI fixes: the headers of packets, the values of maps, types that helpers take.
        ///
        /// They have the layout of the kernel of these bindings, on every kernel, and loaders do not change it. Padding is a field, so
        /// that all bytes are initialized. Methods get and set bitfields, and the members of unions.
        #attributes
        pub mod plain {
            use super::btfgen;
            CONTENT! {}
        }
    })
});

pub(in crate::r#gen) fn push(
    out: &mut String,
    values: &Values<'_>,
    derives: &[Derive],
) -> Result<(), TooLong> {
    if values.items.is_empty() {
        return Ok(());
    }
    let end = MODULE.open(out, []);
    *out += &formatted(of_byte_order(values.big_endian));
    for value in &values.items {
        *out += &formatted(item(value, derives));
        room::check(out, || value.declaration.to_string())?;
    }
    out.push_str(end);
    Ok(())
}

/// C declares many of these types differently for each byte order.
fn of_byte_order(big_endian: bool) -> TokenStream {
    let order = if big_endian { "big" } else { "little" };
    let message = string(format!(
        "these plain types are those of a {order}-endian kernel: write others for this target, with --btf"
    ));
    quote! {
        const _: () = assert!(cfg!(target_endian = #order), #message);
    }
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
    let layout = layout(value, &ident);
    quote! {
        #[doc = #documentation]
        #[derive(#traits)]
        #repr
        pub struct #ident {
            #(#parts)*
        }
        super::layout::plain!([] #ident);
        #zeroed
        #methods
        #layout
    }
}

fn part(part: &ValuePart<'_>) -> TokenStream {
    let (ident, ty) = (tokens(part.ident), ty(&part.ty));
    let documentation = match &part.declaration {
        Some(declaration) => {
            let declaration = string(format!(" `{declaration}`"));
            quote!(#[doc = #declaration])
        }
        None => TokenStream::new(),
    };
    quote! {
        #documentation
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
            (
                quote!(super::layout::#bits::<_, #(#at),*>(&self.#part) as #ty),
                quote!(super::layout::set_bits::<_, #(#at),*>(&mut self.#part, value as u64)),
            )
        }
    };
    quote! {
        #[doc = #declaration]
        #[inline(always)]
        pub fn #getter(&self) -> #ty {
            #get
        }
        #[doc = #sets]
        #[inline(always)]
        pub fn #setter(&mut self, value: #ty) {
            #set
        }
    }
}

fn layout(value: &Value<'_>, ident: &TokenStream) -> TokenStream {
    let number = Literal::u32_unsuffixed;
    let (size, align) = (number(value.size), number(value.align));
    let offsets = value.parts.iter().map(|part| {
        let (part, offset) = (tokens(part.ident), number(part.offset));
        quote!(assert!(::core::mem::offset_of!(#ident, #part) == #offset);)
    });
    quote! {
        const _: () = {
            assert!(::core::mem::size_of::<#ident>() == #size);
            assert!(::core::mem::align_of::<#ident>() == #align);
            #(#offsets)*
        };
    }
}

fn ty(ty: &ValueType<'_>) -> TokenStream {
    match ty {
        ValueType::Scalar(scalar) => {
            let mut text = String::new();
            Written(scalar, From::Module).push_to(&mut text);
            tokens(&text)
        }
        ValueType::Plain(ident) => tokens(ident),
        ValueType::Pointer { is_const, to } => {
            let to = tokens(to);
            match is_const {
                true => quote!(*const #to),
                false => quote!(*mut #to),
            }
        }
        ValueType::Array { element, length } => {
            let (element, length) = (self::ty(element), Literal::u64_unsuffixed(*length));
            quote!([#element; #length])
        }
    }
}

/// An identifier or a type, which earlier phases made.
fn tokens(text: &str) -> TokenStream {
    text.parse().expect("an identifier or a type is Rust")
}
