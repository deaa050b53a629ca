//! Arguments of hooks, functions that programs call, and callbacks of real kernels: each against its prototype in bpftool's dump of the same BTF. The file of the running
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

/// All tracepoints, LSM hooks, functions that programs call and callbacks, and every `STEP`th function by name.
fn patterns(dump: &Dump) -> Vec<String> {
    let functions = dump.functions.keys().step_by(STEP);
    // As globs: those that can't be written are then left out.
    let functions = functions.map(|name| format!("fn:[{}]{}", &name[..1], &name[1..]));
    // Not every kernel has LSM hooks for BPF.
    let has_lsm = dump.functions.keys().any(|name| name.starts_with(LSM));
    let lsm = has_lsm.then(|| "lsm:*".to_string());
    let has_tags = !dump.kernel_functions.is_empty();
    let kernel_functions = has_tags.then(|| "kfunc:*".to_string());
    let expected = dump.expected();
    let has_tables = expected
        .keys()
        .any(|(kind, _)| kind.starts_with("struct_ops:"));
    let tables = has_tables.then(|| "struct_ops:*".to_string());
    let all = ["tp:*".to_string()].into_iter().chain(tables);
    all.chain(lsm)
        .chain(kernel_functions)
        .chain(functions)
        .collect()
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
    let (mut aliases, mut opaque) = (HashMap::new(), BTreeSet::new());
    for item in &file.items {
        if let syn::Item::Struct(item) = item {
            opaque.insert(item.ident.to_string());
        }
        if let syn::Item::Type(alias) = item {
            aliases.insert(alias.ident.to_string(), (*alias.ty).clone());
        }
    }
    let mut reader = Reader {
        aliases,
        opaque,
        kind: String::new(),
        names: HashMap::new(),
        hooks: Hooks::new(),
    };
    reader.visit_file(&file);
    Ok(reader.hooks)
}

