//! Where downloaded things live: outside the checkout, shared by all checkouts.

use std::env;
use std::path::PathBuf;

/// The cache's root: `$BTFGEN_CACHE`, else the user's cache directory.
pub(crate) fn root() -> PathBuf {
    let named = |variable| {
        env::var_os(variable)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    named("BTFGEN_CACHE")
        .or_else(|| named("XDG_CACHE_HOME").map(|dir| dir.join("btfgen")))
        .or_else(|| named("HOME").map(|dir| dir.join(".cache/btfgen")))
        .unwrap_or_else(|| env::temp_dir().join("btfgen-cache"))
}

/// One directory for each kernel.
pub(crate) fn kernels() -> PathBuf {
    root().join("kernels")
}

/// The root of `cargo install --root`; programs are in its `bin`.
pub(crate) fn tools() -> PathBuf {
    root().join("tools")
}

/// One directory for each architecture but that of this machine.
pub(crate) fn sysroots() -> PathBuf {
    root().join("sysroots")
}
