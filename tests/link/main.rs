//! The link step on objects from an assembler and a C compiler, judged by other tools.

mod decoys;
mod errors;
mod externs;
mod kernel;
mod linker;
mod many;
mod operations;
mod repair;
mod rewrite;
mod tools;
