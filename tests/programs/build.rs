//! A flag for bpf-linker. It is not in .cargo/config.toml, because core would then be built again for it.

fn main() {
    println!("cargo::rustc-link-arg-bins=--disable-expand-memcpy-in-order");
}
