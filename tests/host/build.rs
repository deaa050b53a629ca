//! Makes the bindings, as the build script of a BPF program would.

use std::error::Error;
use std::path::Path;

const BTF: &str = "../snapshots/everyday/input.btf";
const BTF_SEVERAL: &str = "../snapshots/several_definitions/input.btf";
const BTF_HOOKS: &str = "../snapshots/hooks/input.btf";
const BTF_32: &str = "../snapshots/pointers_of_32_bits/input.btf";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={BTF}");
    println!("cargo::rerun-if-changed={BTF_32}");
    println!("cargo::rerun-if-changed={BTF_SEVERAL}");
    println!("cargo::rerun-if-changed={BTF_HOOKS}");
    let bindings = btfgen::Builder::new()
        .btf(BTF)
        .allow("task_struct")
        .allow("mm_struct")
        .block("mm_struct.oom")
        .generate()?;
    for warning in bindings.warnings() {
        println!("cargo::warning={warning}");
    }
    let folder = std::env::var("OUT_DIR")?;
    bindings.write_to_file(Path::new(&folder).join("vmlinux.rs"))?;
    let of_32_bits = btfgen::Builder::new().btf(BTF_32).generate()?;
    of_32_bits.write_to_file(Path::new(&folder).join("vmlinux_32.rs"))?;
    let of_several = btfgen::Builder::new().btf(BTF_SEVERAL).generate()?;
    of_several.write_to_file(Path::new(&folder).join("several_definitions.rs"))?;
    let of_hooks = btfgen::Builder::new()
        .btf(BTF_HOOKS)
        .allow("{tp:object_made,fn:{scalars,by_value,pointers},object}");
    let of_hooks = of_hooks.generate()?;
    of_hooks.write_to_file(Path::new(&folder).join("hooks.rs"))?;
    Ok(())
}
