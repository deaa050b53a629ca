//! Entry points of the fuzz targets in `fuzz/`: untrusted bytes go to one phase, and what the phase promises is checked.
//! The inputs in `fuzz/regressions/`, which fuzzing found, go through them in every test run.

use std::path::Path;

use crate::btf::{Contents, Kernel, Module, Origin};
use crate::laps::Laps;
use crate::room::MAX_TEXT;
use crate::{
    Builder, Intrinsics, btf, check as checking, filter, generate, link as linking,
    look as looking, model, reloc,
};

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

/// BTF → text. The text is not too long and parses as Rust. Its table parses as a table.
pub fn text(bytes: &[u8]) {
    every_text(&kernel(bytes.to_vec(), Vec::new()));
}

/// The BTF of a kernel and of its modules → text. In the input, the length of each BTF is before it. After the BTF of a
/// module, there is its `.BTF.base` in the same form. If the module has none, the length is 0.
pub fn split(bytes: &[u8]) {
    let mut parts = parts(bytes).into_iter();
    let Some(of_kernel) = parts.next() else {
        return;
    };
    let mut modules = Vec::new();
    while let Some(of_module) = parts.next() {
        let base = parts.next().filter(|base| !base.is_empty());
        let name = format!("module{}", modules.len());
        modules.push(Module {
            origin: Origin::new(Path::new(&name)),
            name,
            contents: contents(of_module.to_vec(), base.map(<[u8]>::to_vec)),
        });
    }
    if let Ok(of_kernel) = btf::sections(of_kernel) {
        for module in &modules {
            let _ = btf::outline(&of_kernel, &module.split());
        }
    }
    every_text(&kernel(of_kernel.to_vec(), modules));
}

/// The bytes after each length. A length is a little-endian number of four bytes.
fn parts(mut bytes: &[u8]) -> Vec<&[u8]> {
    let mut parts = Vec::new();
    while let Some((length, rest)) = bytes.split_first_chunk() {
        let length = u32::from_le_bytes(*length) as usize;
        let (part, rest) = rest.split_at(length.min(rest.len()));
        parts.push(part);
        bytes = rest;
    }
    parts
}

fn contents(btf: Vec<u8>, base: Option<Vec<u8>>) -> Contents {
    Contents {
        btf,
        base,
        release: None,
    }
}

fn kernel(btf: Vec<u8>, modules: Vec<Module>) -> Kernel {
    Kernel {
        contents: contents(btf, None),
        origin: Origin::new(Path::new("-")),
        modules,
    }
}

fn every_text(kernel: &Kernel) {
    bindings(kernel, &Builder::new());
    bindings(kernel, &Builder::new().intrinsics(Intrinsics::Core));
    bindings(kernel, &Builder::new().plain("*"));
    look(kernel);
}

/// Types → tables, JSON and C. The text is not too long, and has nothing that controls a terminal.
fn look(kernel: &Kernel) {
    let Ok(types) = kernel.decode() else {
        return;
    };
    let index = filter::Index::new(&types);
    let fields = ["*.*".to_string().into()];
    for patterns in [&[][..], &fields] {
        let Ok(found) = filter::find(&types, &index, patterns) else {
            continue;
        };
        let listing = looking::list(&types, &index, &found).ok();
        let texts = [
            listing.as_ref().map(ToString::to_string),
            listing.as_ref().map(looking::Listing::to_json),
            looking::show(&types, &index, &found).ok(),
        ];
        // JSON writes up to six bytes for one.
        for (text, most) in texts.iter().zip([MAX_TEXT, 6 * MAX_TEXT, MAX_TEXT]) {
            let length = text.as_ref().map_or(0, String::len);
            assert!(length <= most, "{length} bytes of text");
        }
        // Control characters, and those that turn the direction of text or can't be seen.
        let harmless = |c: char| match c {
            '\n' | '\t' => true,
            '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => false,
            c => !c.is_control(),
        };
        assert!(
            (texts.iter().flatten()).all(|text| text.chars().all(harmless)),
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
    let cut = include_bytes!("../fuzz/seeds/btf/linux-6.1-cut.btf");
    bindings(&kernel(cut.to_vec(), Vec::new()), &options);
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

/// An object and the BTF of a kernel, each with its length before it → verdicts. The text has nothing that controls a terminal,
/// and is the same a second time.
pub fn check(bytes: &[u8]) {
    let parts = parts(bytes);
    let [object, kernel, ..] = parts[..] else {
        return;
    };
    let checked = || {
        let checks = checking::check_bytes(object, kernel);
        checks.map(|checks| checks.map(|check| check.to_string()).concat())
    };
    let text = checked();
    assert!(text == checked(), "it is not the same a second time");
    let is_harmless = |c: char| c == '\n' || !c.is_control();
    let text = text.unwrap_or_default();
    assert!(text.chars().all(is_harmless), "it reaches the terminal");
}

fn bindings(kernel: &Kernel, options: &Builder) {
    let Ok(bindings) = generate::generate(
        std::slice::from_ref(kernel),
        &[String::new()],
        &options.options,
        None,
        Laps::start(),
    ) else {
        return;
    };
    let text = bindings.to_string();
    assert!(text.len() <= MAX_TEXT, "{} bytes of text", text.len());
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
        let doors: [Target; 7] = [
            ("archive", "archive", super::archive),
            ("model", "btf", super::model),
            ("text", "btf", super::text),
            ("split", "split", super::split),
            ("pattern", "pattern", super::pattern),
            ("link", "link", super::link),
            ("check", "check", super::check),
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
