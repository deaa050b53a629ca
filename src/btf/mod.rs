//! Where BTF comes from: finding, opening, reading it into [`crate::model::Types`]. The only room that knows the format.

mod check;
mod decode;
mod distilled;
mod find;
mod header;
mod modules;
mod open;
mod part;
mod pointer;
mod record;
mod release;

pub use decode::Malformed;
pub(crate) use decode::{Split, decode, decode_with_modules, outline};
pub use find::Source;
pub(crate) use find::{RUNNING, VARIABLE, find};
pub use modules::{Misfit, NoModule, Reason};
pub(crate) use modules::{Module, all as all_modules, module};
pub(crate) use open::Contents;
#[cfg(any(test, fuzzing))]
pub(crate) use open::peel;
pub use open::{Error, Origin, Problem};
