//! The phases from a kernel to its bindings, in their order, and the phases of `list` and `show`.

use std::collections::BTreeSet;

use crate::bindings::{Bindings, Error};
use crate::btf::Kernel;
use crate::laps::Laps;
use crate::look::{self, Listing};
use crate::names::{self, BadName, ModulePath};
use crate::options::{Intrinsics, Options};
use crate::plain::{self, NotPlain};
use crate::text::printable;
use crate::{filter, r#gen, header, lower, model};

/// The first of the two straight lines: bytes of BTF to the text of a module.
pub(crate) fn generate(
    kernels: &[Kernel],
    names: &[String],
    options: &Options,
    runtime: Option<&ModulePath>,
    mut laps: Laps,
) -> Result<Bindings, Error> {
    let decoded = kernels.iter().map(Kernel::decode);
    let decoded = decoded.collect::<Result<_, _>>().map_err(Error::Btf)?;
    let types = model::join(decoded).map_err(|model::TooMany| Error::TooManyTypes)?;
    laps.end("decode");
    let index = filter::Index::new(&types);
    let selection = filter::select(&types, &index, options)?;
    laps.end("select");
    let plain = plain::lay_out(&types, &index, &selection).map_err(Error::Plain)?;
    laps.end("layouts");
    let module =
        names::assign(&types, &index, &selection, &plain).map_err(|error| match error {
            names::Error::Bad(bad) => {
                let origins = kernels.iter().map(|kernel| kernel.origin.clone());
                Error::Names(origins.collect(), bad)
            }
            names::Error::TooLong(too_long) => Error::TooLong(too_long),
        })?;
    laps.end("names");
    let is_on_core = runtime.is_none() && options.intrinsics == Intrinsics::Core;
    let file = lower::lower(&types, &index, &module, &plain, names, !is_on_core)?;
    let carriers = match is_on_core {
        true => Some(lower::carriers(&file)?),
        false => None,
    };
    let runtime = match (runtime, &carriers) {
        (Some(path), _) => r#gen::Runtime::At(path),
        (None, Some(carriers)) => r#gen::Runtime::Core(carriers),
        (None, None) => r#gen::Runtime::Asm,
    };
    let refers_to_symbols =
        !(module.functions.is_empty() && module.variables.is_empty() && module.symbols.is_empty());
    let derives: Vec<_> = options.derive.iter().copied().collect();
    laps.end("lower");
    let text = r#gen::expand(
        &file,
        runtime,
        &derives,
        &header::text(kernels, names, options, refers_to_symbols),
    )?;
    laps.end("text");
    let mut warnings = warnings(&types, &index, &selection);
    warnings.extend(disputed(&types, &index, &selection));
    warnings.extend(left_out(&module.left_out));
    warnings.extend(left_out_hooks(&selection.left_out_hooks));
    warnings.extend(left_out_types(&plain.left_out));
    if is_on_core && refers_to_symbols {
        warnings.push("left out: kfuncs, variables, symbols and options of the configuration, as only `btfgen link` can declare them to loaders; use `--intrinsics asm`".to_string());
    }
    laps.end("warnings");
    Ok(Bindings::new(text, warnings).with_laps(laps))
}

/// The maximum number of omitted names that have a warning each.
const MAX_LEFT_OUT: usize = 10;

/// The maximum number of types that have a warning each. A kernel has up to twenty.
const MAX_TYPES: usize = 50;

fn left_out(names: &[BadName]) -> impl Iterator<Item = String> {
    let named = names.iter().take(MAX_LEFT_OUT);
    let named = named.map(|name| format!("left out: {name}"));
    let more = names.len().saturating_sub(MAX_LEFT_OUT);
    let more =
        (more > 0).then(|| format!("left out, as their names can't be written: {more} more"));
    named.chain(more)
}

fn left_out_hooks(hooks: &[String]) -> impl Iterator<Item = String> {
    let named = hooks.iter().take(MAX_LEFT_OUT);
    let named = named.map(|hook| format!("left out: {hook}"));
    let more = hooks.len().saturating_sub(MAX_LEFT_OUT);
    let more = (more > 0).then(|| format!("left out, for reasons like these: {more} more hooks"));
    named.chain(more)
}

fn left_out_types(types: &[NotPlain]) -> impl Iterator<Item = String> {
    let named = types.iter().take(MAX_LEFT_OUT);
    let named = named.map(|ty| format!("left out: {ty}"));
    let more = types.len().saturating_sub(MAX_LEFT_OUT);
    let more =
        (more > 0).then(|| format!("left out, for reasons like these: {more} more plain types"));
    named.chain(more)
}

/// The first of these warnings, and the number of the others.
fn first(all: impl Iterator<Item = String>) -> Vec<String> {
    let mut all = all.fuse();
    let mut first: Vec<_> = all.by_ref().take(MAX_TYPES).collect();
    let more = all.count();
    first.extend((more > 0).then(|| format!("{more} more warnings of this kind")));
    first
}

