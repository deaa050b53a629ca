//! The comment at the top of a generated file: from which kernel, with which arguments, by which version.

use std::path::Path;

use twox_hash::XxHash3_64;

use crate::btf::{Kernel, RUNNING, Source};
use crate::options::{Intrinsics, Options};
use crate::text::shell_word;

const NEEDS: &str = "\
// A BPF crate that holds this file needs
//     #![feature(asm_experimental_arch, extern_types, sized_hierarchy)]
// and its object needs `btfgen link`, or `btfgen-ld` as its linker.
";

/// Of a file with the intrinsics alone.
pub(crate) fn of_runtime() -> String {
    format!(
        "// The intrinsics of generated modules, for several of them to share: made by btfgen {}. Do not edit; run\n\
         //     btfgen runtime\n\
         {NEEDS}",
        env!("CARGO_PKG_VERSION"),
    )
}

pub(crate) fn text(kernel: &Kernel, options: &Options) -> String {
    let Kernel {
        contents,
        origin,
        modules,
    } = kernel;
    let of_kernel = match &contents.release {
        Some(release) => format!("Linux {release}"),
        None => "a Linux kernel".to_string(),
    };
    // What was searched for and found; a file that is named in the arguments is that file.
    let searched = match &options.source {
        Source::Running => origin.path() != Path::new(RUNNING),
        Source::File(path) => origin.path() != path,
    };
    let place = match searched {
        true => format!("{origin}, "),
        false => String::new(),
    };
    let mut arguments = String::from("btfgen");
    if let Source::File(path) = &options.source {
        arguments += &format!(" --btf {}", shell_word(&path.to_string_lossy()));
    }
    for module in &options.modules {
        arguments += &format!(" --module {}", shell_word(&module.to_string_lossy()));
    }
    if let Some(path) = &options.runtime {
        arguments += &format!(" --runtime {}", shell_word(path));
    }
    let needs = match options.intrinsics {
        Intrinsics::Asm if options.runtime.is_some() => {
            "// A BPF crate that holds this file needs\n\
             //     #![feature(sized_hierarchy)]\n\
             // the module that `btfgen runtime` writes, and for its object `btfgen link`, or `btfgen-ld` as its linker.\n"
        }
        Intrinsics::Asm => NEEDS,
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
            arguments += &format!(" {option} {}", shell_word(pattern));
        }
    }
    let mut text = format!(
        "// Types of {of_kernel}, relocatable: made by btfgen {} from {place}{}. Do not edit; run\n\
         //     {arguments}\n",
        env!("CARGO_PKG_VERSION"),
        bytes(&contents.btf),
    );
    for module in modules {
        let name = shell_word(&module.name);
        text += &format!(
            "// With those of its module {name}: {}.\n",
            bytes(&module.contents.btf)
        );
    }
    text + needs
}

fn bytes(btf: &[u8]) -> String {
    format!(
        "{} bytes of BTF with hash {:016x}",
        btf.len(),
        XxHash3_64::oneshot(btf)
    )
}
