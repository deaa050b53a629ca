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

use std::collections::BTreeSet;

mod btf;
mod builder;
mod filter;
#[cfg(any(test, fuzzing))]
pub mod fuzzing;
mod r#gen;
mod header;
mod input;
pub mod link;
mod look;
mod model;
mod names;
mod output;
pub mod reloc;

pub use btf::{Error as BtfError, Malformed, Misfit, NoModule, Origin, Problem, Reason, Source};
use builder::Kernel;
pub use builder::{Bindings, Builder, Error, Intrinsics};
pub use filter::Mistake;
pub use input::{ReadError, read_object};
pub use look::{ListedEnumerator, ListedField, ListedType, Listing};
pub use names::BadName;
pub use output::{Difference, WriteError, printable, shown, write as write_to_file};

/// The first of the two straight lines: bytes of BTF to the text of a module.
fn generate(
    kernel: &Kernel,
    options: &Builder,
    runtime: Option<&names::ModulePath>,
) -> Result<Bindings, Error> {
    let types = decode(kernel)?;
    let index = filter::Index::new(&types);
    let selection = filter::select(&types, &index, &options.allow, &options.block)?;
    let module = names::assign(&types, &index, &selection)
        .map_err(|names| Error::Names(kernel.origin.clone(), names))?;
    let header = header::text(kernel, options);
    let runtime = match runtime {
        Some(path) => r#gen::Runtime::At(path),
        None => r#gen::Runtime::Inside(options.intrinsics),
    };
    let text = r#gen::expand(&types, &index, &module, runtime, &header);
    let mut warnings = warnings(&types, &index, &selection);
    warnings.extend(left_out(&module.left_out));
    Ok(Bindings::new(text, warnings))
}

/// So many names that are left out stand in a warning each.
const MAX_LEFT_OUT: usize = 10;

fn left_out(names: &[BadName]) -> impl Iterator<Item = String> {
    let named = names.iter().take(MAX_LEFT_OUT);
    let named = named.map(|name| format!("left out: {name}"));
    let more = names.len().saturating_sub(MAX_LEFT_OUT);
    let more =
        (more > 0).then(|| format!("left out, as their names can't be written: {more} more"));
    named.chain(more)
}

/// The module of the intrinsics alone, which generated modules share: see [`Builder::runtime`].
pub fn runtime() -> Bindings {
    Bindings::new(r#gen::runtime(&header::of_runtime()), Vec::new())
}

fn list(kernel: &Kernel, options: &Builder) -> Result<Listing, Error> {
    let types = decode(kernel)?;
    let index = filter::Index::new(&types);
    let found = filter::find(&types, &index, &options.allow)?;
    Ok(look::list(&types, &index, &found))
}

fn show(kernel: &Kernel, options: &Builder) -> Result<String, Error> {
    let types = decode(kernel)?;
    let index = filter::Index::new(&types);
    let found = filter::find(&types, &index, &options.allow)?;
    Ok(look::show(&types, &index, &found))
}

fn decode(kernel: &Kernel) -> Result<model::Types<'_>, Error> {
    let splits: Vec<_> = kernel.modules.iter().map(btf::Module::split).collect();
    btf::decode_with_modules(&kernel.contents.btf, &splits).map_err(|bad| {
        Error::Btf(match bad.module {
            None => btf::Error::Malformed(kernel.origin.clone(), bad.malformed),
            Some(i) => {
                kernel.modules[i].misfit(&kernel.origin, btf::Reason::Malformed(bad.malformed))
            }
        })
    })
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
    let text = |id: model::TypeId| {
        let (ty, used) = (model::describe(types, id), types.btf_id(id));
        let ty = model::printable(&ty);
        let others = index
            .others(id)
            .chain([id])
            .filter_map(|other| types.module(other));
        let modules: Vec<_> = others.collect::<BTreeSet<_>>().into_iter().collect();
        let is_kernels = modules.is_empty();
        let plural = if modules.len() > 1 { "s" } else { "" };
        let modules = format!("module{plural} {}", modules.join(", "));
        match (types.module(id), is_kernels) {
            (None, true) => format!(
                "this kernel has several definitions of {ty} that are not alike; the one with most members is used \
                 (BTF type id {used})"
            ),
            (None, false) => format!(
                "there are several definitions of {ty} that are not alike, of the kernel and of {modules}; the kernel's \
                 is used, as loaders do (BTF type id {used})"
            ),
            (Some(of), _) => format!(
                "there are several definitions of {ty} that are not alike, of {modules}; the one with most \
                 members is used (BTF type id {used} of {of})"
            ),
        }
    };
    let flavors = index.all().filter_map(|(kind, name, id)| {
        let essential = filter::essential_name(name)?;
        let other = index.named(essential).iter().find(|(other, ..)| *other == kind);
        let selected = [Some(id), other.map(|(.., id)| *id)].into_iter().flatten();
        let mut extents = selected.filter_map(|id| selection.types.get(&id));
        extents.any(|extent| *extent != filter::Extent::Declared).then(|| {
            let (name, essential) = (model::printable(name), model::printable(essential));
            format!(
                "loaders take {kind} {name} for a flavor of {kind} {essential}, and the one for the other where a \
                 kernel has both or only one (BTF type id {})",
                types.btf_id(id),
                kind = kind.keyword(),
            )
        })
    });
    ambiguous.map(|(id, _)| text(*id)).chain(flavors).collect()
}
