//! The fields of a type on several kernels.
//!
//! A field has one accessor if loaders find it on each kernel that has it, and if the program may treat what they find in one
//! way. If kernels declare it so that loaders tell the declarations apart, each declaration has an accessor, which finds only its
//! own. If loaders do not tell them apart, the field is left out.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use crate::model::{self, CompositeKind, Field, KernelSet, Origin, Type, TypeId, Types, essential};
use crate::reloc::table::is_name;

/// The fields of a type on all kernels that have it.
#[derive(Debug)]
pub(crate) struct Merged<'a> {
    /// Those of the last kernel, then those that only others have.
    pub(crate) fields: Vec<Field<'a>>,
    /// Fields that kernels declare differently although loaders take them for the same, with two of the declarations.
    pub(crate) disputed: BTreeMap<&'a str, [String; 2]>,
}

/// One declaration of a field, and the kernels that have it.
struct Version<'a> {
    field: Field<'a>,
    class: Class<'a>,
    on: KernelSet,
}

/// Merges the fields of one type on several kernels, the last kernel's first.
pub(super) fn merge<'a>(types: &Types<'a>, lists: Vec<(usize, Vec<Field<'a>>)>) -> Merged<'a> {
    let count = lists.len();
    let mut versions: Vec<Version<'a>> = Vec::new();
    let mut by_name: HashMap<&'a str, Vec<usize>> = HashMap::new();
    for (i, (kernel, fields)) in lists.into_iter().enumerate() {
        for field in fields {
            let class = Class::of(types, field.ty);
            let known = by_name.entry(field.name).or_default();
            let same = (known.iter()).find(|known| versions[**known].class.is_same(&class));
            match same {
                Some(known) => versions[*known].add(types, kernel, field),
                None => {
                    known.push(versions.len());
                    let field = match i {
                        0 => field,
                        _ => Field {
                            origin: Origin::Other,
                            within: None,
                            ..field
                        },
                    };
                    versions.push(Version {
                        field,
                        class,
                        on: [kernel].into(),
                    });
                }
            }
        }
    }
    let (tags, disputed) = tags(types, &versions, &by_name);
    let fields = versions.into_iter().enumerate().filter_map(|(i, version)| {
        let name = version.field.name;
        let is_everywhere = version.on.len() == count;
        (!disputed.contains_key(name)).then(|| Field {
            on: (!is_everywhere).then(|| Rc::new(version.on)),
            tag: tags.get(&i).cloned(),
            ..version.field
        })
    });
    Merged {
        fields: fields.collect(),
        disputed,
    }
}

/// Two declarations of each name whose declarations loaders do not tell apart.
type Disputed<'a> = BTreeMap<&'a str, [String; 2]>;

/// What tells the declarations of one name apart, and the names whose declarations loaders do not tell apart.
fn tags<'a>(
    types: &Types<'a>,
    versions: &[Version<'a>],
    by_name: &HashMap<&'a str, Vec<usize>>,
) -> (HashMap<usize, Rc<str>>, Disputed<'a>) {
    let (mut tags, mut disputed) = (HashMap::new(), BTreeMap::new());
    for (name, all) in by_name.iter().filter(|(_, all)| all.len() > 1) {
        for (i, one) in all.iter().enumerate() {
            let (a, word) = (&versions[*one], versions[*one].class.word());
            let others = all[..i].iter().map(|other| &versions[*other]);
            let alike = |b: &&Version<'_>| b.class.is_found_for(&a.class) || b.class.word() == word;
            if let Some(b) = others.rev().find(alike) {
                let text = |version: &Version<'_>| {
                    let field = &version.field;
                    let mut text = model::declaration(types, field.ty, field.name);
                    if let Some(width) = field.width {
                        text += &format!(":{}", width.0);
                    }
                    text
                };
                disputed.entry(*name).or_insert_with(|| [text(b), text(a)]);
            }
            tags.insert(*one, Rc::from(word));
        }
    }
    (tags, disputed)
}

impl<'a> Version<'a> {
    /// Adds the declaration of an earlier kernel.
    fn add(&mut self, types: &Types<'a>, kernel: usize, field: Field<'a>) {
        self.on.insert(kernel);
        if field.origin == Origin::Moved && self.field.origin == Origin::Only {
            self.field.origin = Origin::Moved;
        }
        if !have_same_targets(types, self.field.ty, field.ty) {
            self.field.is_mixed_pointer = true;
        }
        self.field.also.push(field.ty);
        self.field.also.extend(field.also);
    }
}

