//! What loaders would refuse, as an error.

use crate::link::Error;
use crate::link::bytes::Bytes;

/// What each refusal says about the way out.
const HINT: &str = "\nhint: loaders would drop it, and the relocations with it; build all crates with `debug = 2` or all with `debug = 0`, or link without `--btf`";

pub(super) fn fault(bytes: Bytes<'_>, offset: u64, reason: &str) -> Error {
    bytes.error(offset, format!("{reason}{HINT}"))
}
