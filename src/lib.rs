//! Relocatable Rust bindings for Linux kernel types, from BTF.
//!
//! A build script does what the command line does, in the same words:
//!
//! ```no_run
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let bindings = btfgen::Builder::new()
//!     .btf("vmlinux-6.1")
//!     .allow("task_struct.{pid,tgid,comm}")
//!     .generate()?;
//! bindings.write_to_file("vmlinux.rs")?;
//! # Ok(())
//! # }
//! ```

mod btf;
mod builder;
mod filter;
mod r#gen;
mod header;
pub mod link;
mod model;
mod names;
mod output;
pub mod reloc;

pub use btf::{Error as BtfError, Malformed, Source};
pub use builder::{Bindings, Builder, Error, Intrinsics};
pub use filter::Mistake;
pub use names::BadName;
pub use output::{Difference, WriteError, write as write_to_file};

/// The first of the two straight lines: bytes of BTF to the text of a module.
fn generate(bytes: &[u8], options: &Builder) -> Result<Bindings, Error> {
    let types = btf::decode(bytes).map_err(|malformed| options.malformed(malformed))?;
    let index = filter::Index::new(&types);
    let selection = filter::select(&types, &index, &options.allow, &options.block)?;
    let module =
        names::assign(&types, &index, &selection).map_err(|names| options.bad_names(names))?;
    let header = header::text(bytes, options);
    let text = r#gen::expand(&types, &index, &module, &header);
    Ok(Bindings::new(text, warnings(&types, &index, &selection)))
}

fn warnings(
    types: &model::Types<'_>,
    index: &filter::Index<'_>,
    selection: &filter::Selection,
) -> Vec<String> {
    let ambiguous = selection
        .types
        .iter()
        .filter(|(id, extent)| **extent != filter::Extent::Declared && index.is_ambiguous(**id));
    let text = |id| {
        format!(
            "this kernel has several definitions of {} that are not alike; the one with most members is used \
             (BTF type id {})",
            model::describe(types, id),
            id.0
        )
    };
    ambiguous.map(|(id, _)| text(*id)).collect()
}
