//! Builds the BPF program. aya-build runs Cargo for the BPF target, and Cargo runs `btfgen-ld` as its linker, because
//! `.cargo/config.toml` says so.

fn main() -> anyhow::Result<()> {
    // aya-build watches the folder of the program. A change of the linker also needs a new build.
    println!("cargo:rerun-if-changed=../.cargo/config.toml");
    println!("cargo:rerun-if-env-changed=CARGO_TARGET_BPFEL_UNKNOWN_NONE_LINKER");
    let program = aya_build::Package {
        name: "tcp-tracer-ebpf",
        root_dir: concat!(env!("CARGO_MANIFEST_DIR"), "/../tcp-tracer-ebpf"),
        ..Default::default()
    };
    // With rustup, aya-build uses rustup's nightly, which needs the component rust-src. Without rustup, it uses the Rust in PATH.
    // If that is a stable compiler, set the variable RUSTC_BOOTSTRAP to 1, so that it accepts nightly features.
    aya_build::build_ebpf([program], aya_build::Toolchain::default())
}
