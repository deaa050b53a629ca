//! The kinds of type that patterns tell apart.

/// The kinds of type that have names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Kind {
    Struct,
    Union,
    Enum,
    Typedef,
}

impl Kind {
    pub(super) const ALL: [Kind; 4] = [Kind::Struct, Kind::Union, Kind::Enum, Kind::Typedef];

    pub(crate) fn keyword(self) -> &'static str {
        match self {
            Kind::Struct => "struct",
            Kind::Union => "union",
            Kind::Enum => "enum",
            Kind::Typedef => "typedef",
        }
    }
}
