//! Arguments of hooks of real kernels: each against its prototype in bpftool's dump of the same BTF. The file of the running
//! kernel is compiled for this machine and for BPF.

mod common;
mod compile;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use btfgen::Builder;
use common::{Case, Need, RUNNING, corpus, ensure, kernel_file, output};
use libtest_mimic::{Arguments, Failed};
use serde::Deserialize;
use syn::visit::{self, Visit};

/// Every how manieth function is asked for: about 2,000 of a kernel.
const STEP: usize = 40;

const LSM: &str = "bpf_lsm_";

/// The oldest one, and other architectures and byte orders.
const KERNELS: [&str; 3] = ["6.1", "6.1-arm64", "6.12-s390x"];

fn main() -> ExitCode {
    let mut kernels = vec![("running".to_string(), PathBuf::from(RUNNING))];
    kernels.extend(KERNELS.map(|name| (name.to_string(), corpus(name))));
    let cases = kernels.into_iter().map(|(name, path)| Case {
        name: format!("arguments_{name}"),
        needs: vec![Need::Program("bpftool"), kernel_file(&path)],
        run: Box::new(move || arguments(&path)),
    });
    let mut trials = common::trials(cases.collect());
    let running = Path::new(RUNNING);
    if running.exists() {
        trials.push(compile::bpf_trial("compile_running".to_string(), |bpf| {
            let folder = compile::scratch("hooks");
            let text = generate(
                Path::new(RUNNING),
                &patterns(&Dump::of(Path::new(RUNNING))?),
            )?;
            compile::write(&folder.join("vmlinux.rs"), text)?;
            for (mut rustc, features) in
                [(compile::rustc(), ""), (bpf.rustc(), compile::BPF_FEATURES)]
            {
                let lib = format!("#![no_std]\n{features}\npub mod vmlinux;\n");
                compile::write(&folder.join("lib.rs"), lib)?;
                rustc.args([
                    "--edition",
                    "2024",
                    "--crate-type",
                    "lib",
                    "--emit",
                    "metadata",
                ]);
                rustc.arg("--out-dir").arg(&folder);
                compile::run(rustc.arg(folder.join("lib.rs")))?;
            }
            Ok(())
        }));
    }
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

fn generate(kernel: &Path, patterns: &[String]) -> Result<String, Failed> {
    let builder = Builder::new().btf(kernel);
    let builder = patterns.iter().fold(builder, Builder::allow);
    Ok(builder.generate()?.to_string())
}

/// All tracepoints and LSM hooks, and every `STEP`th function by name.
fn patterns(dump: &Dump) -> Vec<String> {
    let functions = dump.functions.keys().step_by(STEP);
    // As globs: those that can't be written are then left out.
    let functions = functions.map(|name| format!("fn:[{}]{}", &name[..1], &name[1..]));
    // Not every kernel has LSM hooks for BPF.
    let has_lsm = dump.functions.keys().any(|name| name.starts_with(LSM));
    let lsm = has_lsm.then(|| "lsm:*".to_string());
    let tracepoints = ["tp:*".to_string()].into_iter();
    tracepoints.chain(lsm).chain(functions).collect()
}

/// Kind, name, and each argument with its register, and the result.
type Hooks = BTreeMap<(String, String), Vec<(usize, String)>>;

fn arguments(kernel: &Path) -> Result<(), Failed> {
    let dump = Dump::of(kernel)?;
    let written = written(&generate(kernel, &patterns(&dump))?)?;
    let expected = dump.expected();
    ensure(expected.len() > 1_000, || {
        format!("only {} hooks are expected", expected.len())
    })?;
    let keys: BTreeSet<_> = written.keys().chain(expected.keys()).collect();
    let differences = keys.into_iter().filter_map(|key| {
        let (written, expected) = (written.get(key), expected.get(key));
        (written != expected).then(|| format!("{key:?}: {written:?} instead of {expected:?}"))
    });
    let differences: Vec<_> = differences.collect();
    ensure(differences.is_empty(), || {
        let first = differences.iter().take(10).cloned().collect::<Vec<_>>();
        format!("{} differ:\n{}", differences.len(), first.join("\n"))
    })
}

/// What a generated file says, with the C name of each hook from its documentation.
fn written(text: &str) -> Result<Hooks, Failed> {
    let file = syn::parse_file(text)?;
    let mut aliases = HashMap::new();
    for item in &file.items {
        if let syn::Item::Type(alias) = item {
            aliases.insert(alias.ident.to_string(), (*alias.ty).clone());
        }
    }
    let mut reader = Reader {
        aliases,
        kind: String::new(),
        names: HashMap::new(),
        hooks: Hooks::new(),
    };
    reader.visit_file(&file);
    Ok(reader.hooks)
}

struct Reader {
    aliases: HashMap<String, syn::Type>,
    kind: String,
    /// Rust name → C name.
    names: HashMap<String, String>,
    hooks: Hooks,
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        let kind = match module.ident.to_string().as_str() {
            "function" => "fn",
            "lsm" => "lsm",
            "tp" => "tp",
            _ => return,
        };
        self.kind = kind.to_string();
        self.names.clear();
        visit::visit_item_mod(self, module);
    }

    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        let documentation = item.attrs.iter().find_map(text_of);
        let prototype = documentation.unwrap_or_default();
        let name = prototype.split('(').next().unwrap_or_default();
        let name = name.rsplit([' ', '*']).next().unwrap_or_default();
        self.names.insert(item.ident.to_string(), name.to_string());
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        let syn::Type::Path(path) = &*item.self_ty else {
            return;
        };
        let Some(name) = path
            .path
            .get_ident()
            .and_then(|it| self.names.get(&it.to_string()))
        else {
            return;
        };
        let methods = item.items.iter().filter_map(|item| match item {
            syn::ImplItem::Fn(method) if method.sig.ident != "exists" => Some(method),
            _ => None,
        });
        let arguments = methods.filter_map(|method| {
            let syn::ReturnType::Type(_, ty) = &method.sig.output else {
                return None;
            };
            let [syn::Stmt::Expr(syn::Expr::MethodCall(call), None)] = &method.block.stmts[..]
            else {
                return None;
            };
            let slot = call.turbofish.as_ref()?.args.last()?;
            let syn::GenericArgument::Const(syn::Expr::Lit(slot)) = slot else {
                return None;
            };
            let syn::Lit::Int(slot) = &slot.lit else {
                return None;
            };
            let name = match method.sig.ident == "ret" {
                true => "result ",
                false => "",
            };
            Some((
                slot.base10_parse().ok()?,
                format!("{name}{}", self.class(ty)?),
            ))
        });
        let key = (self.kind.clone(), name.clone());
        self.hooks.insert(key, arguments.collect());
    }
}

