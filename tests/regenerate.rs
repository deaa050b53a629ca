//! Bindings of another release of the kernel: what differs, and why.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::ExitCode;

use common::{Case, corpus, ensure, kernel_file};
use libtest_mimic::Failed;

fn main() -> ExitCode {
    let (old, new) = (corpus("6.1"), corpus("6.12"));
    let oldest = corpus("5.10");
    let needs = vec![kernel_file(&oldest), kernel_file(&old), kernel_file(&new)];
    let (of_one, of_other) = (old.clone(), new.clone());
    common::run(vec![
        Case {
            name: "only_changed_declarations_change_lines".to_string(),
            needs: vec![kernel_file(&old), kernel_file(&new)],
            run: Box::new(move || {
                let texts = [&of_one, &of_other].map(|btf| generate(&[btf.as_path()], &FIVE));
                let [old, new] = texts;
                only_changed_declarations_change_lines("6.1 to 6.12", &old?, &new?)
            }),
        },
        Case {
            name: "a_kernel_more_changes_lines_of_fields_that_differ".to_string(),
            needs,
            run: Box::new(move || {
                let two = generate(&[&oldest, &old], &THIRTY)?;
                let three = generate(&[&oldest, &old, &new], &THIRTY)?;
                let name = "5.10 and 6.1, with and without 6.12";
                only_changed_declarations_change_lines(name, &two, &three)
            }),
        },
    ])
}

const FIVE: [&str; 5] = ["task_struct", "sock", "file", "inode", "dentry"];

/// What programs that trace processes, files and sockets read.
const THIRTY: [&str; 30] = [
    "task_struct",
    "sock",
    "file",
    "inode",
    "dentry",
    "super_block",
    "vfsmount",
    "mount",
    "path",
    "qstr",
    "cred",
    "mm_struct",
    "vm_area_struct",
    "pid",
    "upid",
    "nsproxy",
    "pid_namespace",
    "signal_struct",
    "files_struct",
    "fdtable",
    "socket",
    "sk_buff",
    "sock_common",
    "inet_sock",
    "tcp_sock",
    "net_device",
    "cgroup",
    "kernfs_node",
    "bio",
    "request",
];

fn only_changed_declarations_change_lines(name: &str, old: &str, new: &str) -> Result<(), Failed> {
    let (old, new) = (Text::new(old)?, Text::new(new)?);
    let mut changed = 0;
    let mut lines = 0;
    for (declaration, text) in &old.items {
        match new.items.get(declaration) {
            // `enum rw_hint` has one byte since 6.12, so this field of 5.10 is an integer there.
            Some(_) if declaration.1.starts_with("`enum rw_hint") => {}
            // The new kernel declares this field differently, so that it has two accessors.
            Some(other) if other.contains('@') && !text.contains('@') => {}
            // This field is an integer in 6.12. So it has two accessors there, and its anonymous struct has the name of one of them.
            Some(_) if declaration.1.contains("`struct {…} local_port_range`") => {}
            Some(other) => ensure(text == other, || {
                format!("{declaration:?} stayed, its lines did not:\n{text}\n{other}")
            })?,
            None => (changed, lines) = (changed + 1, lines + text.lines().count()),
        }
    }
    let added = new
        .items
        .iter()
        .filter(|(declaration, _)| !old.items.contains_key(*declaration));
    let added_lines: usize = added.map(|(_, text)| text.lines().count()).sum();
    let common: BTreeSet<_> = old
        .items
        .keys()
        .filter(|key| new.items.contains_key(*key))
        .collect();
    println!(
        "{name}: {} declarations stayed with all their lines, {changed} went or changed with {lines} lines, \
         {added_lines} lines came; intrinsics alike: {}; header {} lines, table {} and {} lines",
        common.len(),
        old.intrinsics == new.intrinsics,
        old.header.lines().count(),
        old.table.lines().count(),
        new.table.lines().count(),
    );
    ensure(old.intrinsics == new.intrinsics, || {
        "the intrinsics differ".to_string()
    })?;
    ensure(common.len() > 1000 && changed > 0, || {
        "the kernels are not different ones".to_string()
    })?;
    // Together these parts are the file: nothing else can differ.
    let order = |text: &Text| {
        text.order
            .iter()
            .filter(|key| common.contains(key))
            .cloned()
            .collect::<Vec<_>>()
    };
    ensure(in_same_order(&order(&old), &order(&new)), || {
        "items changed places".to_string()
    })
}

// Members of a type are in the order of C, which a kernel may change; types are in the order of their names.
fn in_same_order(old: &[Declaration], new: &[Declaration]) -> bool {
    let types = |order: &[Declaration]| {
        order
            .iter()
            .filter(|(of, _)| of.is_empty() || of == FIELDS)
            .cloned()
            .collect::<Vec<_>>()
    };
    types(old) == types(new)
}

fn generate(kernels: &[&Path], types: &[&str]) -> Result<String, Failed> {
    let builder = kernels
        .iter()
        .fold(btfgen::Builder::new(), |builder, btf| builder.btf(*btf));
    Ok(types
        .iter()
        .fold(builder, |builder, ty| builder.allow(*ty))
        .generate()?
        .to_string())
}

/// What stands around the types whose methods are fields.
const FIELDS: &str = "fields";

/// The type around it, if any, and the C declaration.
type Declaration = (String, String);

/// A generated file, taken apart.
struct Text {
    header: String,
    items: BTreeMap<Declaration, String>,
    order: Vec<Declaration>,
    intrinsics: String,
    table: String,
}

impl Text {
    fn new(text: &str) -> Result<Text, Failed> {
        let (header, rest) = text.split_once("\n\n").ok_or("no header")?;
        let (items, rest) = rest.split_once("/// Places, and").ok_or("no intrinsics")?;
        // Another kernel adds names of kernels there, and changes none.
        let items = items
            .split("/// Some of the kernels")
            .next()
            .unwrap_or(items);
        let (intrinsics, table) = rest.split_once("const TABLE").ok_or("no table")?;
        let mut text = Text {
            header: header.to_string(),
            items: BTreeMap::new(),
            order: Vec::new(),
            intrinsics: intrinsics.to_string(),
            table: table.to_string(),
        };
        let mut of = String::new();
        let declared = |line: &str| line.starts_with("layout::opaque!");
        for line in items.lines() {
            if line == "#[repr(transparent)]" {
                of = FIELDS.to_string();
            }
            if let Some((_, item)) = text.order.pop_if(|_| declared(line)) {
                let lines = text
                    .items
                    .remove(&(String::new(), item.clone()))
                    .unwrap_or_default();
                // A struct that another one has by value on one kernel only is declared on the other.
                let item = (String::new(), format!("{item}, declared"));
                text.items.insert(item.clone(), lines);
                text.order.push(item);
            }
            let is_link = line.starts_with("/// Its fields: ");
            if let Some(declaration) = line.trim_start().strip_prefix("/// ").filter(|_| !is_link) {
                let of = if line.starts_with(' ') {
                    of.clone()
                } else {
                    String::new()
                };
                text.order.push((of, declaration.to_string()));
            }
            if let Some(place) = line.strip_prefix("impl<R: btfgen::Opaque, P> ") {
                of = place.to_string();
            }
            let item = text
                .order
                .last()
                .ok_or("a line before the first declaration")?;
            let lines = text.items.entry(item.clone()).or_default();
            // An accessor block's end belongs to the block.
            if line != "}" || item.0.is_empty() {
                *lines += line;
                lines.push('\n');
            }
        }
        Ok(text)
    }
}
