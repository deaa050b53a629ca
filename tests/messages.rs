//! docs/errors.md has every message of btfgen and btfgen-ld, and no other.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use common::sources;
use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::{Attribute, Expr, ExprMethodCall, ItemConst, ItemMod, LitStr, Macro, Token};

/// Rooms whose texts are no messages: what they write is code, a table, or for the tests.
const SILENT: &[&str] = &[
    "check/doubt.rs",
    "check/report.rs",
    "check/subject.rs",
    "check/text.rs",
    "diff/",
    "fuzzing.rs",
    "gen/",
    "header/text.rs",
    "look/",
    "model/",
];

/// Texts in the code of the others that are no messages: names of types, and what stands inside of messages.
const PARTS: &[&str] = &[
    "; did you mean …?",
    "a member of …",
    "an enumerator",
    "long int",
    "long unsigned int",
    "section names",
    "standard input",
    "the program",
    "the running kernel",
    "unsigned long",
];

/// String literals, but those of attributes, constants, tests, and of what can't fail.
#[derive(Default)]
struct Literals(Vec<String>);

impl<'ast> Visit<'ast> for Literals {
    fn visit_lit_str(&mut self, literal: &'ast LitStr) {
        self.0.push(literal.value());
    }

    fn visit_macro(&mut self, mac: &'ast Macro) {
        let arguments = mac.parse_body_with(Punctuated::<Expr, Token![,]>::parse_terminated);
        for argument in arguments.iter().flatten() {
            let mut inside = Literals::default();
            inside.visit_expr(argument);
            self.0.extend(inside.0);
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

/// What the page calls a message: `…` for what differs, without its hints, which say themselves what to do.
fn shapes(literal: &str) -> Vec<String> {
    let mut text = String::new();
    let mut depth = 0;
    for c in literal
        .replace("{{", "\u{1}")
        .replace("}}", "\u{2}")
        .chars()
    {
        match c {
            '{' => depth += 1,
            '}' => {
                depth -= 1;
                text.push('…');
            }
            c if depth == 0 => text.push(c),
            _ => {}
        }
    }
    let text = text
        .replace('\u{1}', "{")
        .replace('\u{2}', "}")
        .replace('|', "\\|");
    let lines = text.lines().map(|line| line.trim().trim_matches(':'));
    let messages = lines.filter(|line| !line.starts_with("hint: ") && is_message(line));
    messages.map(str::to_string).collect()
}

/// At least two words of lower-case letters in a row.
fn is_message(line: &str) -> bool {
    let is_word =
        |word: &&str| word.len() > 1 && word.chars().all(|c| c.is_ascii_lowercase() || c == '\'');
    let words: Vec<_> = line
        .split(' ')
        .map(|word| word.trim_matches([',', ';', ':', '`', '?']))
        .collect();
    words.windows(2).any(|two| two.iter().all(is_word)) && !PARTS.contains(&line)
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
        if SILENT.iter().any(|room| name.starts_with(room)) || name.ends_with("tests.rs") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("it is text");
        let mut literals = Literals::default();
        literals.visit_file(&syn::parse_file(&text).expect("it is Rust"));
        for shape in literals.0.iter().flat_map(|literal| shapes(literal)) {
            messages.entry(shape).or_insert(format!("src/{name}"));
        }
    }
    messages
}

#[test]
fn the_page_has_every_message() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/errors.md");
    let page = fs::read_to_string(page).expect("it is there");
    let cells = page
        .lines()
        .filter_map(|line| line.strip_prefix("| `` ")?.split_once(" `` | "));
    let messages = messages();
    let (mut wrong, mut rows) = (Vec::new(), BTreeSet::new());
    for (shapes, advice) in cells {
        if advice.trim_matches(['|', ' ']).is_empty() {
            wrong.push(format!("docs/errors.md does not explain `{shapes}`"));
        }
        for shape in shapes.split(" ``<br>`` ") {
            if !rows.insert(shape) {
                wrong.push(format!("docs/errors.md has `{shape}` twice"));
            }
            if !messages.contains_key(shape) {
                wrong.push(format!("docs/errors.md: no code says `{shape}` any more"));
            }
        }
    }
    for (shape, file) in messages
        .iter()
        .filter(|(shape, _)| !rows.contains(shape.as_str()))
    {
        wrong.push(format!(
            "{file} says this, docs/errors.md has no row for it:\n| `` {shape} `` | what it means, and what to do |"
        ));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Each row of docs/compiler.md is what some test of `tests/ui` expects.
#[test]
fn the_compiler_says_what_the_page_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(folder.join("docs/compiler.md")).unwrap();
    let mut expected = String::new();
    for file in fs::read_dir(folder.join("tests/ui")).unwrap() {
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
