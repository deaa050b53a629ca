//! Where BTF comes from: finding, opening, reading it into [`crate::model::Types`]. The only room that knows the format.

mod check;
mod decode;
mod find;
mod open;

pub use decode::Malformed;
pub(crate) use decode::decode;
pub use find::Source;
pub(crate) use find::{RUNNING, VARIABLE, find};
pub use open::{Error, Origin, Problem};
