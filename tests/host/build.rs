//! Makes the bindings, as the build script of a BPF program would.

use std::error::Error;

const BTF: &str = "../snapshots/everyday/input.btf";
const BTF_SEVERAL: &str = "../snapshots/several_definitions/input.btf";
const BTF_HOOKS: &str = "../snapshots/hooks/input.btf";
const BTF_32: &str = "../snapshots/pointers_of_32_bits/input.btf";

fn main() -> Result<(), Box<dyn Error>> {
    btfgen::Builder::new()
        .btf(BTF)
        .allow("task_struct")
        .allow("mm_struct")
        .block("mm_struct.oom")
        .generate()?
        .emit_cargo()
        .write_to_out_dir("vmlinux.rs")?;
    for (btf, name) in [
        (BTF_32, "vmlinux_32.rs"),
        (BTF_SEVERAL, "several_definitions.rs"),
    ] {
        // `emit_cargo` would print warnings that these inputs are meant to cause.
        println!("cargo:rerun-if-changed={btf}");
        let bindings = btfgen::Builder::new().btf(btf).generate()?;
        bindings.write_to_out_dir(name)?;
    }
    println!("cargo:rerun-if-changed={BTF_HOOKS}");
    btfgen::Builder::new()
        .btf(BTF_HOOKS)
        .allow("{tp:object_made,fn:{scalars,by_value,pointers},object}")
        .generate()?
        .write_to_out_dir("hooks.rs")?;
    Ok(())
}