/// What loaders compare of a member's type (libbpf's `bpf_core_fields_are_compat`), and what programs see of it.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Class<'a> {
    /// A struct or union, by its kind, its name, and whether that is the name of a typedef.
    Composite(CompositeKind, &'a str, bool),
    Pointer,
    /// `None`: any sign. Loaders report the sign of an integer, but not of an element of an array.
    Integer(Option<bool>),
    Enum(&'a str),
    Float(u32),
    Fwd(&'a str),
    Array(Box<Class<'a>>),
    /// What no member is.
    Other,
}

impl<'a> Class<'a> {
    fn of(types: &Types<'a>, id: TypeId) -> Class<'a> {
        match Class::of_element(types, id) {
            Class::Integer(_) => Class::Integer(None),
            class => class,
        }
    }

    fn of_element(types: &Types<'a>, id: TypeId) -> Class<'a> {
        match types.get(types.unqualified(id)) {
            Type::Typedef(name, target) => match types.get(types.unqualified(*target)) {
                Type::Composite(it) if it.name.is_empty() => Class::Composite(it.kind, name, true),
                _ => Class::of_element(types, *target),
            },
            Type::Composite(it) => Class::Composite(it.kind, it.name, false),
            Type::Ptr(_) => Class::Pointer,
            Type::Int(int) => Class::Integer((!int.char).then_some(int.signed)),
            Type::Enum(it) => Class::Enum(essential(it.name)),
            Type::Float(it) => Class::Float(it.size.0),
            Type::Fwd(_, name) => Class::Fwd(name),
            Type::Array(array) => Class::Array(Box::new(Class::of_element(types, array.element))),
            _ => Class::Other,
        }
    }

    /// Whether one accessor is right for both.
    fn is_same(&self, other: &Class<'a>) -> bool {
        match (self, other) {
            (Class::Enum(a), Class::Enum(b)) => a == b || a.is_empty() || b.is_empty(),
            (Class::Integer(a), Class::Integer(b)) => a == b || a.is_none() || b.is_none(),
            (Class::Array(a), Class::Array(b)) => a.is_same(b),
            _ => self == other,
        }
    }

    /// Whether a loader that looks for one finds the other.
    fn is_found_for(&self, other: &Class<'a>) -> bool {
        match (self, other) {
            (Class::Array(a), Class::Array(b)) => a.is_found_for(b),
            (Class::Enum(a), Class::Enum(b)) | (Class::Fwd(a), Class::Fwd(b)) => {
                a == b || a.is_empty() || b.is_empty()
            }
            (Class::Composite(..), Class::Composite(..)) => true,
            (Class::Integer(_), Class::Integer(_)) | (Class::Float(_), Class::Float(_)) => true,
            _ => self == other,
        }
    }

    /// A word for the names of accessors. It does not depend on the other declarations.
    fn word(&self) -> String {
        match self {
            Class::Composite(kind, ..) => kind.keyword().to_string(),
            Class::Pointer => "pointer".to_string(),
            Class::Integer(_) => "integer".to_string(),
            Class::Enum(name) if is_name(name) => format!("enum_{name}"),
            Class::Enum(_) => "enum".to_string(),
            Class::Float(_) => "float".to_string(),
            Class::Array(element) => format!("array_of_{}", element.word()),
            Class::Fwd(_) | Class::Other => "other".to_string(),
        }
    }
}

/// The maximum number of pointers that are compared. The types are then taken for different.
const MAX_DEPTH: usize = 16;

/// Whether the pointers in two types of one class lead to the same.
fn have_same_targets(types: &Types<'_>, a: TypeId, b: TypeId) -> bool {
    match (types.get(types.by_value(a)), types.get(types.by_value(b))) {
        (Type::Ptr(a), Type::Ptr(b)) => are_same_targets(types, *a, *b, 0),
        _ => true,
    }
}

/// Whether a program may follow a pointer to one as a pointer to the other. Loaders do not relocate the size of a scalar
/// there.
pub(super) fn are_same_targets(types: &Types<'_>, a: TypeId, b: TypeId, depth: usize) -> bool {
    let (a, b) = (types.elements(a), types.elements(b));
    if a.1.len() != b.1.len() || depth > MAX_DEPTH {
        return false;
    }
    if let (Some(a), Some(b)) = (named(types, a.0), named(types, b.0)) {
        return a == b;
    }
    match (
        types.get(types.underlying(a.0)),
        types.get(types.underlying(b.0)),
    ) {
        (Type::Void, Type::Void) | (Type::FuncProto(_), Type::FuncProto(_)) => true,
        (Type::Int(a), Type::Int(b)) => {
            a.size == b.size && a.bool == b.bool && (a.signed == b.signed || a.char && b.char)
        }
        (Type::Enum(a), Type::Enum(b)) => a.size == b.size && a.signed == b.signed,
        (Type::Float(a), Type::Float(b)) => a.size == b.size,
        (Type::Ptr(a), Type::Ptr(b)) => are_same_targets(types, *a, *b, depth + 1),
        (Type::Composite(a), Type::Composite(b)) => a.name.is_empty() && b.name.is_empty(),
        _ => false,
    }
}

/// What a struct or union is called, if it has a name.
fn named<'a>(types: &Types<'a>, mut id: TypeId) -> Option<(CompositeKind, &'a str, bool)> {
    loop {
        id = types.unqualified(id);
        match types.get(id) {
            Type::Typedef(name, target) => match types.get(types.unqualified(*target)) {
                Type::Composite(it) if it.name.is_empty() => return Some((it.kind, name, true)),
                _ => id = *target,
            },
            Type::Composite(it) if !it.name.is_empty() => return Some((it.kind, it.name, false)),
            Type::Fwd(kind, name) => return Some((*kind, name, false)),
            _ => return None,
        }
    }
}
