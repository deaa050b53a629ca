//! What BTF does not have: options of the kernel's configuration, and symbols of the kernel.

use crate::filter::HookKind;
use crate::names;
use crate::reloc;

/// An option of the kernel's configuration, or a symbol of the kernel.
#[derive(Debug)]
pub(crate) struct Symbol<'m> {
    pub(crate) ident: &'m str,
    /// Its name in C.
    pub(crate) name: &'m str,
    pub(crate) usage: SymbolUse,
}

/// How programs use it, with the symbols in the object.
#[derive(Debug)]
pub(crate) enum SymbolUse {
    /// By its address.
    Address { symbol: String },
    /// By its value. The type of the value is that of the symbol.
    Value { number: String, state: String },
}

pub(super) fn symbol(symbol: &names::Symbol) -> Symbol<'_> {
    let named = |prefix| format!("{prefix}{}", symbol.name);
    Symbol {
        ident: &symbol.ident,
        name: &symbol.name,
        usage: match symbol.kind {
            HookKind::Config => SymbolUse::Value {
                number: named(reloc::CONFIG_NUMBER),
                state: named(reloc::CONFIG_STATE),
            },
            _ => SymbolUse::Address {
                symbol: named(reloc::KERNEL_SYMBOL),
            },
        },
    }
}
