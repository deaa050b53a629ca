//! Builds the BPF program. aya-build runs Cargo for the BPF target, and Cargo runs `btfgen-ld` as its linker, because
//! `.cargo/config.toml` says so.

fn main() -> anyhow::Result<()> {
    // aya-build watches the folder of the program. Another linker needs another build too.
    println!("cargo:rerun-if-changed=../.cargo/config.toml");
    println!("cargo:rerun-if-env-changed=CARGO_TARGET_BPFEL_UNKNOWN_NONE_LINKER");
    let program = aya_build::Package {
        name: "tracer-ebpf",
        root_dir: concat!(env!("CARGO_MANIFEST_DIR"), "/../tracer-ebpf"),
        ..Default::default()
    };
    // With rustup, this is rustup's nightly, with the component rust-src. Without rustup, it is the Rust in PATH, and the variable
    // RUSTC_BOOTSTRAP must be 1, so that a stable compiler takes nightly features.
    aya_build::build_ebpf([program], aya_build::Toolchain::default())
}
