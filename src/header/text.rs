//! The text of the comment.

use std::fmt::Write as _;

use twox_hash::XxHash3_64;

use crate::btf::Kernel;
use crate::filter;
use crate::options::{Intrinsics, Options};
use crate::text::{printable, shell_word};

const NEEDS: &str = "\
// A BPF crate that contains this file needs
//     #![cfg_attr(target_arch = \"bpf\", feature(asm_experimental_arch, extern_types, sized_hierarchy))]
// and its object needs `btfgen link`, or `btfgen-ld` as its linker.
";

/// The text before and after the version in the first line.
pub(super) const TYPES: (&str, &str) = (
    "// Relocatable types of a Linux kernel, written by btfgen ",
    ". Do not edit: run btfgen again, with these options.",
);
pub(super) const RUNTIME: (&str, &str) = (
    "// The intrinsics that generated modules share, written by btfgen ",
    ". Do not edit: run `btfgen runtime` again.",
);
pub(super) const KERNEL: &str = "// Kernel: ";
/// The text before and after the release of a kernel. The hash of the BTF follows. Not every kernel file has the release.
pub(super) const RELEASE: (&str, &str) = ("Linux ", ", ");
/// The text after the name of a kernel.
pub(super) const NAME: &str = ": ";
pub(super) const OPTION: &str = "//     --";

/// The comment of a file with the intrinsics alone.
pub(crate) fn of_runtime() -> String {
    format!("{}\n{NEEDS}", first_line(RUNTIME))
}

fn first_line((before, behind): (&str, &str)) -> String {
    format!("{before}{}{behind}", env!("CARGO_PKG_VERSION"))
}

/// `names` are those of the kernels. `refers_to_symbols`: the file has functions or variables of the kernel, which inline assembly
/// refers to.
pub(crate) fn text(
    kernels: &[Kernel],
    names: &[String],
    options: &Options,
    refers_to_symbols: bool,
) -> String {
    let mut text = format!("{}\n", first_line(TYPES));
    for (kernel, name) in kernels.iter().zip(names) {
        let release = kernel.contents.release.as_deref();
        text += KERNEL;
        // The names of several kernels are in the documentation of fields.
        if kernels.len() > 1 && release != Some(name) {
            text += &format!("{name}{NAME}");
        }
        if let Some(release) = release {
            text += &format!("{}{}{}", RELEASE.0, printable(release), RELEASE.1);
        }
        text += &format!("{}\n", bytes(&kernel.contents.btf));
    }
    let mut option = |name: &str, value: &str| {
        writeln!(text, "{OPTION}{name} {value}").expect("a string takes any text");
    };
    for module in kernels.iter().flat_map(|kernel| &kernel.modules) {
        let btf = bytes(&module.contents.btf);
        option("module", &format!("{} ({btf})", shell_word(&module.name)));
    }
    for pattern in filter::normal(&options.allow) {
        option("allow", &shell_word(&pattern));
    }
    for pattern in filter::normal(&options.block) {
        option("block", &shell_word(&pattern));
    }
    for pattern in filter::normal(&options.plain) {
        option("plain", &shell_word(&pattern));
    }
    let derives = options.derive.iter().filter(|_| !options.plain.is_empty());
    for derive in derives {
        option("derive", derive.word());
    }
    if let Some(path) = &options.runtime {
        option("runtime", &shell_word(path));
    }
    if options.intrinsics == Intrinsics::Core {
        option("intrinsics", "core");
    }
    let features = match refers_to_symbols {
        true => "asm_experimental_arch, sized_hierarchy",
        false => "sized_hierarchy",
    };
    let over_runtime = format!(
        "// A BPF crate that contains this file needs\n\
         //     #![cfg_attr(target_arch = \"bpf\", feature({features}))]\n\
         // the module that `btfgen runtime` writes, and for its object `btfgen link`, or `btfgen-ld` as its linker.\n"
    );
    text + match options.intrinsics {
        Intrinsics::Asm if options.runtime.is_some() => &over_runtime,
        Intrinsics::Asm => NEEDS,
        Intrinsics::Core => {
            "// A BPF crate that contains this file needs a compiler with rustc's BTF relocations (rust-lang/rust issue 160616; in\n\
             // none yet), `-C debuginfo=2`, and\n\
             //     #![cfg_attr(target_arch = \"bpf\", feature(btf_relocations, extern_types, sized_hierarchy))]\n\
             // `btfgen link` has nothing to do.\n"
        }
    }
}

fn bytes(btf: &[u8]) -> String {
    format!(
        "{} bytes of BTF with hash {:016x}",
        btf.len(),
        XxHash3_64::oneshot(btf)
    )
}
