//! Where BTF comes from: finding, opening, reading it into [`crate::model::Types`]. The only room that knows the format.

mod check;
mod decode;
mod open;

pub use decode::Malformed;
pub(crate) use decode::decode;
pub(crate) use open::open;
pub use open::{Error, Source};