fn text_of(attribute: &syn::Attribute) -> Option<String> {
    let syn::Meta::NameValue(value) = &attribute.meta else {
        return None;
    };
    match &value.value {
        syn::Expr::Lit(syn::ExprLit {
            lit: syn::Lit::Str(text),
            ..
        }) => Some(text.value().trim().trim_matches('`').to_string()),
        _ => None,
    }
}

impl Reader {
    /// How many bytes an argument has, and what they are.
    fn class(&self, ty: &syn::Type) -> Option<String> {
        Some(match ty {
            syn::Type::Ptr(_) => "pointer".to_string(),
            syn::Type::Array(array) => match &array.len {
                syn::Expr::Lit(syn::ExprLit {
                    lit: syn::Lit::Int(length),
                    ..
                }) => format!("{length} registers"),
                _ => return None,
            },
            syn::Type::Path(path) => {
                let last = path.path.segments.last()?;
                match last.ident.to_string().as_str() {
                    "Place" => match &last.arguments {
                        syn::PathArguments::AngleBracketed(arguments) => {
                            match arguments.args.first()? {
                                syn::GenericArgument::Type(syn::Type::Path(of)) => {
                                    format!("place of {}", self.target(of)?)
                                }
                                _ => return None,
                            }
                        }
                        _ => return None,
                    },
                    name => match self.aliases.get(name) {
                        Some(alias) => self.class(alias)?,
                        None => name.to_string(),
                    },
                }
            }
            _ => return None,
        })
    }

