//! Every type of real kernels at once, with those of some modules, against what bpftool says that there is.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;

use common::{Case, Need, RUNNING, corpus, ensure, kernel_file, output};
use libtest_mimic::Failed;
use object::{Object, ObjectSection};
use serde_json::Value;
use tempfile::NamedTempFile;

/// Kernels and the files of modules that the corpus has of each.
const KERNELS: &[(&str, &[&str])] = &[
    ("6.1", &["nf_conntrack.ko", "nf_tables.ko", "xfs.ko"]),
    (
        "6.12",
        &["nf_conntrack.ko.xz", "nf_tables.ko.xz", "xfs.ko.xz"],
    ),
    ("6.1-arm64", &[]),
    ("6.12-s390x", &["nf_conntrack.ko.xz"]),
    ("cilium", &["btf_testmod.btf"]),
];

/// A kernel's BTF and those of its modules.
#[derive(Clone)]
struct Kernel {
    name: &'static str,
    btf: PathBuf,
    modules: Vec<PathBuf>,
}

fn main() -> ExitCode {
    let mut kernels = vec![Kernel {
        name: "running",
        btf: PathBuf::from(RUNNING),
        modules: running_modules(),
    }];
    kernels.extend(KERNELS.iter().map(|(name, modules)| {
        let btf = corpus(name);
        let modules = modules
            .iter()
            .map(|file| btf.with_file_name(file))
            .collect();
        Kernel { name, btf, modules }
    }));
    let cases = kernels.into_iter().flat_map(|kernel| {
        let (complete, again) = (kernel.clone(), kernel.clone());
        let files = || {
            let modules = kernel.modules.iter().map(|path| kernel_file(path));
            modules.chain([kernel_file(&kernel.btf)])
        };
        [
            Case {
                name: format!("complete_{}", kernel.name),
                needs: (files())
                    .chain([Need::Program("bpftool"), Need::Program("xz")])
                    .collect(),
                run: Box::new(move || is_complete(&complete)),
            },
            Case {
                name: format!("parses_and_is_the_same_twice_{}", kernel.name),
                needs: files().collect(),
                run: Box::new(move || parses_and_is_the_same_twice(&again)),
            },
        ]
    });
    common::run(cases.collect())
}

/// Whatever modules are loaded.
fn running_modules() -> Vec<PathBuf> {
    let folder = Path::new(RUNNING)
        .parent()
        .and_then(|folder| folder.read_dir().ok());
    let files = folder
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path());
    let mut modules: Vec<_> = files.filter(|path| path != Path::new(RUNNING)).collect();
    modules.sort();
    modules
}

fn parses_and_is_the_same_twice(kernel: &Kernel) -> Result<(), Failed> {
    let first = generate(kernel)?;
    ensure(first == generate(kernel)?, || "two runs differ".to_string())?;
    let file = syn::parse_file(&first)?;
    ensure(file.items.len() > 10_000, || {
        format!("{} items only", file.items.len())
    })
}

fn generate(kernel: &Kernel) -> Result<String, Failed> {
    let builder = btfgen::Builder::new().btf(&kernel.btf);
    let builder = kernel.modules.iter().fold(builder, btfgen::Builder::module);
    Ok(builder.generate()?.to_string())
}

/// C types and what is in them: field → bit offset, of enums enumerator → value.
#[derive(Default)]
struct Types {
    fields: BTreeMap<String, BTreeMap<String, u64>>,
    /// Those of each definition of a type.
    definitions: BTreeMap<String, Vec<BTreeMap<String, u64>>>,
    enumerators: BTreeMap<String, BTreeSet<String>>,
    typedefs: BTreeSet<String>,
    /// Of the definitions that were chosen: the kernel's, members, bytes.
    weights: BTreeMap<String, (bool, usize, u64)>,
    /// What has no item of its own, and why.
    exceptions: BTreeSet<String>,
}

