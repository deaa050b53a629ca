//! Stands in for the crate `core` of a compiler with rustc's BTF relocations, which there is not yet: what they will be in
//! `core::arch::bpf`, and all that is in `core`. A crate that says `extern crate standin as core` sees it as such.
//!
//! Two kinds: with `--cfg by_name` the answers are looked up in what the test says of the kernel, by type and way, as a
//! loader looks them up; without it they are those of the carriers' own layout. Both ways a way that is not there does not
//! compile.

#![no_std]

pub use ::core::*;

/// As in `core`, and what is new.
pub mod arch {
    pub use ::core::arch::*;

    /// The queries.
    pub mod bpf {
        pub use crate::{field_byte_offset, field_byte_size, field_exists};
    }
}

/// Offset in bytes.
#[macro_export]
macro_rules! field_byte_offset {
    ($T:ty, $($field:ident).+) => {
        $crate::query::<$T, _>(
            stringify!($($field).+),
            ::core::mem::offset_of!($T, $($field).+),
            |it| unsafe { &raw const (*it).$($field).+ },
        ).0
    };
}

/// Size in bytes.
#[macro_export]
macro_rules! field_byte_size {
    ($T:ty, $($field:ident).+) => {
        $crate::query::<$T, _>(
            stringify!($($field).+),
            ::core::mem::offset_of!($T, $($field).+),
            |it| unsafe { &raw const (*it).$($field).+ },
        ).1
    };
}

/// Whether it is there.
#[macro_export]
macro_rules! field_exists {
    ($T:ty, $($field:ident).+) => {
        $crate::query::<$T, _>(
            stringify!($($field).+),
            ::core::mem::offset_of!($T, $($field).+),
            |it| unsafe { &raw const (*it).$($field).+ },
        ).2
    };
}

/// What the macros ask: offset, size, and whether the field is there.
#[cfg(not(by_name))]
#[inline(always)]
pub fn query<T, F>(_way: &str, offset: usize, _: fn(*const T) -> *const F) -> (usize, usize, bool) {
    (offset, size_of::<F>(), true)
}

#[cfg(by_name)]
extern crate std;

/// What the macros ask: offset, size, and whether the field is there, by lines `structs NAME WAY OFFSET SIZE` of the file that
/// `STANDIN_KERNEL` names.
#[cfg(by_name)]
pub fn query<T, F>(way: &str, _offset: usize, _: fn(*const T) -> *const F) -> (usize, usize, bool) {
    use std::string::String;
    use std::vec::Vec;
    use std::{env, format, fs};

    static KERNEL: std::sync::OnceLock<std::collections::HashMap<String, (usize, usize)>> = std::sync::OnceLock::new();
    let kernel = KERNEL.get_or_init(|| {
        let path = env::var_os("STANDIN_KERNEL").expect("the test says where the kernel's fields are");
        let text = fs::read_to_string(path).expect("the test wrote it");
        let fields = text.lines().map(|line| {
            let words: Vec<_> = line.split(' ').collect();
            let number = |i: usize| words[i].parse().expect("a number");
            (words[..3].join(" "), (number(3), number(4)))
        });
        fields.collect()
    });
    // `…::carriers::structs::task_struct`
    let plain = |text: &str| text.replace("r#", "").replace(' ', "");
    let carrier = plain(::core::any::type_name::<T>());
    let (rest, name) = carrier.rsplit_once("::").expect("carriers are in modules");
    let kind = rest.rsplit_once("::").map_or(rest, |(_, kind)| kind);
    match kernel.get(&format!("{kind} {name} {}", plain(way))) {
        Some((offset, size)) => (*offset, *size, true),
        None => (0xbad_2310, 0xbad_2310, false),
    }
}
