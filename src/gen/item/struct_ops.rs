//! Tables of callbacks that programs implement: the arguments of each callback, and a macro that declares a table.

use std::sync::LazyLock;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::super::attributes;
use super::super::shape::{Frame, formatted, string};
use super::super::ty::{From, ident, tokens};
use crate::lower::{Argument, ArgumentType, Callback, StructOps, ValueType};
use crate::room::{self, TooLong};

static MODULE: LazyLock<Frame<0>> = LazyLock::new(|| {
    let attributes = attributes::of_items();
    Frame::module(quote! {
        /// Tables of callbacks that programs implement (struct_ops): the arguments of each callback, and a macro for each table.
        #attributes
        pub mod struct_ops {
            CONTENT! {}
        }
    })
});

pub(in crate::r#gen) fn push(out: &mut String, all: &[StructOps<'_>]) -> Result<(), TooLong> {
    if all.is_empty() {
        return Ok(());
    }
    let end = MODULE.open(out, []);
    for ops in all {
        *out += &formatted(module(ops));
        *out += &formatted(declaration(ops));
        room::check(out, || ops.declaration.to_string())?;
    }
    out.push_str(end);
    Ok(())
}

fn module(ops: &StructOps<'_>) -> TokenStream {
    let name = ident(ops.ident);
    let documentation = string(format!(" The callbacks of `{}`.", ops.declaration));
    let contexts = ops.callbacks.iter().map(context);
    let slots = ops.callbacks.iter().map(slot);
    let values = ops.values.iter().map(|value| {
        let member = ident(value.member);
        let documentation = string(format!(" `{}`", value.declaration));
        match value.ty {
            ValueType::Scalar(primitive) => {
                let ty = ident(primitive);
                quote! {
                    #[doc = #documentation]
                    pub type #member = #ty;
                    #[doc = #documentation]
                    pub const fn #member(value: #ty) -> #ty {
                        value
                    }
                }
            }
            ValueType::Text(length) => {
                let length = length as usize;
                quote! {
                    #[doc = #documentation]
                    pub type #member = [u8; #length];
                    #[doc = #documentation]
                    pub const fn #member(text: &str) -> [u8; #length] {
                        btfgen::text(text)
                    }
                }
            }
        }
    });
    quote! {
        #[doc = #documentation]
        pub mod #name {
            use super::super::btfgen;
            #(#contexts)*
            /// The members of the table, by name: the type of each, and a function that takes its value.
            pub mod slots {
                #[allow(unused_imports)]
                use super::btfgen;
                #(#slots)*
                #(#values)*
            }
        }
    }
}

fn context(callback: &Callback<'_>) -> TokenStream {
    let name = ident(callback.context.ident);
    let documentation = string(format!(" `{}`", callback.context.declaration));
    let arguments = callback.context.arguments.iter().map(argument);
    quote! {
        #[doc = #documentation]
        #[derive(Clone, Copy)]
        #[repr(transparent)]
        pub struct #name(btfgen::Arguments);
        super::super::layout::context!(#name);
        impl #name {
            #(#arguments)*
        }
    }
}

fn argument(argument: &Argument<'_>) -> TokenStream {
    let (name, slot) = (ident(argument.ident), argument.slot);
    let documentation = string(format!(" `{}`", argument.declaration));
    let (ty, value) = match &argument.ty {
        ArgumentType::Scalar(ty) => (
            tokens(ty, From::Nested),
            quote!(self.0.scalar::<_, #slot>()),
        ),
        ArgumentType::Place(ty) if argument.is_const => {
            let ty = tokens(ty, From::Nested);
            (
                quote!(btfgen::Place<#ty>),
                quote!(self.0.place::<_, #slot>()),
            )
        }
        ArgumentType::Place(ty) => {
            let ty = tokens(ty, From::Nested);
            (
                quote!(btfgen::PlaceMut<#ty>),
                quote!(self.0.place_mut::<_, #slot>()),
            )
        }
        ArgumentType::Registers(number) => (
            quote!([u64; #number]),
            quote!(self.0.registers::<_, #slot>()),
        ),
    };
    quote! {
        #[doc = #documentation]
        #[inline(always)]
        pub fn #name(&self) -> #ty {
            #value
        }
    }
}

fn slot(callback: &Callback<'_>) -> TokenStream {
    let (member, context) = (ident(callback.member), ident(callback.context.ident));
    let documentation = string(format!(" `{}`", callback.context.declaration));
    let returns = callback.returns.as_ref().map(|ty| {
        let ty = tokens(ty, From::Deep);
        quote!(-> #ty)
    });
    quote! {
        #[doc = #documentation]
        pub type #member = unsafe extern "C" fn(super::#context) #returns;
        #[doc = #documentation]
        pub const fn #member(function: #member) -> #member {
            function
        }
    }
}

/// The macro. It can't be called as the module of the table is, where it is defined. `macro_export` would put it at the root of the
/// crate, where a second file would have it too.
fn declaration(ops: &StructOps<'_>) -> TokenStream {
    let name = ident(ops.ident);
    let exported = format_ident!("{}_table", ops.ident.trim_start_matches("r#"));
    let documentation = string(format!(
        " Declares a table of callbacks, `{}`, with the members that are set.",
        ops.declaration
    ));
    quote! {
        #[doc = #documentation]
        #[allow(unused_macros)]
        macro_rules! #exported {
            (
                static $table:ident in $section:literal = {
                    $($member:ident: $value:expr),* $(,)?
                };
            ) => {
                const _: () = {
                    use #name::slots;
                    const _: () = {
                        #[repr(C)]
                        #[allow(non_camel_case_types)]
                        pub struct #name {
                            $(pub $member: slots::$member,)*
                        }
                        #[allow(non_upper_case_globals)]
                        #[cfg_attr(target_arch = "bpf", unsafe(no_mangle))]
                        #[cfg_attr(target_arch = "bpf", unsafe(link_section = $section))]
                        pub static $table: #name = #name {
                            $($member: slots::$member($value),)*
                        };
                    };
                };
            };
        }
        #[allow(unused_imports)]
        pub(crate) use #exported as #name;
    }
}
