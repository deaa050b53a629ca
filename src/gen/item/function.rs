//! Functions of the kernel that programs call.

use std::sync::LazyLock;

use proc_macro2::TokenStream;
use quote::quote;

use super::super::attributes;
use super::super::shape::{Frame, formatted, string};
use super::super::ty::{From, ident, tokens};
use crate::lower::{Function, ParameterType, Returned};
use crate::room::{self, TooLong};

static MODULE: LazyLock<Frame<0>> = LazyLock::new(|| {
    let attributes = attributes::of_items();
    Frame::module(quote! {
        /// Functions of the kernel that programs call (kfuncs).
        ///
        /// The kernel checks each call: which programs may call the function, and what its arguments may be. The names of
        /// parameters say what it expects, for instance `mem__sz` for the size of the memory at `mem`. If the running kernel does
        /// not have a function, it refuses a program that calls it, unless `exists` guards the call.
        ///
        /// # Safety
        ///
        /// The arguments are what the function expects. The kernel checks pointers, but not every number.
        #attributes
        #[allow(clippy::missing_safety_doc)]
        pub mod kfunc {
            use super::btfgen;
            CONTENT! {}
        }
    })
});

static EXISTS: LazyLock<Frame<0>> = LazyLock::new(|| {
    Frame::module(quote! {
        /// Whether the running kernel has each function, with the same number and kinds of arguments. This is constant once the
        /// program is loaded.
        pub mod exists {
            CONTENT! {}
        }
    })
});

pub(in crate::r#gen) fn push(out: &mut String, functions: &[Function<'_>]) -> Result<(), TooLong> {
    if functions.is_empty() {
        return Ok(());
    }
    let end = MODULE.open(out, []);
    for function in functions {
        *out += &formatted(call(function));
        room::check(out, || function.declaration.to_string())?;
    }
    let end_of_exists = EXISTS.open(out, []);
    for function in functions {
        *out += &formatted(exists(function));
        room::check(out, || function.declaration.to_string())?;
    }
    out.push_str(end_of_exists);
    out.push_str(end);
    Ok(())
}

fn call(function: &Function<'_>) -> TokenStream {
    let (ident, symbol) = (ident(function.ident), &*function.symbol);
    let documentation = string(format!(" `{}`", function.declaration));
    let tags = function.tags.iter();
    let tags = tags.map(|tag| string(format!(" The kernel's BTF has the tag `{tag}` for it.")));
    let parameters = function.parameters.iter().map(|parameter| {
        let name = self::ident(parameter.ident);
        match &parameter.ty {
            ParameterType::Scalar(ty) => {
                let ty = tokens(ty, From::Module);
                quote!(#name: #ty)
            }
            ParameterType::PointerTo(ty) => {
                let ty = tokens(ty, From::Module);
                quote!(#name: impl btfgen::PointerTo<#ty>)
            }
            ParameterType::AnyPointer => quote!(#name: impl btfgen::Pointer),
        }
    });
    let arguments = function.parameters.iter().map(|parameter| {
        let name = self::ident(parameter.ident);
        match parameter.ty {
            ParameterType::Scalar(_) => quote!(btfgen::pass(#name)),
            ParameterType::PointerTo(_) => quote!(btfgen::pass_pointer_to(#name)),
            ParameterType::AnyPointer => quote!(btfgen::pass_pointer(#name)),
        }
    });
    let call = quote!(super::layout::call!(#symbol #(, #arguments)*));
    let (returns, body) = match &function.returned {
        Returned::Nothing => (quote!(), quote!(#call;)),
        Returned::Scalar(ty) => {
            let ty = tokens(ty, From::Module);
            (quote!(-> #ty), quote!(btfgen::returned(#call)))
        }
        Returned::Place(ty) => {
            let ty = tokens(ty, From::Module);
            (
                quote!(-> btfgen::Place<#ty>),
                quote!(btfgen::returned_place(#call)),
            )
        }
    };
    quote! {
        #[doc = #documentation]
        #(#[doc = ""] #[doc = #tags])*
        #[inline(always)]
        pub unsafe fn #ident(#(#parameters),*) #returns {
            #body
        }
    }
}

fn exists(function: &Function<'_>) -> TokenStream {
    let (ident, symbol) = (ident(function.ident), &*function.symbol);
    let name = function.name;
    let documentation = string(format!(" Whether the running kernel has `{name}`."));
    quote! {
        #[doc = #documentation]
        #[inline(always)]
        pub fn #ident() -> bool {
            super::super::layout::exists!(#symbol)
        }
    }
}
