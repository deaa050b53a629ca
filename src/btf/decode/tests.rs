//! The same types as btf-rs, another reader of BTF, finds in the same bytes.

use btf_rs::{BtfType, Type as Other};

use super::{Split, decode, decode_with_modules};
use crate::btf_format::{
    FUNC_EXTERN, FUNC_GLOBAL, KIND_DATASEC, KIND_DECL_TAG, KIND_FUNC, KIND_FUNC_PROTO, KIND_INT,
    KIND_PTR, KIND_STRUCT, KIND_VAR,
};
use crate::model::{Bits, Composite, CompositeKind, Linkage, Qualifier, Type, TypeId, Types};

#[test]
fn reads_what_btf_rs_reads() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    let cases = std::fs::read_dir(folder).expect("the snapshots are there");
    let fixtures = cases.map(|case| case.expect("a folder can be read").path().join("input.btf"));
    let running = std::path::PathBuf::from("/sys/kernel/btf/vmlinux");
    let mut files = 0;
    for path in fixtures.chain([running]).filter(|path| path.is_file()) {
        let bytes = std::fs::read(&path).expect("the file can be read");
        assert_alike(&bytes);
        files += 1;
    }
    assert!(files > 10, "{files} files only");
}

#[test]
fn reads_of_modules_what_btf_rs_reads() {
    let (kernel, modules) = (kernel(), [module(1), module(2)]);
    let split = |name, bytes| Split {
        name,
        bytes,
        base: None,
    };
    let splits = [split("first", &modules[0]), split("second", &modules[1])];
    let types = decode_with_modules(&kernel, &splits).expect("the BTF is valid");
    let base = btf_rs::Btf::from_bytes(&kernel).expect("the BTF is valid");
    for (module, name) in modules.iter().zip(["first", "second"]) {
        let btf = btf_rs::Btf::from_split_bytes(module, &base).expect("the BTF is valid");
        let is_own = |id: &TypeId| types.module(*id) == Some(name);
        let own: Vec<_> = types.ids().filter(is_own).collect();
        assert_eq!(own.len(), 8);
        for id in own {
            assert_same(&types, id, &btf);
        }
    }
    for id in types.ids().filter(|id| types.module(*id).is_none()) {
        assert_same(&types, id, &base);
    }
}

/// Type 1 is `int`. Type 2 is a struct with a member of type 1.
fn kernel() -> Vec<u8> {
    let types = [
        &[1, KIND_INT << 24, 4, 32][..],
        &[5, KIND_STRUCT << 24 | 1, 4, 9, 1, 0],
    ];
    btf(&types.concat(), b"\0int\0one\0two\0")
}

/// The BTF of a module: a prototype with names, functions, variables, a section and tags. `shift` pointers are in front of these.
fn module(shift: u32) -> Vec<u8> {
    let (first, function, variable) = (3 + shift, 4 + shift, 5 + shift);
    let pointers = [0, KIND_PTR << 24, 2].repeat(shift as usize);
    let filler = [0, KIND_PTR << 24, 1].repeat(2 - shift as usize);
    let types = [
        &pointers[..],
        &[0, KIND_FUNC_PROTO << 24 | 3, 1, 13, 3, 5, 1, 0, 0],
        &[13, KIND_FUNC << 24 | FUNC_EXTERN, first],
        &[15, KIND_VAR << 24, 2, FUNC_GLOBAL],
        &[
            17,
            KIND_DATASEC << 24 | 2,
            12,
            variable,
            8,
            4,
            function,
            0,
            0,
        ],
        &[5, KIND_DECL_TAG << 24, function, 1],
        &[9, KIND_DECL_TAG << 24, variable, u32::MAX],
        &filler,
    ];
    btf(&types.concat(), b"f\0v\0.data\0")
}

fn btf(types: &[u32], strings: &[u8]) -> Vec<u8> {
    let length = 4 * types.len() as u32;
    let header = [24, 0, length, length, strings.len() as u32];
    let words = header.iter().chain(types);
    let words = words.flat_map(|word| word.to_le_bytes());
    let magic = b"\x9f\xeb\x01\0".iter().copied();
    magic.chain(words).chain(strings.to_vec()).collect()
}

fn assert_alike(bytes: &[u8]) {
    let types = decode(bytes).expect("the BTF is valid");
    let btf = btf_rs::Btf::from_bytes(bytes).expect("the BTF is valid");
    for id in types.ids() {
        assert_same(&types, id, &btf);
    }
    assert!(btf.resolve_type_by_id(types.types.len() as u32).is_err());
}

#[track_caller]
fn assert_same(types: &Types<'_>, id: TypeId, btf: &btf_rs::Btf) {
    let btf_id = types.btf_id(id);
    let other = btf.resolve_type_by_id(btf_id).expect("the id is there");
    assert_eq!(ours(types, id), theirs(btf, &other), "type id {btf_id}");
}

