//! Why a loader refuses an object.

/// Why a loader refuses an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// The kind of the relocation is unknown. This is its number.
    Kind(u32),
    /// The access string does not fit the local type.
    Access,
    /// The local type has no name.
    Anonymous,
    /// Several types of the kernel fit, and their numbers differ. These are the ids of two of them.
    Ambiguous([u32; 2]),
    /// The relocation asks for the sign or the shifts of an array element.
    Element,
    /// The bitfield is not within one unit of eight bytes.
    Span,
    /// There are too many steps to the field.
    Deep,
    /// A type has no size.
    Unsized,
    /// The size of a type has more than 32 bits.
    Huge,
    /// The types are nested too deeply to compare.
    Levels,
    /// The instruction can't be relocated.
    Form,
    /// The instruction does not contain the number that follows from the local type.
    OldValue,
    /// The offset is more than 32767, which a load or store can't have.
    Far(u64),
    /// No load or store has the width of the field.
    Width(u32),
    /// aya: the kernel has no such type, and the relocation asks for its size or id.
    Missing,
    /// aya: the field has another size, in the object and on the kernel, and a load or store can't change its width.
    Sizes(u32, u32),
    /// aya: a load or store of a plain field, which is a bitfield on the other side. aya panics.
    Panic,
    /// Comparing types took too long. This is btfgen's own limit.
    TooMuch,
}

impl Refusal {
    /// The negative number that libbpf returns.
    pub(crate) fn errno(self) -> i32 {
        const E2BIG: i32 = 7;
        const EINVAL: i32 = 22;
        const ERANGE: i32 = 34;
        match self {
            Refusal::Span | Refusal::Deep | Refusal::Huge => -E2BIG,
            Refusal::Far(_) => -ERANGE,
            _ => -EINVAL,
        }
    }
}
