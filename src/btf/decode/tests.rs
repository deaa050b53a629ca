//! The same types as btf-rs, another reader of BTF, finds in the same bytes.

use btf_rs::{BtfType, Type as Other};

use super::decode;
use crate::model::{Bits, Composite, CompositeKind, Qualifier, Type, TypeId, Types};

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

fn assert_alike(bytes: &[u8]) {
    let types = decode(bytes).expect("the BTF is valid");
    let btf = btf_rs::Btf::from_bytes(bytes).expect("the BTF is valid");
    for id in types.ids() {
        let other = btf.resolve_type_by_id(id.0).expect("the id is there");
        assert_eq!(ours(&types, id), theirs(&btf, &other), "type id {}", id.0);
    }
    assert!(btf.resolve_type_by_id(types.types.len() as u32).is_err());
}

/// Both sides as text.
fn ours(types: &Types<'_>, id: TypeId) -> String {
    match types.get(id) {
        Type::Void => "void".to_string(),
        Type::Int(int) => format!(
            "int {} {} {} {}",
            int.name, int.size.0, int.signed, int.bool
        ),
        Type::Float(float) => format!("float {} {}", float.name, float.size.0),
        Type::Ptr(to) => format!("ptr {}", to.0),
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
                text += &format!(" {}={value}", enumerator.name);
            }
            text
        }
        Type::Fwd(kind, name) => format!("fwd {} {name}", *kind == CompositeKind::Union),
        Type::Typedef(name, to) => format!("typedef {name} {}", to.0),
        Type::Qualified(Qualifier::Const, to) => format!("const {}", to.0),
        Type::Qualified(Qualifier::Volatile, to) => format!("volatile {}", to.0),
        Type::Qualified(Qualifier::Restrict, to) => format!("restrict {}", to.0),
        Type::TypeTag(to) => format!("tag {}", to.0),
        Type::FuncProto(function) => {
            let parameters: Vec<_> = types.parameters(function).iter().map(|it| it.0).collect();
            format!("function {} {parameters:?}", function.returns.0)
        }
        Type::Func(_) | Type::Other | Type::Unknown(_) => "other".to_string(),
    }
}

fn our_composite(types: &Types<'_>, composite: &Composite<'_>) -> String {
    let mut text = format!("composite {} {}", composite.name, composite.size.0);
    for member in types.members(composite) {
        let width = member.width.unwrap_or(Bits(0)).0;
        text += &format!(
            " {}:{} {}:{width}",
            member.name, member.ty.0, member.offset.0
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
        Other::TypeTag(it) => format!("tag {}", to(it)),
        Other::FuncProto(function) => {
            let parameters: Vec<_> = function.parameters.iter().map(|it| to(it)).collect();
            format!("function {} {parameters:?}", function.return_type_id())
        }
        _ => "other".to_string(),
    }
}
