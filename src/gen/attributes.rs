//! The attributes of items: which lints of users' crates pass over them, and what keeps rustfmt away.
//!
//! The name of the tool stands in a condition that is never true, which rustfmt obeys all the same, because a C type may be
//! called `rustfmt`.

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
