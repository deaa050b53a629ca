//! docs/messages.toml has every message of btfgen and btfgen-ld, and no other. docs/errors.md is written from it.

#[path = "../common/mod.rs"]
mod common;
mod table;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{env, fs};

use common::sources;
use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::{
    Attribute, Expr, ExprLit, ExprMethodCall, ItemConst, ItemMod, Lit, LitStr, Macro, Token,
};
use table::Table;

/// Folders and files whose texts are no messages: what they write is code, a table, or for the tests.
const SILENT: &[&str] = &[
    "check/doubt.rs",
    "check/report.rs",
    "check/subject.rs",
    "check/text.rs",
    "diff/text.rs",
    "update/by_value.rs",
    "update/changes.rs",
    "update/held.rs",
    "fuzzing.rs",
    "gen/",
    "header/text.rs",
    "look/",
    "lower/",
    "model/",
];

/// Texts in the other files that are no messages: parts of messages, names of types, and the syntax of the table of types.
const PARTS: &[&str] = &[
    " add --module …",
    "; did you mean …?",
    "LSM hook",
    "option of the kernel's configuration",
    "per-CPU variable",
    "struct_ops type",
    "symbol of the kernel",
    "the hook …",
    "a member of …",
    "a type",
    "an enumerator",
    "and … others",
    "btfgen-ld: warning: …: …",
    "error: …",
    "module …,",
    "section names",
    "standard input",
    "struct {",
    "the program",
    "the running kernel",
    "typedef …",
    "union {",
    "warning: …",
    "warning: …: …",
    "… more",
    "… … of … bytes",
];

/// Macros whose first literal is a format string.
const FORMATTING: &[&str] = &["format", "write", "writeln", "println"];

/// The texts of string literals, with `…` for the arguments of format strings. Literals in attributes, constants, tests, and of
/// what can't fail are left out.
#[derive(Default)]
struct Literals(Vec<String>);

impl<'ast> Visit<'ast> for Literals {
    fn visit_lit_str(&mut self, literal: &'ast LitStr) {
        self.0.push(literal.value());
    }

    fn visit_macro(&mut self, mac: &'ast Macro) {
        let arguments = mac.parse_body_with(Punctuated::<Expr, Token![,]>::parse_terminated);
        let mut is_formatting = FORMATTING.iter().any(|name| mac.path.is_ident(name));
        for argument in arguments.iter().flatten() {
            match argument {
                Expr::Lit(ExprLit {
                    lit: Lit::Str(literal),
                    ..
                }) if is_formatting => {
                    is_formatting = false;
                    self.0.push(formatted(&literal.value()));
                }
                _ => {
                    let mut inside = Literals::default();
                    inside.visit_expr(argument);
                    self.0.extend(inside.0);
                }
            }
        }
    }

    fn visit_expr_method_call(&mut self, call: &'ast ExprMethodCall) {
        match call.method == "expect" {
            true => self.visit_expr(&call.receiver),
            false => visit::visit_expr_method_call(self, call),
        }
    }

    fn visit_item_mod(&mut self, module: &'ast ItemMod) {
        if module.ident != "tests" {
            visit::visit_item_mod(self, module);
        }
    }

    fn visit_item_const(&mut self, _: &'ast ItemConst) {}

    fn visit_attribute(&mut self, _: &'ast Attribute) {}
}

/// A format string with `…` for its arguments.
fn formatted(format: &str) -> String {
    let mut text = String::new();
    let mut rest = format;
    while let Some(at) = rest.find(['{', '}']) {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        if rest.starts_with("{{") || rest.starts_with("}}") {
            text.push_str(&rest[..1]);
            rest = &rest[2..];
        } else {
            text.push('…');
            rest = &rest[rest.find('}').map_or(rest.len(), |end| end + 1)..];
        }
    }
    text + rest
}

/// The messages in a text. Hints are left out, because they are remedies.
fn messages_in(text: &str) -> Vec<String> {
    let lines = text.lines().map(|line| line.trim().trim_matches(':'));
    let messages = lines.filter(|line| !line.starts_with("hint: ") && is_message(line));
    messages.map(str::to_string).collect()
}

/// Several words, and a lower-case one among them.
fn is_message(line: &str) -> bool {
    let is_word =
        |word: &str| word.len() > 2 && word.chars().all(|c| c.is_ascii_lowercase() || c == '\'');
    let mut words = line
        .split(' ')
        .map(|word| word.trim_matches([',', ';', ':', '`', '?']));
    line.contains(' ') && words.any(is_word)
}

/// Messages → the file where they are.
fn messages() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    let mut messages = BTreeMap::new();
    for path in files {
        let name = path
            .strip_prefix(&root)
            .expect("it is inside")
            .display()
            .to_string();
        if SILENT.iter().any(|place| name.starts_with(place)) || name.ends_with("tests.rs") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("it is text");
        let mut literals = Literals::default();
        literals.visit_file(&syn::parse_file(&text).expect("it is Rust"));
        for text in literals.0.iter().flat_map(|literal| messages_in(literal)) {
            messages.entry(text).or_insert(format!("src/{name}"));
        }
    }
    messages
}

fn docs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs")
}