fn is_complete(kernel: &Kernel) -> Result<(), Failed> {
    let btf = kernel.btf.as_os_str();
    let dump = ["-j", "btf", "dump", "file"].map(OsStr::new);
    let of_kernel = Dump::default().with(&output("bpftool", &[&dump[..], &[btf]].concat())?)?;
    let mut expected = Types::default();
    of_kernel.add_to(&mut expected, true);
    for module in &kernel.modules {
        let raw = raw_btf(module)?;
        let base = ["-B".as_ref(), btf];
        let dump = [&base[..], &dump, &[raw.path().as_os_str()]].concat();
        let of_module = of_kernel.with(&output("bpftool", &dump)?)?;
        ensure(of_module.types.len() > of_kernel.types.len(), || {
            format!("{}: no types", module.display())
        })?;
        of_module.add_to(&mut expected, false);
    }
    let written = read(&generate(kernel)?)?;
    let mut wrong = Vec::new();
    let mut fields = 0;
    let definitions = &expected.definitions;
    for (ty, expected) in &expected.fields {
        fields += expected.len();
        match written.fields.get(ty) {
            None => wrong.push(format!("{ty} is missing")),
            Some(written)
                if written != expected
                    && !of_all_definitions(written, expected, &definitions[ty]) =>
            {
                wrong.push(format!("{ty}: {}", first_difference(expected, written)))
            }
            Some(_) => {}
        }
    }
    for (ty, expected) in &expected.enumerators {
        let empty = BTreeSet::new();
        let written = written.enumerators.get(ty).unwrap_or(&empty);
        wrong.extend(
            expected
                .difference(written)
                .map(|name| format!("enum {ty}: {name} is missing")),
        );
    }
    wrong.extend(
        expected
            .typedefs
            .difference(&written.typedefs)
            .map(|name| format!("typedef {name} is missing")),
    );
    println!(
        "{}, {} modules: {} structs, unions and typedefs of anonymous ones with {fields} fields, {} enums, {} other typedefs: {} differ",
        kernel.name,
        kernel.modules.len(),
        expected.fields.len(),
        expected.enumerators.len(),
        expected.typedefs.len(),
        wrong.len()
    );
    println!("without an item of their own: {:?}", expected.exceptions);
    ensure(wrong.is_empty(), || wrong.join("\n"))
}

/// Fields of several definitions: each is where the chosen definition has it, or else another one; none is missing but those that
/// several definitions have, which may declare them differently.
fn of_all_definitions(
    written: &BTreeMap<String, u64>,
    chosen: &BTreeMap<String, u64>,
    definitions: &[BTreeMap<String, u64>],
) -> bool {
    let is_right = |(name, bit): (&String, &u64)| match chosen.get(name) {
        Some(of_chosen) => bit == of_chosen,
        None => definitions.iter().any(|it| it.get(name) == Some(bit)),
    };
    let may_miss = |name: &String| {
        let having = definitions.iter().filter(|it| it.contains_key(name));
        written.contains_key(name) || having.count() > 1
    };
    let mut names = definitions.iter().flat_map(BTreeMap::keys);
    definitions.len() > 1 && written.iter().all(is_right) && names.all(may_miss)
}

/// A module's BTF as a file of its own, for bpftool reads neither compressed modules nor those of another byte order.
fn raw_btf(module: &Path) -> Result<NamedTempFile, Failed> {
    let bytes = match module
        .extension()
        .is_some_and(|extension| extension == "xz")
    {
        true => output("xz", &["-dc".as_ref(), module.as_os_str()])?,
        false => std::fs::read(module)?,
    };
    let mut file = NamedTempFile::new()?;
    match bytes.starts_with(b"\x7fELF") {
        true => {
            let elf = object::File::parse(&*bytes)?;
            let section = elf
                .section_by_name(".BTF")
                .ok_or("the module has no .BTF")?;
            file.write_all(section.data()?)?;
        }
        false => file.write_all(&bytes)?,
    }
    Ok(file)
}

fn first_difference(expected: &BTreeMap<String, u64>, written: &BTreeMap<String, u64>) -> String {
    let missing = expected
        .iter()
        .find(|(name, bit)| written.get(*name) != Some(bit));
    let extra = written.keys().find(|name| !expected.contains_key(*name));
    match (missing, extra) {
        (Some((name, bit)), _) => {
            format!("{name} is at bit {bit}, written is {:?}", written.get(name))
        }
        (None, Some(name)) => format!("{name} is not in the kernel"),
        (None, None) => "no difference".to_string(),
    }
}