    /// The struct that a type is.
    fn target(&self, of: &syn::TypePath) -> Option<String> {
        let name = of.path.segments.last()?.ident.to_string();
        match self.aliases.get(&name) {
            Some(syn::Type::Path(alias)) => self.target(alias),
            Some(_) => None,
            None => Some(
                name.trim_start_matches("r#")
                    .trim_end_matches('_')
                    .to_string(),
            ),
        }
    }
}

/// A type in bpftool's dump.
#[derive(Deserialize)]
struct Entry {
    id: u64,
    kind: String,
    name: String,
    #[serde(default)]
    type_id: u64,
    #[serde(default)]
    ret_type_id: u64,
    #[serde(default)]
    size: u64,
    #[serde(default)]
    encoding: String,
    #[serde(default)]
    params: Vec<Parameter>,
}

#[derive(Deserialize)]
struct Parameter {
    name: String,
    type_id: u64,
}

#[derive(Deserialize)]
struct Json {
    types: Vec<Entry>,
}

/// bpftool's dump.
struct Dump {
    types: HashMap<u64, Entry>,
    /// Name → prototypes, of all functions.
    functions: BTreeMap<String, BTreeSet<u64>>,
    /// Name → prototype.
    tracepoints: BTreeMap<String, u64>,
}

const QUALIFIERS: [&str; 4] = ["CONST", "VOLATILE", "RESTRICT", "TYPE_TAG"];
const COMPOSITES: [&str; 3] = ["STRUCT", "UNION", "FWD"];

impl Dump {
    fn of(kernel: &Path) -> Result<Dump, Failed> {
        let arguments = ["-j", "btf", "dump", "file"].map(AsRef::as_ref);
        let json = output("bpftool", &[&arguments[..], &[kernel.as_os_str()]].concat())?;
        let json: Json = serde_json::from_slice(&json)?;
        let (mut functions, mut typedefs) = (BTreeMap::<_, BTreeSet<_>>::new(), Vec::new());
        for ty in &json.types {
            match (ty.kind.as_str(), ty.name.strip_prefix("btf_trace_")) {
                ("FUNC", _) => {
                    _ = functions
                        .entry(ty.name.clone())
                        .or_default()
                        .insert(ty.type_id);
                }
                ("TYPEDEF", Some(name)) => typedefs.push((name.to_string(), ty.type_id)),
                _ => {}
            }
        }
        let types: HashMap<_, _> = json.types.into_iter().map(|ty| (ty.id, ty)).collect();
        let pointers = typedefs
            .into_iter()
            .filter(|(_, target)| types[target].kind == "PTR");
        let tracepoints = pointers.map(|(name, target)| (name, types[&target].type_id));
        Ok(Dump {
            functions,
            tracepoints: tracepoints.collect(),
            types,
        })
    }

    fn expected(&self) -> Hooks {
        let mut hooks = Hooks::new();
        let mut add = |kind: &str, name: &str, prototype, skip| {
            let arguments = self.arguments(prototype, skip);
            let key = (kind.to_string(), name.to_string());
            arguments.map(|arguments| hooks.insert(key, arguments));
        };
        for (name, prototype) in &self.tracepoints {
            add("tp", name, *prototype, 1);
        }
        for (name, prototypes) in &self.functions {
            if let Some(hook) = name.strip_prefix(LSM)
                && let Some(prototype) = self.one(prototypes)
            {
                add("lsm", hook, prototype, 0);
            }
        }
        for (name, prototypes) in self.functions.iter().step_by(STEP) {
            if let Some(prototype) = self.one(prototypes) {
                add("fn", name, prototype, 0);
            }
        }
        hooks
    }

