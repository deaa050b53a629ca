//! Stands in for the attribute of rustc's BTF relocations: does nothing.

extern crate proc_macro;

/// Marks a type.
#[proc_macro_attribute]
pub fn btf_relocatable(_: proc_macro::TokenStream, item: proc_macro::TokenStream) -> proc_macro::TokenStream {
    item
}
