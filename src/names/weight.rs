//! How many bytes of text this phase prepares, so that it stops before it has prepared more than btfgen writes. These are less
//! than what is written.

/// What an item has beside its names.
pub(super) const ITEM: usize = 256;
/// What a field has beside its name.
pub(super) const FIELD: usize = 192;
/// What a constant has beside its name.
pub(super) const CONSTANT: usize = 160;
/// What is kept of a name that can't be written.
pub(super) const LEFT_OUT: usize = 192;
