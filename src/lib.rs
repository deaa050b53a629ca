//! Relocatable Rust bindings for Linux kernel types, from BTF.
//!
//! # In a build script
//!
//! [`Builder`] does what the command line does, in the same words. The script `build.rs`:
//!
//! ```no_run
//! fn main() -> Result<(), Box<dyn std::error::Error>> {
//!     btfgen::Builder::new()
//!         .allow("task_struct.{pid,tgid,comm}")
//!         .generate()?
//!         .emit_cargo() // when to run this script again, and warnings
//!         .write_to_out_dir("vmlinux.rs")?;
//!     Ok(())
//! }
//! ```
//!
//! The crate contains the bindings as a module:
//!
//! ```ignore
//! mod vmlinux {
//!     include!(concat!(env!("OUT_DIR"), "/vmlinux.rs"));
//! }
//! ```
//!
//! `Cargo.toml` has btfgen without its default feature `cli`, which only the programs need. The feature `containers` is for kernels
//! and modules that are compressed, and for tar archives:
//!
//! ```toml
//! [build-dependencies]
//! btfgen = { git = "…", default-features = false }
//! ```
//!
//! An error prints as a sentence, also if `main` returns it. [`link_file`] links an object, if a build script can't use the
//! linker `btfgen-ld`.

mod bindings;
mod btf;
mod btf_format;
mod builder;
mod cargo;
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
mod laps;
pub mod link;
mod link_file;
mod look;
mod lower;
mod model;
mod names;
mod options;
mod output;
mod plain;
pub mod reloc;
mod resolve;
mod room;
mod text;
mod update;

pub use bindings::{Bindings, Error};
pub use btf::{Error as BtfError, Malformed, Misfit, NoModule, Origin, Problem, Reason, Source};
pub use builder::Builder;
#[cfg(feature = "json")]
pub use check::checks_to_json;
pub use check::{
    Check, CheckError, CheckedRelocation, CheckedSymbol, Guard, Note, ObjectFile, OnKernel,
    Verdict, check,
};
pub use diff::{
    Change, Diff, EnumeratorDiff, FieldDiff, FieldState, HookDiff, TypeChange, TypeDiff, diff,
};
pub use filter::Mistake;
pub use generate::runtime;
pub use input::{ReadError, objects, read_object};
pub use kernels::{KernelFile, SameName};
pub use link_file::{LinkFileError, link_file};
pub use look::{ListedEnumerator, ListedField, ListedType, Listing};
pub use names::BadName;
pub use options::{Derive, Intrinsics};
pub use output::{Difference, WriteError, write as write_to_file};
pub use plain::NotPlain;
pub use resolve::Loader;
pub use room::TooLong;
pub use text::{printable, shell_word, shown};
pub use update::{Update, UpdateError, update, uses_of};
