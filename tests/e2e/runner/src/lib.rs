//! What both programs of this package need: libbpf from a shared library.

pub mod shared_libbpf;