/// Both sides as text.
fn ours(types: &Types<'_>, of: TypeId) -> String {
    let id = |id: &TypeId| types.btf_id(*id);
    match types.get(of) {
        Type::Void => "void".to_string(),
        Type::Int(int) => format!(
            "int {} {} {} {}",
            int.name, int.size.0, int.signed, int.bool
        ),
        Type::Float(float) => format!("float {} {}", float.name, float.size.0),
        Type::Ptr(to) => format!("ptr {}", id(to)),
        Type::Array(array) => format!("array {}", array.length),
        Type::Composite(composite) => our_composite(types, composite),
        Type::Enum(it) => {
            let mut text = format!("enum {} {} {} {}", it.name, it.size.0, it.signed, it.wide);
            for enumerator in types.enumerators(it) {
                let value = if it.wide {
                    enumerator.value as u64
                } else {
                    u64::from(enumerator.value as u32)
                };
                text += &format!(" {}={value}", enumerator.name.text());
            }
            text
        }
        Type::Fwd(kind, name) => format!("fwd {} {name}", *kind == CompositeKind::Union),
        Type::Typedef(name, to) => format!("typedef {name} {}", id(to)),
        Type::Qualified(Qualifier::Const, to) => format!("const {}", id(to)),
        Type::Qualified(Qualifier::Volatile, to) => format!("volatile {}", id(to)),
        Type::Qualified(Qualifier::Restrict, to) => format!("restrict {}", id(to)),
        Type::TypeTag(to) => format!("type tag {}", id(to)),
        Type::FuncProto(function) => {
            let mut text = format!("prototype {}", id(&function.returns));
            for parameter in types.parameters(function) {
                text += &format!(" {}:{}", parameter.name.text(), id(&parameter.ty));
            }
            text
        }
        Type::Func(it) => format!(
            "function {} {:?} {}",
            it.name.text(),
            it.linkage,
            id(&it.prototype)
        ),
        Type::Var(it) => format!(
            "variable {} {:?} {}",
            it.name.text(),
            it.linkage,
            id(&it.ty)
        ),
        Type::Datasec(section) => {
            let mut text = format!("section {} {}", section.name, section.size.0);
            for it in types.variables(section) {
                text += &format!(" {}@{}+{}", id(&it.id), it.offset.0, it.size.0);
            }
            text
        }
        Type::DeclTag(tag) => format!("tag {} {} {:?}", tag.name, id(&tag.of), tag.component),
        Type::Unknown(kind) => format!("kind {kind}"),
    }
}

fn our_composite(types: &Types<'_>, composite: &Composite<'_>) -> String {
    let mut text = format!("composite {} {}", composite.name, composite.size.0);
    for member in types.members(composite) {
        let width = member.width.unwrap_or(Bits(0)).0;
        text += &format!(
            " {}:{} {}:{width}",
            member.name.text(),
            types.btf_id(member.ty),
            member.offset.0
        );
    }
    text
}

fn theirs(btf: &btf_rs::Btf, ty: &Other) -> String {
    let name = |ty: &dyn BtfType| btf.resolve_name(ty).unwrap_or_default();
    let to = |ty: &dyn BtfType| ty.get_type_id().unwrap_or_default();
    match ty {
        Other::Void => "void".to_string(),
        Other::Int(int) => {
            format!(
                "int {} {} {} {}",
                name(int),
                int.size(),
                int.is_signed(),
                int.is_bool()
            )
        }
        Other::Float(float) => format!("float {} {}", name(float), float.size()),
        Other::Ptr(ptr) => format!("ptr {}", to(ptr)),
        Other::Array(array) => format!("array {}", array.len()),
        Other::Struct(composite) | Other::Union(composite) => {
            let mut text = format!("composite {} {}", name(composite), composite.size());
            for member in &composite.members {
                let width = member.bitfield_size().unwrap_or(0);
                text += &format!(
                    " {}:{} {}:{width}",
                    name(member),
                    to(member),
                    member.bit_offset()
                );
            }
            text
        }
        Other::Enum(it) => {
            let mut text = format!("enum {} {} {} false", name(it), it.size(), it.is_signed());
            for member in &it.members {
                text += &format!(" {}={}", name(member), member.val());
            }
            text
        }
        Other::Enum64(it) => {
            let mut text = format!("enum {} {} {} true", name(it), it.size(), it.is_signed());
            for member in &it.members {
                text += &format!(" {}={}", name(member), member.val());
            }
            text
        }
        Other::Fwd(fwd) => format!("fwd {} {}", fwd.is_union(), name(fwd)),
        Other::Typedef(typedef) => format!("typedef {} {}", name(typedef), to(typedef)),
        Other::Const(it) => format!("const {}", to(it)),
        Other::Volatile(it) => format!("volatile {}", to(it)),
        Other::Restrict(it) => format!("restrict {}", to(it)),
        Other::TypeTag(it) => format!("type tag {}", to(it)),
        Other::FuncProto(function) => {
            let mut text = format!("prototype {}", function.return_type_id());
            for parameter in &function.parameters {
                text += &format!(" {}:{}", name(parameter), to(parameter));
            }
            text
        }
        Other::Func(it) => {
            let linkage = their_linkage([it.is_static(), it.is_global(), it.is_extern()]);
            format!("function {} {linkage:?} {}", name(it), to(it))
        }
        Other::Var(it) => {
            let linkage = their_linkage([it.is_static(), it.is_global(), it.is_extern()]);
            format!("variable {} {linkage:?} {}", name(it), to(it))
        }
        Other::Datasec(section) => {
            let mut text = format!("section {} {}", name(section), section.size());
            for it in &section.variables {
                text += &format!(" {}@{}+{}", to(it), it.offset(), it.size());
            }
            text
        }
        Other::DeclTag(tag) => {
            format!("tag {} {} {:?}", name(tag), to(tag), tag.component_index())
        }
        other => panic!("{other:?}"),
    }
}

fn their_linkage(is: [bool; 3]) -> Linkage {
    match is {
        [true, false, false] => Linkage::Static,
        [false, true, false] => Linkage::Global,
        [false, false, true] => Linkage::Extern,
        _ => panic!("{is:?}"),
    }
}
