//! The subject of a relocation: a field, type or enumerator, in words.

use crate::btf_format::CoreReloKind;
use crate::insn::{Class, Insn};
use crate::model::{CompositeKind, Type, TypeId, Types, essential};
use crate::reloc::table::is_name;
use crate::resolve::{Relocation, Spec, parse};

/// The subject of a relocation.
pub(super) struct Subject<'a> {
    /// `None`: the kind is not known.
    pub(super) kind: Option<CoreReloKind>,
    /// The path through the local type. `None`: the access string does not fit the type.
    pub(super) spec: Option<Spec<'a>>,
    /// The name of the local type, without its flavor: `task_struct`.
    pub(super) root: String,
    /// `task_struct.se.vruntime`, `enum pid_type.PIDTYPE_TGID`, `struct task_struct`. The text is from the object.
    pub(super) path: String,
}

impl<'a> Subject<'a> {
    pub(super) fn new(types: &Types<'a>, relocation: &Relocation<'_>) -> Subject<'a> {
        let kind = CoreReloKind::of(relocation.kind);
        let spec =
            kind.and_then(|kind| parse(types, kind, relocation.root, relocation.access).ok());
        let ty = types.types.get(relocation.root.0 as usize);
        let (keyword, name) = ty.map_or(("", ""), named);
        let root = essential(name).to_string();
        let steps = spec
            .as_ref()
            .map(|spec| &spec.steps[..])
            .unwrap_or_default();
        let path = match kind {
            Some(CoreReloKind::EnumvalExists | CoreReloKind::EnumvalValue) => {
                let name = steps.first().and_then(|step| step.name);
                format!("{keyword}{root}.{}", name.unwrap_or("?"))
            }
            _ if steps.is_empty() => format!("{keyword}{root}"),
            _ => field_path(&root, steps.iter().map(|step| (step.name, step.index))),
        };
        Subject {
            kind,
            spec,
            root,
            path,
        }
    }

    /// The pattern for it, as for `--allow`. `None`: no pattern can name it.
    pub(super) fn pattern(&self) -> Option<String> {
        let steps = self.spec.as_ref().map(|spec| &spec.steps[..]);
        let names = steps
            .unwrap_or_default()
            .iter()
            .filter_map(|step| step.name);
        let names: Vec<_> = [self.root.as_str()].into_iter().chain(names).collect();
        names
            .iter()
            .all(|name| is_name(name))
            .then(|| names.join("."))
    }

    /// The operation of the instruction: `load`, `offset`, `exists` and so on.
    pub(super) fn operation(&self, insn: &Insn) -> &'static str {
        use CoreReloKind::*;
        match self.kind {
            Some(FieldByteOffset) => match insn.class() {
                Class::Ldx => "load",
                Class::St | Class::Stx => "store",
                _ => "offset",
            },
            Some(FieldByteSize) => "size",
            Some(FieldExists) => "exists",
            Some(FieldSigned) => "sign",
            Some(FieldLShift | FieldRShift) => "shift",
            Some(TypeIdLocal) => "local type id",
            Some(TypeIdTarget) => "type id",
            Some(TypeExists) => "type exists",
            Some(TypeSize) => "type size",
            Some(TypeMatches) => "type matches",
            Some(EnumvalExists) => "enumerator exists",
            Some(EnumvalValue) => "value",
            None => "unknown",
        }
    }
}

/// `task_struct.comm[3]`, for names and indexes. The first is an element of the pointer to the root.
pub(super) fn field_path<'n>(
    root: &str,
    steps: impl Iterator<Item = (Option<&'n str>, u32)>,
) -> String {
    let mut path = root.to_string();
    for (i, (name, index)) in steps.enumerate() {
        match name {
            Some(name) => path.extend([".", name]),
            None if i == 0 && index == 0 => {}
            None => path.push_str(&format!("[{index}]")),
        }
    }
    path
}

/// The keyword and the name of a type.
fn named<'a>(ty: &Type<'a>) -> (&'static str, &'a str) {
    match ty {
        Type::Composite(it) if it.kind == CompositeKind::Union => ("union ", it.name),
        Type::Composite(it) => ("struct ", it.name),
        Type::Enum(it) => ("enum ", it.name),
        Type::Fwd(kind, name) => match kind {
            CompositeKind::Struct => ("struct ", name),
            CompositeKind::Union => ("union ", name),
        },
        Type::Typedef(name, _) => ("", name),
        Type::Int(it) => ("", it.name),
        Type::Float(it) => ("", it.name),
        _ => ("", ""),
    }
}

/// The words for a type in a message: `struct sock`, `int`.
pub(super) fn type_words(types: &Types<'_>, id: TypeId) -> String {
    match types.get(types.underlying(id)) {
        Type::Void => "void".to_string(),
        Type::Ptr(_) => "a pointer".to_string(),
        Type::Array(_) => "an array".to_string(),
        Type::FuncProto(_) => "a function".to_string(),
        ty => {
            let (keyword, name) = named(ty);
            match name {
                "" => format!("an anonymous {}", keyword.trim_end()),
                name => format!("{keyword}{name}"),
            }
        }
    }
}
