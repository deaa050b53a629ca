//! The comment at the top of a generated file: from which kernel, with which arguments, by which version.

use crate::btf::Source;
use crate::builder::{Builder, Intrinsics};
use crate::reloc;

pub(crate) fn text(btf: &[u8], options: &Builder) -> String {
    let kernel = match &options.release {
        Some(release) => format!("Linux {release}"),
        None => "a Linux kernel".to_string(),
    };
    let mut arguments = String::from("btfgen");
    if let Source::File(path) = &options.source {
        arguments += &format!(" --btf {}", word(&path.to_string_lossy()));
    }
    let needs = match options.intrinsics {
        Intrinsics::Asm => {
            "// A BPF crate that holds this file needs\n\
             //     #![feature(asm_experimental_arch, extern_types, sized_hierarchy)]\n\
             // and its object needs `btfgen link`, or `btfgen-ld` as its linker.\n"
        }
        Intrinsics::Core => {
            arguments += " --intrinsics core";
            "// A BPF crate that holds this file needs a compiler with rustc's BTF relocations (rust-lang/rust issue 160616; in\n\
             // none yet), `-C debuginfo=2`, and\n\
             //     #![feature(btf_relocations, extern_types, sized_hierarchy)]\n\
             // `btfgen link` has nothing to do.\n"
        }
    };
    for (option, patterns) in [("--allow", &options.allow), ("--block", &options.block)] {
        for pattern in patterns {
            arguments += &format!(" {option} {}", word(pattern));
        }
    }
    format!(
        "// Types of {kernel}, relocatable: made by btfgen {} from {} bytes of BTF with hash {:016x}. Do not edit; run\n\
         //     {arguments}\n\
         {needs}",
        env!("CARGO_PKG_VERSION"),
        btf.len(),
        reloc::hash_bytes(btf),
    )
}

// As a shell would want it; on one line, whatever it holds.
fn word(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/._-+:=@%".contains(c);
    match !text.is_empty() && text.chars().all(plain) {
        true => text.to_string(),
        false => format!("'{}'", text.escape_debug()),
    }
}
