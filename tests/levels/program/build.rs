//! Links with or without BTF of the program itself.

fn main() {
    println!("cargo::rerun-if-env-changed=BTFGEN_LEVELS_BTF");
    if std::env::var_os("BTFGEN_LEVELS_BTF").is_some() {
        println!("cargo::rustc-link-arg-bins=--btf");
    }
}
