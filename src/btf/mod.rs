//! Where BTF comes from: finding, opening, reading it into [`crate::model::Types`]. The only room that knows the format.

mod append;
mod check;
mod decode;
mod distilled;
mod error;
mod find;
mod header;
mod kernel;
mod malformed;
mod modules;
mod open;
mod part;
mod pointer;
mod record;
mod release;
mod strings;

#[cfg(any(test, fuzzing))]
pub(crate) use decode::decode;
pub(crate) use decode::decode_program;
pub(crate) use decode::outline;
pub use error::{Error, Misfit, NoModule, Reason};
pub use find::Source;
pub(crate) use find::{VARIABLE, find, is_kernel_folder};
pub(crate) use header::sections;
pub(crate) use kernel::Kernel;
pub use malformed::Malformed;
pub(crate) use modules::{Module, all as all_modules, module};
pub(crate) use open::Contents;
#[cfg(any(test, fuzzing))]
pub(crate) use open::peel;
pub use open::{Origin, Problem};
pub(crate) use open::{members, of_member};