fn table() -> Table {
    let text = fs::read_to_string(docs().join("messages.toml")).expect("it is there");
    toml::from_str(&text).unwrap_or_else(|error| panic!("docs/messages.toml: {error}"))
}

#[test]
fn the_table_has_every_message() {
    let table = table();
    let messages = messages();
    let (mut wrong, mut texts) = (Vec::new(), BTreeSet::new());
    for section in &table.sections {
        for message in &section.messages {
            if let Some(mistake) = message.mistake() {
                wrong.push(format!("docs/messages.toml: {:?} {mistake}", message.texts));
            }
            for text in &message.texts {
                if !texts.insert(text.as_str()) {
                    wrong.push(format!("docs/messages.toml has `{text}` twice"));
                }
                if section.printed_by.is_none() && !messages.contains_key(text) {
                    wrong.push(format!("docs/messages.toml: no code prints `{text}`"));
                }
            }
        }
    }
    for (text, file) in messages
        .iter()
        .filter(|(text, _)| !texts.contains(text.as_str()) && !PARTS.contains(&text.as_str()))
    {
        wrong.push(format!(
            "{file} prints a message that docs/messages.toml does not have. Add it to a row of its section, or as a row:\n\n{}",
            table::blank(text)
        ));
    }
    for part in PARTS.iter().filter(|part| !messages.contains_key(**part)) {
        wrong.push(format!(
            "tests/messages/main.rs: no code has `{part}`: remove it from PARTS"
        ));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_page_follows_from_the_table() {
    let path = docs().join("errors.md");
    let page = table::page(&table());
    if env::var_os("BTFGEN_BLESS").is_some() {
        fs::write(&path, page).expect("docs/errors.md can be written");
        return;
    }
    let found = fs::read_to_string(&path).expect("it is there");
    let by_hand = table::only_in(&found, &page);
    let rows = match by_hand.is_empty() {
        true => String::new(),
        false => format!(
            "\nThe page has these rows, and the table does not. If you added them to the page, move them to the table:\n\n{}",
            by_hand.join("\n")
        ),
    };
    assert!(
        found == page,
        "docs/errors.md does not follow from docs/messages.toml. Make changes in docs/messages.toml only, and run `cargo xtask bless`.{rows}"
    );
}

/// Each row of docs/compiler.md is what some test of `tests/ui` expects.
#[test]
fn the_compiler_says_what_the_page_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(folder.join("docs/compiler.md")).unwrap();
    let mut expected = String::new();
    let folders = ["tests/ui", "tests/ui/kernels"].map(|it| fs::read_dir(folder.join(it)).unwrap());
    for file in folders.into_iter().flatten() {
        let path = file.unwrap().path();
        if path.extension().is_some_and(|it| it == "rs") {
            let text = fs::read_to_string(path).unwrap();
            let lines = text
                .lines()
                .filter(|line| line.starts_with("//@ bpf: error"));
            expected.extend(lines.flat_map(|line| [line, "\n"]));
        }
    }
    let rows = page.lines().filter_map(|line| line.strip_prefix("| `` "));
    let messages: Vec<_> = rows.filter_map(|row| row.split(" `` |").next()).collect();
    assert!(messages.len() > 10, "{messages:?}");
    for message in messages {
        // The parts around what varies, in one line and in order.
        let is_expected = |line: &str| {
            let mut rest = Some(line);
            for part in message.split('…') {
                rest = rest
                    .and_then(|rest| rest.split_once(part))
                    .map(|(_, rest)| rest);
            }
            rest.is_some()
        };
        assert!(
            expected.lines().any(is_expected),
            "no test of tests/ui expects: {message}"
        );
    }
}
