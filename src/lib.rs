//! Relocatable Rust bindings for Linux kernel types, from BTF.
//!
//! A build script does what the command line does, in the same words:
//!
//! ```no_run
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let bindings = btfgen::Builder::new()
//!     .btf("vmlinux-6.1")
//!     .allow("task_struct.{pid,tgid,comm}")
//!     .generate()?;
//! bindings.write_to_file("vmlinux.rs")?;
//! # Ok(())
//! # }
//! ```

mod bindings;
mod btf;
mod btf_format;
mod builder;
mod check;
mod diff;
mod filter;
#[cfg(any(test, fuzzing))]
pub mod fuzzing;
mod r#gen;
mod generate;
mod header;
mod input;
mod insn;
mod kernels;
pub mod link;
mod look;
mod lower;
mod model;
mod names;
mod options;
mod output;
pub mod reloc;
mod resolve;
mod room;
mod text;

pub use bindings::{Bindings, Error};
pub use btf::{Error as BtfError, Malformed, Misfit, NoModule, Origin, Problem, Reason, Source};
pub use builder::Builder;
pub use check::{
    Check, CheckError, CheckedRelocation, Guard, Note, ObjectFile, OnKernel, Verdict, check,
    checks_to_json,
};
pub use diff::{Change, Diff, EnumeratorDiff, FieldDiff, FieldState, TypeChange, TypeDiff, diff};
pub use filter::Mistake;
pub use generate::runtime;
pub use input::{ReadError, objects, read_object};
pub use kernels::KernelFile;
pub use look::{ListedEnumerator, ListedField, ListedType, Listing};
pub use names::BadName;
pub use options::Intrinsics;
pub use output::{Difference, WriteError, write as write_to_file};
pub use room::TooLong;
pub use text::{printable, shell_word, shown};
