//! Names that generated files have for themselves.

use super::ident;

/// What a generated file calls its own: its modules, and the type parameters of each `impl`.
pub(super) const OWN_NAMES: [&str; 16] = [
    "btfgen",
    "fields",
    "function",
    "kernels",
    "kconfig",
    "kfunc",
    "ksym",
    "layout",
    "lsm",
    "plain",
    "relocated",
    "struct_ops",
    "tp",
    "var",
    "R",
    "P",
];

/// Methods that a place has by traits of the prelude. rustc takes these before it looks at what the place derefs to, so that a
/// field can't be called by one of these names.
const METHODS_OF_PLACES: [&str; 8] = [
    "clone",
    "clone_from",
    "clone_into",
    "eq",
    "into",
    "ne",
    "to_owned",
    "try_into",
];

/// The method of a field.
pub(super) fn field_ident(c_name: &str) -> String {
    match METHODS_OF_PLACES.contains(&c_name) {
        true => format!("{c_name}_"),
        false => ident::ident(c_name),
    }
}
