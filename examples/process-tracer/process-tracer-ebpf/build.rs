//! A flag for bpf-linker, so that it writes the clearing of a few words as stores, and not as the call of a function with a loop.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rustc-link-arg-bins=--disable-expand-memcpy-in-order");
}