    /// The prototype of functions of one name, if all of them have the same arguments.
    fn one(&self, prototypes: &BTreeSet<u64>) -> Option<u64> {
        let first = *prototypes.first()?;
        let alike = |other: &u64| self.shape(*other) == self.shape(first);
        prototypes.iter().all(alike).then_some(first)
    }

    /// A prototype with names of types instead of numbers.
    fn shape(&self, prototype: u64) -> Vec<String> {
        let ty = &self.types[&prototype];
        let parameters = ty.params.iter();
        let parts = parameters.map(|it| (it.name.as_str(), it.type_id));
        let parts = parts.chain([("", ty.ret_type_id)]);
        let text = |(name, mut id): (&str, u64)| {
            let mut text = name.to_string();
            while let Some(ty) = self.types.get(&id) {
                text += &format!(" {} {}", ty.kind, ty.name);
                id = ty.type_id;
            }
            text
        };
        parts.map(text).collect()
    }

    fn arguments(&self, prototype: u64, skip: usize) -> Option<Vec<(usize, String)>> {
        let ty = &self.types[&prototype];
        let mut slot = 0;
        let mut arguments = Vec::new();
        for parameter in ty.params.iter().skip(skip) {
            let (class, slots) = self.class(parameter.type_id)?;
            arguments.push((slot, class));
            slot += slots;
        }
        // `void` has no entry.
        if skip == 0 && self.types.contains_key(&self.without(ty.ret_type_id, true)) {
            let (class, _) = self.class(ty.ret_type_id)?;
            if class.ends_with("registers") {
                return None;
            }
            arguments.push((slot, format!("result {class}")));
        }
        (slot <= 12).then_some(arguments)
    }

    /// What an argument is, and how many registers it takes. `None`: a program can't have it.
    fn class(&self, id: u64) -> Option<(String, usize)> {
        let ty = self.types.get(&self.without(id, true))?;
        let size = ty.size;
        match ty.kind.as_str() {
            "INT" if ty.encoding == "BOOL" && size == 1 => Some(("bool".to_string(), 1)),
            "INT" | "ENUM" | "ENUM64" if size <= 8 => {
                // The sign of `char` is not the same on all machines.
                let signed = ty.encoding == "SIGNED" && ty.name != "char";
                let sign = if signed { "i" } else { "u" };
                Some((format!("{sign}{}", 8 * size), 1))
            }
            "PTR" => Some((self.pointer(ty.type_id), 1)),
            "STRUCT" | "UNION" if (1..=16).contains(&size) => {
                let registers = size.div_ceil(8) as usize;
                Some((format!("{registers} registers"), registers))
            }
            _ => None,
        }
    }

    /// A pointer to a struct is the place of the struct. An anonymous struct has the name of its typedef.
    fn pointer(&self, to: u64) -> String {
        let Some(target) = self.types.get(&self.without(to, true)) else {
            return "pointer".to_string();
        };
        let (mut id, mut name) = (to, target.name.as_str());
        while let Some(ty) = self.types.get(&id)
            && name == "(anon)"
            && id != target.id
        {
            id = ty.type_id;
            let next = self.types.get(&self.without(id, false));
            if ty.kind == "TYPEDEF" && next.is_some_and(|it| it.id == target.id) {
                name = &ty.name;
            }
        }
        match COMPOSITES.contains(&target.kind.as_str()) && name != "(anon)" {
            true => format!("place of {}", name.trim_end_matches('_')),
            false => "pointer".to_string(),
        }
    }

    /// A type without qualifiers, and without typedefs if `typedefs`.
    fn without(&self, mut id: u64, typedefs: bool) -> u64 {
        while let Some(ty) = self.types.get(&id)
            && (QUALIFIERS.contains(&ty.kind.as_str()) || typedefs && ty.kind == "TYPEDEF")
        {
            id = ty.type_id;
        }
        id
    }
}
