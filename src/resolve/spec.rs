//! An access string, read against the local type.

use super::loader::Loader;
use super::refusal::Refusal;
use super::size::size;
use crate::btf_format::CoreReloKind;
use crate::model::{CompositeKind, Type, TypeId, Types};

/// `BPF_CORE_SPEC_MAX_LEN`
pub(super) const MAX_DEPTH: usize = 64;

/// A path from a type to the field or enumerator of a relocation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Spec<'a> {
    pub(crate) root: TypeId,
    /// The named members and the elements of arrays on the path. The first is an element of the pointer to the root.
    pub(crate) steps: Vec<Step<'a>>,
    /// The number of steps, including steps into anonymous members.
    pub(crate) depth: usize,
    /// The offset in bits. libbpf computes it with 32 bits.
    pub(crate) bit: u32,
}

/// A named member, an element of an array, or an enumerator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Step<'a> {
    /// The type that contains the member, or the type of the element.
    pub(crate) ty: TypeId,
    pub(crate) index: u32,
    /// `None` for an element.
    pub(crate) name: Option<&'a str>,
}

impl Spec<'_> {
    pub(super) fn new(root: TypeId) -> Self {
        Spec {
            root,
            steps: Vec::new(),
            depth: 0,
            bit: 0,
        }
    }

    /// Adds the size of this many elements to the offset.
    pub(super) fn skip(&mut self, elements: u32, bytes: u32) {
        let bits = u64::from(elements).wrapping_mul(8 * u64::from(bytes));
        self.bit = self.bit.wrapping_add(bits as u32);
    }
}

/// Whether the relocation is about a type as a whole.
pub(super) fn is_about_type(kind: CoreReloKind) -> bool {
    use CoreReloKind::*;
    matches!(
        kind,
        TypeIdLocal | TypeIdTarget | TypeExists | TypeMatches | TypeSize
    )
}

/// Whether the relocation is about an enumerator.
pub(super) fn is_about_enumerator(kind: CoreReloKind) -> bool {
    matches!(
        kind,
        CoreReloKind::EnumvalExists | CoreReloKind::EnumvalValue
    )
}

/// `bpf_core_parse_spec`
pub(crate) fn parse<'a>(
    types: &Types<'a>,
    kind: CoreReloKind,
    root: TypeId,
    access: &str,
) -> Result<Spec<'a>, Refusal> {
    parse_for(Loader::Libbpf, types, kind, root, access)
}

/// The same for any loader. They differ in which arrays are flexible.
pub(super) fn parse_for<'a>(
    loader: Loader,
    types: &Types<'a>,
    kind: CoreReloKind,
    root: TypeId,
    access: &str,
) -> Result<Spec<'a>, Refusal> {
    if root.0 as usize >= types.types.len() {
        return Err(Refusal::Access);
    }
    let mut spec = Spec::new(root);
    if is_about_type(kind) {
        return match access {
            "0" => Ok(spec),
            _ => Err(Refusal::Access),
        };
    }
    let indexes = indexes(access)?;
    let (&first, rest) = indexes.split_first().ok_or(Refusal::Access)?;
    spec.depth = indexes.len();
    let mut id = types.underlying(root);
    if is_about_enumerator(kind) {
        let enumerators = match types.get(id) {
            Type::Enum(enumeration) if rest.is_empty() => types.enumerators(enumeration),
            _ => return Err(Refusal::Access),
        };
        let enumerator = enumerators.get(first as usize).ok_or(Refusal::Access)?;
        spec.steps.push(Step {
            ty: id,
            index: first,
            name: Some(enumerator.name.text()),
        });
        return Ok(spec);
    }
    spec.steps.push(Step {
        ty: id,
        index: first,
        name: None,
    });
    let fault = |_| Refusal::Access;
    spec.skip(first, size(types, id).map_err(fault)?);
    for &index in rest {
        id = types.underlying(id);
        match types.get(id) {
            Type::Composite(composite) => {
                let members = types.members(composite);
                let member = members.get(index as usize).ok_or(Refusal::Access)?;
                spec.bit = spec.bit.wrapping_add(member.offset.0);
                if !member.name.is_empty() {
                    spec.steps.push(Step {
                        ty: id,
                        index,
                        name: Some(member.name.text()),
                    });
                }
                id = member.ty;
            }
            Type::Array(array) => {
                let last = spec.steps[spec.steps.len() - 1];
                if index >= array.length && !is_flexible(loader, types, &last, array.length) {
                    return Err(Refusal::Access);
                }
                id = types.underlying(array.element);
                spec.steps.push(Step {
                    ty: id,
                    index,
                    name: None,
                });
                spec.skip(index, size(types, id).map_err(fault)?);
            }
            _ => return Err(Refusal::Access),
        }
    }
    Ok(spec)
}

/// `is_flex_arr`: whether `step` leads to a flexible array, which is the last member of its struct and has no length. To libbpf, a
/// union may have one too. aya's `is_flex_array` asks for a struct, and not for a name.
pub(super) fn is_flexible(loader: Loader, types: &Types<'_>, step: &Step<'_>, length: u32) -> bool {
    let count = match (loader, types.get(step.ty)) {
        (Loader::Aya, Type::Composite(it)) if it.kind == CompositeKind::Union => 0,
        (_, Type::Composite(composite)) => composite.members.len(),
        _ => 0,
    };
    let is_member = loader == Loader::Aya || step.name.is_some();
    is_member && length == 0 && step.index as usize + 1 == count
}

/// The numbers in an access string, as `sscanf` reads them.
fn indexes(access: &str) -> Result<Vec<u32>, Refusal> {
    let mut rest = access;
    if rest.starts_with(':') {
        return Err(Refusal::Access);
    }
    let mut indexes = Vec::new();
    while !rest.is_empty() {
        rest = rest.strip_prefix(':').unwrap_or(rest);
        rest = rest.trim_start_matches([' ', '\t', '\n', '\u{b}', '\u{c}', '\r']);
        rest = rest.strip_prefix('+').unwrap_or(rest);
        let end = rest.find(|c: char| !c.is_ascii_digit());
        let (number, after) = rest.split_at(end.unwrap_or(rest.len()));
        let number: i32 = number.parse().map_err(|_| Refusal::Access)?;
        if indexes.len() == MAX_DEPTH {
            return Err(Refusal::Access);
        }
        indexes.push(number as u32);
        rest = after;
    }
    Ok(indexes)
}

#[cfg(test)]
mod tests {
    use super::indexes;

    #[test]
    fn access_strings_are_read_as_sscanf_reads_them() {
        let long = vec!["0"; 65].join(":");
        let rows: [(&str, Option<&[u32]>); 10] = [
            ("0", Some(&[0])),
            ("0:12:3", Some(&[0, 12, 3])),
            ("0: 1:+2", Some(&[0, 1, 2])),
            ("", Some(&[])),
            (":0", None),
            ("0:", None),
            ("0::1", None),
            ("0:-1", None),
            ("0:4294967296", None),
            (&long, None),
        ];
        for (access, expected) in rows {
            assert_eq!(indexes(access).ok().as_deref(), expected, "{access:?}");
        }
    }
}
