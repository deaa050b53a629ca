//! What changed, as data. docs/diff.md describes the JSON.

#[cfg(feature = "json")]
use crate::text::ascii;

/// What changed between two kernels.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Diff {
    /// The names of the two kernels.
    pub kernels: Vec<String>,
    /// The types that changed, sorted by kind and name.
    pub types: Vec<TypeDiff>,
    /// The hooks, kernel functions and variables that changed, sorted by kind and name.
    #[cfg_attr(feature = "json", serde(skip_serializing_if = "Vec::is_empty"))]
    pub hooks: Vec<HookDiff>,
}

/// A hook, kernel function or variable that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
#[non_exhaustive]
pub struct HookDiff {
    /// The word before the colon in a pattern: `fn`, `kfunc`, `lsm`, `struct_ops`, `tp` or `var`.
    pub kind: &'static str,
    /// Its name.
    pub name: String,
    /// What happened to it.
    pub change: TypeChange,
    /// As C declares it on the first kernel.
    #[cfg_attr(feature = "json", serde(skip_serializing_if = "Option::is_none"))]
    pub before: Option<String>,
    /// As C declares it on the second kernel.
    #[cfg_attr(feature = "json", serde(skip_serializing_if = "Option::is_none"))]
    pub after: Option<String>,
}

/// A type that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
#[non_exhaustive]
pub struct TypeDiff {
    /// `struct`, `union`, `enum` or `typedef`.
    pub kind: &'static str,
    /// Its name.
    pub name: String,
    /// What happened to it.
    pub change: TypeChange,
    /// Its size in bytes on each kernel. `None` if it does not exist there or is only declared.
    pub size: [Option<u32>; 2],
    /// For a typedef whose target changed: the target on each kernel.
    #[cfg_attr(feature = "json", serde(skip_serializing_if = "Option::is_none"))]
    pub target: Option<[String; 2]>,
    /// The fields that changed.
    #[cfg_attr(feature = "json", serde(skip_serializing_if = "Vec::is_empty"))]
    pub fields: Vec<FieldDiff>,
    /// The enumerators that changed.
    #[cfg_attr(feature = "json", serde(skip_serializing_if = "Vec::is_empty"))]
    pub enumerators: Vec<EnumeratorDiff>,
}

/// What happened to a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
#[cfg_attr(feature = "json", serde(rename_all = "snake_case"))]
pub enum TypeChange {
    /// Only the second kernel has it.
    Added,
    /// Only the first kernel has it.
    Gone,
    /// Both have it.
    Changed,
}

/// A field that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
#[non_exhaustive]
pub struct FieldDiff {
    /// Its name on the second kernel, or else on the first.
    pub name: String,
    /// What changed. A field that was probably renamed has `renamed`, and possibly other changes.
    pub changes: Vec<Change>,
    /// The field on the first kernel.
    #[cfg_attr(feature = "json", serde(skip_serializing_if = "Option::is_none"))]
    pub before: Option<FieldState>,
    /// The field on the second kernel.
    #[cfg_attr(feature = "json", serde(skip_serializing_if = "Option::is_none"))]
    pub after: Option<FieldState>,
}

/// What changed in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
#[cfg_attr(feature = "json", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Change {
    /// Only the second kernel has it.
    Added,
    /// Only the first kernel has it.
    Gone,
    /// It is probably a field of the first kernel, under another name.
    Renamed,
    /// It is another kind of type: an integer, a pointer, a struct and so on. Loaders do not find it any more.
    Kind,
    /// The pointer points to another type.
    Pointee,
    /// The integer has another sign.
    Sign,
    /// It has another size.
    Resized,
    /// It is or was a bitfield, or its width changed.
    Bitfield,
    /// It is at another offset.
    Moved,
    /// It is declared with another type, and at most its offset changed.
    Declared,
}

/// A field on one kernel.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
#[non_exhaustive]
pub struct FieldState {
    /// Its name.
    pub name: String,
    /// As C declares it.
    pub declaration: String,
    /// From the start of the type, in bits.
    pub bit_offset: u32,
    /// In bytes. `None` if the type has no size.
    pub size: Option<u32>,
    /// The width of a bitfield.
    #[cfg_attr(feature = "json", serde(skip_serializing_if = "Option::is_none"))]
    pub bits: Option<u32>,
}

/// An enumerator that was added, is gone, or has another value.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
#[non_exhaustive]
pub struct EnumeratorDiff {
    /// Its name.
    pub name: String,
    /// Its value on the first kernel.
    #[cfg_attr(feature = "json", serde(skip_serializing_if = "Option::is_none"))]
    pub before: Option<i128>,
    /// Its value on the second kernel.
    #[cfg_attr(feature = "json", serde(skip_serializing_if = "Option::is_none"))]
    pub after: Option<i128>,
}

impl Diff {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.types.is_empty() && self.hooks.is_empty()
    }

    /// The form that docs/diff.md describes.
    #[cfg(feature = "json")]
    pub fn to_json(&self) -> String {
        let text = serde_json::to_string_pretty(self);
        ascii(&text.expect("numbers and text are always JSON")) + "\n"
    }
}