/// The module of the intrinsics alone, which generated modules share: see [`Builder::runtime`](crate::Builder::runtime).
pub fn runtime() -> Bindings {
    Bindings::new(r#gen::runtime(&header::of_runtime()), Vec::new())
}

pub(crate) fn list(kernel: &Kernel, options: &Options) -> Result<Listing, Error> {
    let types = kernel.decode().map_err(Error::Btf)?;
    let index = filter::Index::new(&types);
    let found = filter::find(&types, &index, &options.allow)?;
    Ok(look::list(&types, &index, &found)?)
}

pub(crate) fn show(kernel: &Kernel, options: &Options) -> Result<String, Error> {
    let types = kernel.decode().map_err(Error::Btf)?;
    let index = filter::Index::new(&types);
    let found = filter::find(&types, &index, &options.allow)?;
    Ok(look::show(&types, &index, &found)?)
}

fn warnings<'a>(
    types: &model::Types<'a>,
    index: &filter::Index<'a>,
    selection: &filter::Selection<'a>,
) -> Vec<String> {
    let ambiguous = selection
        .types
        .iter()
        .filter(|(id, extent)| **extent != filter::Extent::Declared && index.is_ambiguous(**id));
    let text = |id: model::TypeId| {
        let (ty, used) = (model::describe(types, id), types.btf_id(id));
        let ty = printable(&ty);
        let others = index
            .others(id)
            .iter()
            .chain([&id])
            .filter_map(|other| types.module(*other));
        let modules: Vec<_> = others.collect::<BTreeSet<_>>().into_iter().collect();
        let is_kernels = modules.is_empty();
        let plural = if modules.len() > 1 { "s" } else { "" };
        let modules = format!("module{plural} {}", modules.join(", "));
        let text = match (types.module(id), is_kernels) {
            (None, true) => format!(
                "this kernel has several definitions of {ty} that differ; the bindings have the fields of all, and the \
                 size of the one with most members (BTF type id {used})"
            ),
            (None, false) => format!(
                "there are several definitions of {ty} that differ, of the kernel and of {modules}; the kernel's \
                 is used, as loaders do (BTF type id {used})"
            ),
            (Some(of), _) => format!(
                "there are several definitions of {ty} that differ, of {modules}; the bindings have the fields of all, \
                 and the size of the one with most members (BTF type id {used} of {of})"
            ),
        };
        let mut disputed = selection.disputed(types, index, id);
        let named: Vec<_> = disputed
            .by_ref()
            .take(MAX_LEFT_OUT)
            .map(printable)
            .collect();
        match (named.is_empty(), disputed.count()) {
            (true, _) => text,
            (false, 0) => format!(
                "{text}; left out, as they declare it differently: {}",
                named.join(", ")
            ),
            (false, more) => format!(
                "{text}; left out, as they declare it differently: {} and {more} more",
                named.join(", ")
            ),
        }
    };
    let flavors = flavors(types, index, selection);
    let flavors = flavors.into_iter().filter_map(|(name, kind, id)| {
        let (name, essential) = (printable(name), printable(model::essential_name(name)?));
        Some(format!(
            "loaders take {kind} {name} for a flavor of {kind} {essential}, and the one for the other where a \
             kernel has both or only one (BTF type id {})",
            types.btf_id(id),
            kind = kind.keyword(),
        ))
    });
    let ambiguous = first(ambiguous.map(|(id, _)| text(*id)));
    ambiguous.into_iter().chain(first(flavors)).collect()
}

/// What the kernels declare differently.
fn disputed<'a>(
    types: &model::Types<'a>,
    index: &filter::Index<'a>,
    selection: &filter::Selection<'a>,
) -> Vec<String> {
    if types.kernel_count() == 1 {
        return Vec::new();
    }
    let all = selection.types.keys().filter_map(|id| {
        let disputed = selection.disputed(types, index, *id);
        let names: Vec<_> = disputed.map(printable).collect();
        let ty = printable(&model::describe(types, *id));
        (!names.is_empty() && !index.is_ambiguous(*id)).then(|| {
            let (few, more) = names.split_at(names.len().min(MAX_LEFT_OUT));
            let few = few.join(", ");
            match more.len() {
                0 => format!(
                    "left out of {ty}, as kernels declare it differently and loaders do not tell that: {few}"
                ),
                more => format!(
                    "left out of {ty}, as kernels declare it differently and loaders do not tell that: {few} and {more} more"
                ),
            }
        })
    });
    first(all)
}

/// The types with the name of a flavor, if the bindings have the flavor or the type of its essential name.
fn flavors<'a>(
    types: &model::Types<'a>,
    index: &filter::Index<'a>,
    selection: &filter::Selection<'_>,
) -> BTreeSet<(&'a str, filter::Kind, model::TypeId)> {
    let mut flavors = BTreeSet::new();
    for (id, extent) in &selection.types {
        let Some((kind, name)) = filter::name(types.get(*id)) else {
            continue;
        };
        if *extent == filter::Extent::Declared {
            continue;
        }
        if model::essential_name(name).is_some() {
            flavors.insert((name, kind, *id));
        }
        let prefix = format!("{name}___");
        let others = index.beginning_with(&prefix);
        let others = others.filter(|(other_kind, other, _)| {
            *other_kind == kind && model::essential_name(other) == Some(name)
        });
        flavors.extend(others.map(|(kind, name, id)| (name, kind, id)));
    }
    flavors
}
