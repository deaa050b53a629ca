//! The comment at the top of a generated file. It has the version of btfgen, the kernel and the options. It has one normal form,
//! so that the same types always have the same comment. Patterns are sorted. Kernels and modules are named by their content and
//! not by their path.

mod compare;
mod read;
mod text;

pub(crate) use compare::difference;
pub(crate) use read::Asked;
pub(crate) use text::{of_runtime, text};