/// What a generated file has: accessors from its functions, offsets from its table.
fn read(text: &str) -> Result<Types, Failed> {
    let mut types = Types::default();
    let mut keys = BTreeMap::new();
    let mut accessors: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut of = "";
    for line in text.lines() {
        if let Some(root) = line.strip_prefix("layout::root! { ") {
            let (ident, key) = root.split_once(", \"").ok_or("a root without a key")?;
            let (key, _) = key.split_once('"').ok_or("a key without an end")?;
            keys.insert(key.to_string(), ident.to_string());
        } else if let Some(fields) = line.strip_prefix("impl<R: btfgen::Opaque, P> ") {
            of = fields.split('<').next().unwrap_or_default();
        } else if let Some((_, step)) = line
            .split_once(", R, P, ")
            .filter(|_| line.starts_with("    pub fn "))
        {
            accessors
                .entry(of)
                .or_default()
                .insert(step.split('>').next().unwrap_or_default());
        } else if let Some(declaration) = line.strip_prefix("/// `enum ") {
            let declaration = declaration.trim_end_matches('`');
            match declaration.split_once(" { ") {
                Some((ty, constant)) => {
                    let name = constant.split(' ').next().unwrap_or_default();
                    types
                        .enumerators
                        .entry(ty.to_string())
                        .or_default()
                        .insert(name.to_string());
                }
                None => {
                    _ = types
                        .enumerators
                        .entry(declaration.to_string())
                        .or_default()
                }
            }
        } else if let Some(alias) = line.strip_prefix("pub type ") {
            types.typedefs.insert(
                alias
                    .split(' ')
                    .next()
                    .unwrap_or_default()
                    .trim_start_matches("r#")
                    .to_string(),
            );
        }
    }
    let table = text
        .split("const TABLE: &str = \"\\\n")
        .nth(1)
        .ok_or("no table")?;
    let mut key = "";
    for line in table
        .lines()
        .take_while(|line| !line.starts_with('"'))
        .skip(1)
    {
        let words: Vec<_> = line.trim_start().split(' ').collect();
        if !line.starts_with(' ') {
            key = words[0];
            // Enums follow, and what integers are called.
            if key.starts_with("enum:") || key.starts_with("int:") {
                break;
            }
            types.fields.insert(key.to_string(), BTreeMap::new());
            continue;
        }
        // Where an anonymous member begins and ends.
        // Where fields of other definitions begin, too.
        if words.last() == Some(&"{") || words == ["}"] || words == ["?"] {
            continue;
        }
        let ident = keys.get(key).ok_or_else(|| format!("no root for {key}"))?;
        ensure(
            accessors
                .get(ident.as_str())
                .is_some_and(|steps| steps.contains(fnv_1a(words[0]).as_str())),
            || format!("{key}.{} has no accessor", words[0]),
        )?;
        let fields = types.fields.entry(key.to_string()).or_default();
        fields.insert(words[0].to_string(), bit_offset(words[1])?);
    }
    Ok(types)
}

/// The hash of a name, as large files have it in the place of the name.
fn fnv_1a(name: &str) -> String {
    let step = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    format!("{:#018x}", name.bytes().fold(0xcbf2_9ce4_8422_2325, step))
}

fn bit_offset(place: &str) -> Result<u64, Failed> {
    let (byte, bit) = match place.split_once(['.', ':']) {
        Some((byte, bits)) => (byte, bits.split(':').next().unwrap_or_default()),
        None => (place, "0"),
    };
    Ok(8 * byte.parse::<u64>()? + bit.parse::<u64>()?)
}

/// What bpftool says.
#[derive(Default)]
struct Dump {
    types: BTreeMap<u64, Rc<Value>>,
    /// The first id of what was read last.
    first: u64,
}

impl Dump {
    /// This and a module, whose ids count on.
    fn with(&self, json: &[u8]) -> Result<Dump, Failed> {
        let dump: Value = serde_json::from_slice(json)?;
        let list = dump["types"].as_array().ok_or("bpftool dumps no types")?;
        let mut types = self.types.clone();
        types.extend(
            list.iter()
                .map(|ty| (number(ty, "id"), Rc::new(ty.clone()))),
        );
        let first = list.first().map_or(0, |ty| number(ty, "id"));
        Ok(Dump { types, first })
    }

