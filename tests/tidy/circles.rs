//! Which file of a crate uses which, and the circles in that.
//!
//! A file uses the file that defines a name, wherever the name is re-exported: `use super::Error` leads past the parent to
//! the file of `Error`. So a parent that declares its children (`mod x;`) and re-exports their names (`pub use x::Y;`)
//! does not use them. A parent that calls its children does, and then they may use nothing that is defined in the parent.
//! Calls of methods are not seen. Tests are left out: they use what they test.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use syn::buffer::{Cursor, TokenBuffer};
use syn::visit::{self, Visit};
use syn::{Attribute, Item, ItemMod, ItemUse, Macro, UseTree, Visibility};

/// More re-exports of re-exports than any name has.
const MAX_HOPS: usize = 32;

/// Path of a module from the root of the crate → the module.
type Modules = BTreeMap<Vec<String>, Module>;

struct Module {
    file: String,
    /// Name in the module → the path that it stands for there.
    imports: HashMap<String, Vec<String>>,
    /// Functions that the module defines: one may have the name of a module that is imported.
    functions: BTreeSet<String>,
}

/// File → the files that it uses → the names that it uses of them.
type Uses = BTreeMap<String, BTreeMap<String, BTreeSet<String>>>;

/// The circles among the files of a library, each in words. A file is its path below `src/` and its text.
pub(super) fn circles(files: &[(String, String)]) -> Vec<String> {
    let parse = |text: &str| syn::parse_file(text).expect("it is Rust");
    let files = files.iter().map(|(name, text)| (&**name, parse(text)));
    let files: HashMap<&str, syn::File> = files.collect();
    let mut modules = Modules::new();
    declare(&files, "lib.rs", &files["lib.rs"].items, &[], &mut modules);
    let mut uses = Uses::new();
    for (path, module) in &modules {
        let parent = path.split_last().map(|(_, parent)| &modules[parent].file);
        if parent == Some(&module.file) {
            // An inline module is visited with its file.
            continue;
        }
        let mut visitor = Visitor {
            module: path.clone(),
            modules: &modules,
            used: uses.entry(module.file.clone()).or_default(),
        };
        visitor.visit_file(&files[&*module.file]);
    }
    describe(&uses)
}

/// Adds a module, and those in it.
fn declare(
    files: &HashMap<&str, syn::File>,
    file: &str,
    items: &[Item],
    path: &[String],
    modules: &mut Modules,
) {
    let mut module = Module {
        file: file.to_string(),
        imports: HashMap::new(),
        functions: BTreeSet::new(),
    };
    for item in items {
        match item {
            Item::Fn(item) => drop(module.functions.insert(text(&item.sig.ident))),
            Item::Use(item) => module.imports.extend(leaves(&item.tree)),
            Item::Mod(item) if !is_test(&item.attrs) => {
                let inner = join(path, &[text(&item.ident)]);
                if let Some((_, items)) = &item.content {
                    declare(files, file, items, &inner, modules);
                    continue;
                }
                let inner_path = inner.join("/");
                let names = [format!("{inner_path}.rs"), format!("{inner_path}/mod.rs")];
                let file = names.iter().find(|name| files.contains_key(&***name));
                let file = file.expect("a declared module has a file");
                declare(files, file, &files[&**file].items, &inner, modules);
            }
            _ => {}
        }
    }
    modules.insert(path.to_vec(), module);
}

/// What a path leads to.
enum Target {
    /// A module itself.
    Module,
    /// An item that this file defines.
    Item(String),
}

/// Follows a path that stands in the module `at`. `None` if it leads out of the crate, or to something local.
fn resolve(modules: &Modules, at: &[String], path: &[String], hops: usize) -> Option<Target> {
    if hops == 0 {
        return None;
    }
    let mut module = at.to_vec();
    let mut is_relative = true;
    for (i, name) in path.iter().enumerate() {
        match &**name {
            "crate" => module.clear(),
            "self" => {}
            "super" => drop(module.pop()),
            _ => {
                let is_last = i + 1 == path.len();
                let child = join(&module, std::slice::from_ref(name));
                if is_last && modules[&module].functions.contains(name) {
                    return Some(Target::Item(modules[&module].file.clone()));
                }
                let import = modules[&module].imports.get(name);
                match import.filter(|_| is_last || !modules.contains_key(&child)) {
                    Some(target) => {
                        let path = join(target, &path[i + 1..]);
                        return resolve(modules, &module, &path, hops - 1);
                    }
                    None if modules.contains_key(&child) => module = child,
                    None if is_relative => return None,
                    None => return Some(Target::Item(modules[&module].file.clone())),
                }
            }
        }
        is_relative = false;
    }
    Some(Target::Module)
}

struct Visitor<'m> {
    module: Vec<String>,
    modules: &'m Modules,
    used: &'m mut BTreeMap<String, BTreeSet<String>>,
}

