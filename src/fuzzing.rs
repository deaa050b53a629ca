//! Entry points of the fuzz targets in `fuzz/`: untrusted bytes go to one phase, and what the phase promises is checked.
//! The inputs in `fuzz/regressions/`, which fuzzing found, go through them in every test run.

use std::path::Path;

use crate::btf::Kernel;
use crate::{Builder, btf, filter, generate, link as linking, look as looking, model, reloc};

/// The numbers of BTF, for what changes inputs.
pub mod format {
    pub use crate::btf_format::*;
}

/// BTF → model: whoever holds one may follow all that it refers to.
pub fn model(bytes: &[u8]) {
    let Ok(types) = btf::decode(bytes) else {
        return;
    };
    for id in types.ids() {
        model::declaration(&types, id, "name");
        types.elements(id);
        if let model::Type::Composite(composite) = types.get(types.underlying(id)) {
            model::fields(&types, composite);
        }
        match types.get(id) {
            model::Type::Func(function) => _ = types.get(function.prototype),
            model::Type::Var(variable) => _ = types.get(variable.ty),
            model::Type::DeclTag(tag) => _ = types.get(tag.of),
            model::Type::Datasec(section) => {
                let variables = types.variables(section).iter();
                variables.for_each(|it| _ = types.get(it.id));
            }
            _ => {}
        }
    }
    let index = filter::Index::new(&types);
    for (kind, name, id) in index.all() {
        let found = index.named(name).contains(&(kind, name, id));
        assert!(found, "{name:?} is not found by its name");
    }
}

/// Containers of all kinds → the BTF in them, or why there is none.
pub fn archive(bytes: &[u8]) {
    for wanted in [None, Some(Path::new("vmlinux"))] {
        if let Ok(contents) = btf::peel(bytes.to_vec(), wanted) {
            let _ = btf::decode(&contents.btf);
        }
    }
}

/// BTF → text: it parses as Rust, and its table as a table.
pub fn text(bytes: &[u8]) {
    check(bytes, &Builder::new());
    look(bytes);
}

/// BTF → tables, JSON and C: no terminal obeys them.
fn look(bytes: &[u8]) {
    let Ok(types) = btf::decode(bytes) else {
        return;
    };
    let index = filter::Index::new(&types);
    if let Ok(all) = filter::find(&types, &index, &[]) {
        let listing = looking::list(&types, &index, &all);
        let texts = [
            listing.to_string(),
            listing.to_json(),
            looking::show(&types, &index, &all),
        ];
        // Control characters, and those that turn the direction of text or can't be seen.
        let harmless = |c: char| match c {
            '\n' | '\t' => true,
            '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => false,
            c => !c.is_control(),
        };
        assert!(
            texts.iter().all(|text| text.chars().all(harmless)),
            "it reaches the terminal"
        );
    }
}

/// Patterns, a line each, behind `!` those that block → text, for a cut of a real kernel.
pub fn pattern(bytes: &[u8]) {
    let lines = String::from_utf8_lossy(bytes);
    let mut options = Builder::new();
    for line in lines.lines() {
        options = match line.strip_prefix('!') {
            Some(line) => options.block(line),
            None => options.allow(line),
        };
    }
    check(
        include_bytes!("../fuzz/seeds/btf/linux-6.1-cut.btf"),
        &options,
    );
}

/// An object → the linked one, which needs no more linking.
pub fn link(bytes: &[u8]) {
    if let Ok(linked) = linking::link(bytes) {
        let again = linking::link(&linked.bytes);
        let again = again.map(|again| (again.relocations, again.warnings, again.bytes));
        assert!(
            again == Ok((0, Vec::new(), linked.bytes)),
            "linking twice is not linking once"
        );
    }
}

fn check(bytes: &[u8], options: &Builder) {
    let kernel = Kernel {
        contents: btf::Contents {
            btf: bytes.to_vec(),
            base: None,
            release: None,
        },
        origin: btf::Origin::new(Path::new("-")),
        modules: Vec::new(),
    };
    let Ok(bindings) = generate::generate(&kernel, &options.options, None) else {
        return;
    };
    let text = bindings.to_string();
    let (_, table) = text
        .split_once("const TABLE: &str = \"\\\n")
        .expect("there is a table");
    let (table, _) = table.split_once("\";\n").expect("the table has an end");
    reloc::table::Table::parse(table.as_bytes()).expect("the link step reads the table");
    // The intrinsics are the same in all files, and long.
    let own = text
        .replace(crate::r#gen::PLACES, "")
        .replace(crate::r#gen::RECORDS, "");
    syn::parse_file(&own).expect("it is Rust");
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    /// A target, the seeds that it starts from, and its door.
    type Target = (&'static str, &'static str, fn(&[u8]));

    fn files(folder: &Path) -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).into_iter().flatten();
        let mut files: Vec<_> = entries
            .map(|entry| entry.expect("an entry").path())
            .collect();
        files.sort();
        files
    }

    #[test]
    fn seeds_and_findings_hold() {
        let doors: [Target; 5] = [
            ("archive", "archive", super::archive),
            ("model", "btf", super::model),
            ("text", "btf", super::text),
            ("pattern", "pattern", super::pattern),
            ("link", "link", super::link),
        ];
        let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
        for (target, seeds, door) in doors {
            let seeds = files(&fuzz.join("seeds").join(seeds));
            assert!(!seeds.is_empty(), "{target} has no seeds");
            for file in seeds
                .iter()
                .chain(&files(&fuzz.join("regressions").join(target)))
            {
                println!("{}", file.display());
                door(&fs::read(file).expect("it can be read"));
            }
        }
        for folder in files(&fuzz.join("regressions")) {
            let known = doors.iter().any(|(target, ..)| folder.ends_with(target));
            assert!(known, "no target reads {}", folder.display());
        }
    }
}
