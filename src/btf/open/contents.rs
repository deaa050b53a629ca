//! What is read from a file.

/// What a file has for btfgen.
#[derive(Debug, Default)]
pub(crate) struct Contents {
    /// The BTF: raw, or the section `.BTF`.
    pub(crate) btf: Vec<u8>,
    /// The section `.BTF.base` of a module.
    pub(crate) base: Option<Vec<u8>>,
    /// The kernel's release, where the file says it.
    pub(crate) release: Option<String>,
}
