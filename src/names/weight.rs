//! The number of bytes of text that this phase prepares. The phase stops before it has prepared more than btfgen writes. The
//! numbers are less than what is written.

/// An item without its names.
pub(super) const ITEM: usize = 256;
/// A field without its name.
pub(super) const FIELD: usize = 192;
/// A constant without its name.
pub(super) const CONSTANT: usize = 160;
/// The data that is kept for a name that can't be written.
pub(super) const LEFT_OUT: usize = 192;
