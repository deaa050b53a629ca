//! The comment at the top of a generated file: by which version, from which kernel, with which options. It has one normal form,
//! so that the same types have the same comment, however they were asked for: patterns are sorted, kernels and modules are named
//! by what they are and not by their path.

mod compare;
mod text;

pub(crate) use compare::difference;
pub(crate) use text::{of_runtime, text};