    /// What a kernel defines too is the kernel's; else, of several definitions, the one with most members, then the
    /// largest, then the first is written.
    fn add_to(&self, types: &mut Types, is_kernel: bool) {
        for (_, ty) in self.types.range(self.first..) {
            let name = text(ty, "name");
            let weight = |members: &str| {
                let members = ty[members].as_array().map_or(0, Vec::len);
                (is_kernel, members, number(ty, "size"))
            };
            match text(ty, "kind") {
                "STRUCT" | "UNION" if name != "(anon)" => {
                    let key = format!("{}:{name}", text(ty, "kind").to_lowercase());
                    let mut fields = BTreeMap::new();
                    self.fields(ty, 0, &mut fields);
                    let weight = weight("members");
                    let is_tried =
                        is_kernel || types.weights.get(&key).is_none_or(|known| !known.0);
                    if is_tried {
                        let definitions = types.definitions.entry(key.clone()).or_default();
                        definitions.push(fields.clone());
                    }
                    if types.weights.get(&key).is_none_or(|known| *known < weight) {
                        types.weights.insert(key.clone(), weight);
                        types.fields.insert(key, fields);
                    }
                }
                "ENUM" | "ENUM64" if name != "(anon)" => {
                    let values = ty["values"].as_array().into_iter().flatten();
                    let names: BTreeSet<_> = values
                        .map(|value| text(value, "name").to_string())
                        .collect();
                    let (key, weight) = (format!("enum:{name}"), weight("values"));
                    if types.weights.get(&key).is_none_or(|known| *known < weight) {
                        types.weights.insert(key, weight);
                        types.enumerators.insert(name.to_string(), names);
                    }
                }
                "TYPEDEF" => self.typedef(ty, name, types),
                _ => {}
            }
        }
    }

    fn typedef(&self, ty: &Value, name: &str, types: &mut Types) {
        let target = self.unqualified(number(ty, "type_id"));
        let kind = target.map_or("VOID", |target| text(target, "kind"));
        let target_name = target.map_or("", |target| text(target, "name"));
        if matches!(kind, "STRUCT" | "UNION") && target_name == "(anon)" {
            let mut fields = BTreeMap::new();
            self.fields(target.unwrap_or(&Value::Null), 0, &mut fields);
            let definitions = types.definitions.entry(format!("typedef:{name}"));
            definitions.or_default().push(fields.clone());
            types.fields.insert(format!("typedef:{name}"), fields);
            return;
        }
        let primitive = ["bool", "u8", "u16", "u32", "u64", "u128"].contains(&name);
        if target_name == name {
            types
                .exceptions
                .insert(format!("typedef {name}: its own type has this name"));
        } else if primitive {
            types
                .exceptions
                .insert(format!("typedef {name}: Rust has this primitive"));
        } else {
            types.typedefs.insert(name.to_string());
        }
    }

    fn unqualified(&self, id: u64) -> Option<&Value> {
        let ty = self.types.get(&id)?;
        match text(ty, "kind") {
            "CONST" | "VOLATILE" | "RESTRICT" | "TYPE_TAG" => {
                self.unqualified(number(ty, "type_id"))
            }
            _ => Some(ty),
        }
    }

    fn resolved(&self, id: u64) -> Option<&Value> {
        let ty = self.unqualified(id)?;
        match text(ty, "kind") {
            "TYPEDEF" => self.resolved(number(ty, "type_id")),
            _ => Some(ty),
        }
    }

    fn fields(&self, ty: &Value, base: u64, fields: &mut BTreeMap<String, u64>) {
        for member in ty["members"].as_array().into_iter().flatten() {
            let offset = base + number(member, "bits_offset");
            let inner = self.resolved(number(member, "type_id"));
            match (text(member, "name"), inner) {
                ("(anon)", Some(inner)) => self.fields(inner, offset, fields),
                (name, _) => _ = fields.insert(name.to_string(), offset),
            }
        }
    }
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}

fn number(value: &Value, key: &str) -> u64 {
    value[key].as_u64().unwrap_or_default()
}