struct Reader {
    aliases: HashMap<String, syn::Type>,
    /// Structs and unions.
    opaque: BTreeSet<String>,
    kind: String,
    /// Rust name → C name.
    names: HashMap<String, String>,
    hooks: Hooks,
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        let ident = module.ident.to_string();
        let kind = match (self.kind.as_str(), ident.as_str()) {
            // Of a table of callbacks.
            ("struct_ops", ops) => format!("struct_ops:{ops}"),
            (kind, "slots") if kind.starts_with("struct_ops:") => kind.to_string(),
            ("", "function") => "fn".to_string(),
            ("", "lsm" | "tp" | "kfunc" | "struct_ops") => ident,
            _ => return,
        };
        let outer = std::mem::replace(&mut self.kind, kind);
        self.names.clear();
        visit::visit_item_mod(self, module);
        self.kind = outer;
    }

    /// A function that programs call.
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        if self.kind != "kfunc" {
            return;
        }
        let parameters = item.sig.inputs.iter().filter_map(|input| match input {
            syn::FnArg::Typed(typed) => Some(self.class(&typed.ty)),
            syn::FnArg::Receiver(_) => None,
        });
        let mut arguments: Vec<_> = parameters
            .map(|class| class.unwrap_or_default())
            .enumerate()
            .collect();
        if let syn::ReturnType::Type(_, ty) = &item.sig.output {
            let class = self.class(ty).unwrap_or_default();
            arguments.push((arguments.len(), format!("result {class}")));
        }
        let name = item.sig.ident.to_string();
        let key = (self.kind.clone(), name.trim_start_matches("r#").to_string());
        self.hooks.insert(key, arguments);
    }

    /// What a callback returns. Its arguments are known by now.
    fn visit_item_type(&mut self, item: &'ast syn::ItemType) {
        if let syn::Type::BareFn(function) = &*item.ty
            && let syn::ReturnType::Type(_, ty) = &function.output
        {
            let class = self.class(ty).unwrap_or_default();
            let name = item.ident.to_string();
            let key = (self.kind.clone(), name.trim_start_matches("r#").to_string());
            if let Some(arguments) = self.hooks.get_mut(&key) {
                arguments.push((arguments.len(), format!("result {class}")));
            }
        }
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
        // The registers of a kprobe implement a trait.
        let name = self.names.get(&last_name(path));
        let Some(name) = name.filter(|_| item.trait_.is_none()) else {
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

fn last_name(path: &syn::TypePath) -> String {
    let last = path.path.segments.last();
    last.map(|it| it.ident.to_string()).unwrap_or_default()
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
            syn::Type::Ptr(pointer) => match (self.kind.as_str(), &*pointer.elem) {
                // A callback returns an object as a pointer.
                (kind, syn::Type::Path(of)) if kind.starts_with("struct_ops:") => {
                    match self.opaque.contains(&last_name(of)) {
                        true => format!("place of {}", self.target(of)?),
                        false => "pointer".to_string(),
                    }
                }
                _ => "pointer".to_string(),
            },
            syn::Type::ImplTrait(bounds) => match bounds.bounds.first()? {
                syn::TypeParamBound::Trait(bound) => {
                    let last = bound.path.segments.last()?;
                    match self.first_argument(&last.arguments) {
                        Some(of) => format!("place of {of}"),
                        None => "pointer".to_string(),
                    }
                }
                _ => return None,
            },
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
                    "Place" | "PlaceMut" => {
                        format!("place of {}", self.first_argument(&last.arguments)?)
                    }
                    name => match self.aliases.get(name) {
                        Some(alias) => self.class(alias)?,
                        None => name.to_string(),
                    },
                }
            }
            _ => return None,
        })
    }

    /// The struct in `<struct>`.
    fn first_argument(&self, arguments: &syn::PathArguments) -> Option<String> {
        let syn::PathArguments::AngleBracketed(arguments) = arguments else {
            return None;
        };
        match arguments.args.first()? {
            syn::GenericArgument::Type(syn::Type::Path(of)) => self.target(of),
            _ => None,
        }
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
    #[serde(default)]
    members: Vec<Parameter>,
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
    /// Name → prototype, of functions with the tag `bpf_kfunc`.
    kernel_functions: BTreeMap<String, u64>,
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
        let tagged: BTreeSet<u64> = json
            .types
            .iter()
            .filter(|ty| ty.kind == "DECL_TAG" && ty.name == "bpf_kfunc")
            .map(|ty| ty.type_id)
            .collect();
        let types: HashMap<_, _> = json.types.into_iter().map(|ty| (ty.id, ty)).collect();
        let pointers = typedefs
            .into_iter()
            .filter(|(_, target)| types[target].kind == "PTR");
        let tracepoints = pointers.map(|(name, target)| (name, types[&target].type_id));
        let kernel_functions = tagged.iter().map(|id| &types[id]);
        let kernel_functions = kernel_functions.map(|it| (it.name.clone(), it.type_id));
        Ok(Dump {
            kernel_functions: kernel_functions.collect(),
            functions,
            tracepoints: tracepoints.collect(),
            types,
        })
    }

    fn expected(&self) -> Hooks {
        let mut hooks = Hooks::new();
        let mut add = |kind: &str, name: &str, prototype, skip| {
            let max = if kind == "kfunc" { 5 } else { 12 };
            let arguments = self.arguments(prototype, skip, max);
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
        for (name, prototype) in &self.kernel_functions {
            add("kfunc", name, *prototype, 0);
        }
        for (ops, callback, prototype) in self.callbacks() {
            add(&format!("struct_ops:{ops}"), &callback, prototype, 0);
        }
        for (name, prototypes) in self.functions.iter().step_by(STEP) {
            if let Some(prototype) = self.one(prototypes) {
                add("fn", name, prototype, 0);
            }
        }
        hooks
    }

    /// Table, member and prototype of each callback that programs implement.
    fn callbacks(&self) -> Vec<(String, String, u64)> {
        let mut callbacks = Vec::new();
        for around in self.types.values().filter(|ty| ty.kind == "STRUCT") {
            let Some(ops) = around.name.strip_prefix("bpf_struct_ops_") else {
                continue;
            };
            let data = around.members.iter().find(|it| it.name == "data");
            let Some(table) = data.and_then(|it| self.types.get(&it.type_id)) else {
                continue;
            };
            for member in table.members.iter().filter(|_| table.name == ops) {
                let pointer = self.types.get(&self.without(member.type_id, true));
                let Some(pointer) = pointer.filter(|it| it.kind == "PTR") else {
                    continue;
                };
                let to = self.without(pointer.type_id, true);
                if self
                    .types
                    .get(&to)
                    .is_some_and(|it| it.kind == "FUNC_PROTO")
                {
                    callbacks.push((ops.to_string(), member.name.clone(), to));
                }
            }
        }
        callbacks
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

    fn arguments(&self, prototype: u64, skip: usize, max: usize) -> Option<Vec<(usize, String)>> {
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
        (slot <= max).then_some(arguments)
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
