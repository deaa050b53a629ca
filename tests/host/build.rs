//! Makes the bindings, as the build script of a BPF program would.

use std::error::Error;
use std::path::Path;

const BTF: &str = "../snapshots/everyday/input.btf";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={BTF}");
    let bindings = btfgen::Builder::new()
        .btf(BTF)
        .allow("task_struct")
        .allow("mm_struct")
        .block("mm_struct.oom")
        .generate()?;
    for warning in bindings.warnings() {
        println!("cargo::warning={warning}");
    }
    bindings.write_to_file(Path::new(&std::env::var("OUT_DIR")?).join("vmlinux.rs"))?;
    Ok(())
}
