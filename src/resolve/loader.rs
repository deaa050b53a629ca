//! The loaders whose rules this program knows.

use crate::model;

/// A loader of BPF objects.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
#[cfg_attr(feature = "json", serde(rename_all = "snake_case"))]
pub enum Loader {
    /// libbpf 1.7.
    #[default]
    Libbpf,
    /// aya 0.16, on a kernel that knows all kinds of BTF types of the object.
    Aya,
}

impl Loader {
    /// Its name in text.
    pub fn name(self) -> &'static str {
        match self {
            Loader::Libbpf => "libbpf",
            Loader::Aya => "aya",
        }
    }

    /// A name without its flavor. aya cuts at the first `___` (`flavorless_name`).
    pub(super) fn essential(self, name: &str) -> &str {
        match self {
            Loader::Libbpf => model::essential(name),
            Loader::Aya => name.split_once("___").map_or(name, |(name, _)| name),
        }
    }
}
