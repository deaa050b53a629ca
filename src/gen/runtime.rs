//! The text that is the same in every file: places, the operations on them, and the macros of items. It is real Rust in
//! `templates/`, and is copied without changes.

use std::sync::LazyLock;

use proc_macro2::Literal;
use quote::quote;

use super::attributes;
use super::shape::{Fill, Frame, Shape, formatted, string};
use crate::lower::File;
use crate::reloc::FORMAT;
use crate::reloc::table::Table;
use crate::room::TooLong;

/// Accessors and operations, with each back end.
pub(crate) const PLACES: &str = include_str!("../../templates/intrinsics/places.rs");
pub(crate) const RECORDS: &str = include_str!("../../templates/intrinsics/records.rs");
/// What not all kernels of a file have. Files with one kernel do not need it.
pub(crate) const KERNELS: &str = include_str!("../../templates/intrinsics/kernels.rs");
const CORE: &str = include_str!("../../templates/intrinsics/core.rs");

/// The module that every file has for itself, and the section that the link step reads.
const LAYOUT: &str = include_str!("../../templates/intrinsics/layout.rs");
/// The members of plain types.
const STORAGE: &str = include_str!("../../templates/intrinsics/storage.rs");
const LAYOUT_KERNELS: &str = include_str!("../../templates/intrinsics/layout_kernels.rs");
const SECTION: &str = include_str!("../../templates/intrinsics/section.rs");

static MODULE: LazyLock<Frame<0>> = LazyLock::new(|| {
    let attributes = attributes::of_runtime();
    Frame::module(quote! {
        /// Places, and the operations on them.
        #attributes
        pub mod btfgen {
            CONTENT! {}
        }
    })
});

static MODULE_ON_CORE: LazyLock<Frame<0>> = LazyLock::new(|| {
    let attributes = attributes::of_runtime();
    Frame::module(quote! {
        /// Places, and the operations on them.
        ///
        /// These use rustc's own `btf_relocations`. They return neither the sign of a field nor whether it is a bitfield. So the
        /// operations take such a field for what these bindings declare. A `load` refuses every field of another size. Elements
        /// of arrays, values of bitfields, types and enumerators are not covered, and don't compile.
        #attributes
        pub mod btfgen {
            CONTENT! {}
        }
    })
});

/// The module of a file that contains only the intrinsics.
static MODULE_OF_FILE: LazyLock<Frame<0>> = LazyLock::new(|| {
    let attributes = attributes::of_runtime();
    Frame::module(quote! {
        #[allow(unused_imports)]
        pub use intrinsics::*;
        /// Places, and the operations on them.
        #attributes
        mod intrinsics {
            CONTENT! {}
        }
    })
});

static LAYOUT_MODULE: LazyLock<Frame<0>> = LazyLock::new(|| {
    let attributes = attributes::of_runtime();
    Frame::module(quote! {
        #attributes
        mod layout {
            use super::btfgen;
            CONTENT! {}
        }
    })
});

static TABLE: LazyLock<Shape<1>> = LazyLock::new(|| {
    Shape::items(|[table]| {
        let format = Literal::u32_unsuffixed(FORMAT);
        quote! {
            const FORMAT: u32 = #format;
            /// The kernel's layout. Each line is a member: its name, its offset in bytes (for a bitfield also in bits), its type.
            const TABLE: &str = #table;
        }
    })
});

/// The intrinsics that use records. `kernels` is whether there is anything that not all kernels have.
pub(super) fn push_asm(out: &mut String, kernels: bool) {
    let end = MODULE.open(out, []);
    push_text(out, &[PLACES, RECORDS]);
    push_text(out, if kernels { &[KERNELS] } else { &[] });
    out.push_str(end);
}

/// The intrinsics that use rustc's own relocations. `carriers` writes what they need of this file.
pub(super) fn push_core(
    out: &mut String,
    carriers: impl FnOnce(&mut String) -> Result<(), TooLong>,
) -> Result<(), TooLong> {
    let end = MODULE_ON_CORE.open(out, []);
    push_text(out, &[PLACES, CORE]);
    carriers(out)?;
    out.push_str(end);
    Ok(())
}

/// The intrinsics as a file of their own.
pub(super) fn push_file(out: &mut String) {
    let end = MODULE_OF_FILE.open(out, []);
    push_text(out, &[PLACES, RECORDS, KERNELS]);
    out.push_str(end);
}

/// The macros of items, and the table of a file. `far` are the keys of types with members beyond the largest offset of a load instruction.
/// `section` is whether the link step reads the table.
pub(super) fn push_layout(out: &mut String, file: &File<'_>, far: &[String], section: bool) {
    let end = LAYOUT_MODULE.open(out, []);
    push_text(out, &[LAYOUT]);
    if !file.values.items.is_empty() {
        push_text(out, &[STORAGE]);
    }
    if section {
        push_text(out, &[SECTION]);
    }
    if !file.kernels.is_empty() {
        push_text(out, &[LAYOUT_KERNELS]);
    }
    TABLE.push(out, [&file.table]);
    let far = far.iter().map(string);
    *out += &formatted(quote! {
        const FAR: &[u64] = &[#(btfgen::name(#far)),*];
    });
    out.push_str(end);
}

fn push_text(out: &mut String, texts: &[&str]) {
    for text in texts {
        out.push_str(text);
        out.push('\n');
    }
}

/// A string literal that begins on a line of its own. The table has no character that must be escaped.
impl Fill for Table {
    fn push_to(&self, out: &mut String) {
        *out += &format!("\"\\\n{self}\"");
    }
}