impl Visitor<'_> {
    fn follow(&mut self, path: &[String]) {
        let own = &self.modules[&self.module].file;
        if let Some(Target::Item(file)) = resolve(self.modules, &self.module, path, MAX_HOPS)
            && file != *own
        {
            let name = path.last().expect("a path has names").clone();
            self.used.entry(file).or_default().insert(name);
        }
    }

    /// The arguments of macros have no syntax but the macro's: what looks like a path is one.
    fn follow_tokens(&mut self, mut at: Cursor<'_>) {
        let mut path: Vec<String> = Vec::new();
        let mut colons = 0;
        while !at.eof() {
            let next = if let Some((name, next)) = at.ident() {
                if colons != 2 {
                    self.follow(&std::mem::take(&mut path));
                }
                path.push(text(&name));
                colons = 0;
                next
            } else if let Some((punct, next)) = at.punct() {
                colons = if punct.as_char() == ':' {
                    colons + 1
                } else {
                    3
                };
                next
            } else if let Some((inside, _, _, next)) = at.any_group() {
                self.follow_tokens(inside);
                colons = 3;
                next
            } else {
                colons = 3;
                at.token_tree().expect("it is not at the end").1
            };
            at = next;
        }
        self.follow(&path);
    }
}

impl<'ast> Visit<'ast> for Visitor<'_> {
    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        if !is_test(&item.attrs) {
            self.module.push(text(&item.ident));
            visit::visit_item_mod(self, item);
            self.module.pop();
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        if matches!(item.vis, Visibility::Inherited) {
            for (_, path) in leaves(&item.tree) {
                self.follow(&path);
            }
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Vec<_> = path.segments.iter().map(|it| text(&it.ident)).collect();
        self.follow(&names);
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, item: &'ast Macro) {
        // What is quoted is code of another program.
        if item.path.is_ident("quote") {
            return;
        }
        self.follow_tokens(TokenBuffer::new2(item.tokens.clone()).begin());
    }

    fn visit_visibility(&mut self, _: &'ast Visibility) {}

    fn visit_attribute(&mut self, _: &'ast Attribute) {}
}

/// Name → path, for each name that a `use` brings in. What `*` brings in is not known.
fn leaves(tree: &UseTree) -> Vec<(String, Vec<String>)> {
    match tree {
        UseTree::Path(path) => {
            let name = text(&path.ident);
            let leaves = leaves(&path.tree).into_iter();
            leaves
                .map(|(leaf, rest)| match &*leaf {
                    "self" => (name.clone(), vec![name.clone()]),
                    _ => (leaf, join(std::slice::from_ref(&name), &rest)),
                })
                .collect()
        }
        UseTree::Name(name) => vec![(text(&name.ident), vec![text(&name.ident)])],
        UseTree::Rename(name) => vec![(text(&name.rename), vec![text(&name.ident)])],
        UseTree::Group(group) => group.items.iter().flat_map(leaves).collect(),
        UseTree::Glob(_) => vec![("*".to_string(), vec!["*".to_string()])],
    }
}

fn is_test(attributes: &[Attribute]) -> bool {
    let mut conditions = attributes.iter().filter(|it| it.path().is_ident("cfg"));
    conditions.any(|it| {
        it.parse_args::<syn::Path>()
            .is_ok_and(|condition| condition.is_ident("test"))
    })
}

fn text(name: &syn::Ident) -> String {
    name.to_string().trim_start_matches("r#").to_string()
}

fn join(start: &[String], end: &[String]) -> Vec<String> {
    [start, end].concat()
}

/// One circle for all files that lead to each other.
fn describe(uses: &Uses) -> Vec<String> {
    let reached = uses.keys().map(|file| (&**file, reach(uses, file)));
    let reached: BTreeMap<&str, BTreeSet<&str>> = reached.collect();
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for (file, to) in &reached {
        if !to.contains(file) || seen.contains(file) {
            continue;
        }
        let circle: Vec<&str> = to
            .iter()
            .copied()
            .filter(|other| reached[other].contains(file))
            .collect();
        seen.extend(circle.iter().copied());
        let mut words = format!("circle of {}:", circle.join(", "));
        for file in &circle {
            for (other, names) in uses[*file]
                .iter()
                .filter(|(other, _)| circle.contains(&&***other))
            {
                let names: Vec<_> = names.iter().map(|name| &**name).collect();
                words += &format!("\n    {file} uses {} of {other}", names.join(", "));
            }
        }
        found.push(words);
    }
    found
}

/// The files that a file leads to; itself only if it is in a circle.
fn reach<'u>(uses: &'u Uses, file: &str) -> BTreeSet<&'u str> {
    let mut found = BTreeSet::new();
    let mut left = vec![file.to_string()];
    while let Some(file) = left.pop() {
        for other in uses[&file].keys() {
            if found.insert(&**other) {
                left.push(other.clone());
            }
        }
    }
    found
}
