//! Flavors: names that loaders take for another name.

/// The name without its flavor: what loaders look for.
pub(crate) fn essential(name: &str) -> &str {
    essential_name(name).unwrap_or(name)
}

/// The name that loaders look for, if it is not the name itself: the text before the last `___`
/// (`bpf_core_essential_name_len` of libbpf).
pub(crate) fn essential_name(name: &str) -> Option<&str> {
    let bytes = name.as_bytes();
    let flavor =
        |i: &usize| &bytes[*i + 1..*i + 4] == b"___" && bytes[*i] != b'_' && bytes[*i + 4] != b'_';
    let end = (0..bytes.len().saturating_sub(4)).rev().find(flavor)?;
    Some(&name[..=end])
}
