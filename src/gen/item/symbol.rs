//! Options of the kernel's configuration, and symbols of the kernel.

use std::sync::LazyLock;

use proc_macro2::TokenStream;
use quote::quote;

use super::super::attributes;
use super::super::shape::{Frame, formatted, string};
use super::super::ty::ident;
use crate::lower::{Symbol, SymbolUse};
use crate::room::{self, TooLong};

static CONFIG: LazyLock<Frame<0>> = LazyLock::new(|| {
    let attributes = attributes::of_items();
    Frame::module(quote! {
        /// Options of the configuration of the running kernel. Only libbpf puts their values in.
        ///
        /// They are constants for the verifier: it skips the branch that is not taken. An object can use an option as a number or as
        /// `y`, `m` and `n`, but not as both. A program that uses the wrong one does not load.
        #attributes
        pub mod kconfig {
            CONTENT! {}
        }
    })
});

static SYMBOLS: LazyLock<Frame<0>> = LazyLock::new(|| {
    let attributes = attributes::of_items();
    Frame::module(quote! {
        /// Symbols of the kernel (`/proc/kallsyms`). BTF does not have their types. The verifier does not trust the addresses, so `read`
        /// from their places.
        #attributes
        pub mod ksym {
            CONTENT! {}
        }
    })
});

pub(in crate::r#gen) fn push(out: &mut String, symbols: &[Symbol<'_>]) -> Result<(), TooLong> {
    let is_value = |symbol: &&Symbol<'_>| matches!(symbol.usage, SymbolUse::Value { .. });
    let (values, addresses): (Vec<_>, Vec<_>) = symbols.iter().partition(is_value);
    for (module, symbols) in [(&CONFIG, values), (&SYMBOLS, addresses)] {
        if symbols.is_empty() {
            continue;
        }
        let end = module.open(out, []);
        for symbol in symbols {
            *out += &formatted(item(symbol));
            room::check(out, || symbol.name.to_string())?;
        }
        out.push_str(end);
    }
    Ok(())
}

fn item(symbol: &Symbol<'_>) -> TokenStream {
    let (ident, name) = (ident(symbol.ident), symbol.name);
    let documentation = string(format!(" `{name}`"));
    let item = match &symbol.usage {
        SymbolUse::Value { number, state } => {
            quote!(super::layout::config!(#ident, #name, #number, #state);)
        }
        SymbolUse::Address { symbol } => quote!(super::layout::kernel_symbol!(#ident, #symbol);),
    };
    quote! {
        #[doc = #documentation]
        pub struct #ident;
        #item
    }
}
