//! The attributes of items: they disable lints of users' crates and rustfmt.
//!
//! The attribute for rustfmt is in a condition that is never true, because a C type may be called `rustfmt`. rustfmt obeys the
//! attribute nevertheless.

use proc_macro2::TokenStream;
use quote::quote;

/// A type with a C name.
pub(super) fn of_type() -> TokenStream {
    quote! {
        #[allow(dead_code, unreachable_pub, non_camel_case_types)]
        #[cfg_attr(any(), rustfmt::skip)]
    }
}

/// A constant with a C name.
pub(super) fn of_constant() -> TokenStream {
    quote! {
        #[allow(dead_code, unreachable_pub, non_upper_case_globals)]
        #[cfg_attr(any(), rustfmt::skip)]
    }
}

/// A module with items that have C names.
pub(super) fn of_items() -> TokenStream {
    quote! {
        #[allow(dead_code, unreachable_pub)]
        #[allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
        #[allow(clippy::pedantic, clippy::nursery)]
        #[allow(clippy::new_ret_no_self, clippy::wrong_self_convention)]
        #[allow(clippy::should_implement_trait)]
        #[cfg_attr(any(), rustfmt::skip)]
    }
}

/// A module that is the same in every file.
pub(super) fn of_runtime() -> TokenStream {
    quote! {
        #[allow(dead_code, unreachable_pub, unused_imports, unused_macros, unused_macro_rules)]
        #[allow(clippy::pedantic, clippy::nursery)]
        #[cfg_attr(any(), rustfmt::skip)]
    }
}
