//! A linked object → a verdict on each of its relocations for each kernel.
//!
//! The phases for each object and kernel are a straight line. `resolve` computes what libbpf does. `guard` computes whether the
//! verifier reaches an invalid instruction. `doubt` finds the differences that neither of them detects. `symbols` finds the attach
//! targets and kernel functions that the kernel does not have. `report` contains the result, and `text` prints it.

mod doubt;
mod error;
mod guard;
mod live;
mod local;
mod report;
mod state;
mod step;
mod subject;
mod symbols;
mod text;

use std::collections::{BTreeSet, HashSet};
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::btf;
use crate::kernels::{self, KernelFile};
use crate::model::Types;
use crate::resolve::{Loader, Outcome, Resolver};
pub use error::CheckError;
use guard::Reach;
pub use local::ObjectFile;
use local::{Local, Parsed};
use report::Found;
#[cfg(feature = "json")]
pub use report::checks_to_json;
pub use report::{Check, CheckedRelocation, CheckedSymbol, Guard, Note, OnKernel, Verdict};
use state::Place;

/// Checks each object on each kernel, as the loader would load it. The types of `modules` are added to every kernel.
pub fn check(
    objects: &[ObjectFile],
    kernels: &[KernelFile],
    modules: &[PathBuf],
    loader: Loader,
) -> Result<Vec<Check>, CheckError> {
    let objects: Vec<Parsed> = (objects.iter())
        .map(Parsed::new)
        .collect::<Result<_, _>>()?;
    let locals: Vec<Local<'_>> = (objects.iter())
        .map(Parsed::decode)
        .collect::<Result<_, _>>()?;
    let kernels = &kernels::each(kernels).map_err(CheckError::Kernel)?[..];
    let mut on_kernels = Vec::with_capacity(kernels.len());
    for done in each_kernel(kernels, |file| on_kernel(file, modules, &locals, loader)) {
        on_kernels.push(done.map_err(CheckError::Kernel)?);
    }
    let releases: Vec<_> = on_kernels.iter().map(|it| it.release.clone()).collect();
    let names = kernels::names(kernels, &releases).map_err(CheckError::SameName)?;
    let checks = locals.iter().enumerate().map(|(i, local)| {
        let found = on_kernels.iter().map(|kernel| &kernel.objects[i]);
        report::check(local, &names, &found.collect::<Vec<_>>(), loader)
    });
    Ok(checks.collect())
}

/// Patterns for the fields, types and enumerators that the relocations of an object are about.
pub(crate) fn uses_of(object: &ObjectFile) -> Result<Vec<String>, CheckError> {
    let parsed = Parsed::new(object)?;
    let local = parsed.decode()?;
    let patterns = local
        .relocations
        .iter()
        .filter_map(|it| it.subject.pattern());
    Ok(patterns.collect::<BTreeSet<_>>().into_iter().collect())
}

/// The results of all objects on one kernel.
struct KernelFound {
    release: Option<String>,
    objects: Vec<Found>,
}

/// For fuzzing: an object on a kernel with this BTF, with each loader.
#[cfg(any(test, fuzzing))]
pub(crate) fn check_bytes(object: &[u8], kernel: &[u8]) -> Option<[Check; 2]> {
    let object = ObjectFile {
        path: PathBuf::from("object"),
        bytes: object.to_vec(),
    };
    let parsed = Parsed::new(&object).ok()?;
    let local = parsed.decode().ok()?;
    let types = btf::decode(kernel).ok()?;
    let check = |loader| {
        let found = found(&local, &types, loader);
        report::check(&local, &["kernel".to_string()], &[&found], loader)
    };
    Some([Loader::Libbpf, Loader::Aya].map(check))
}

/// Runs the work for each kernel, on as many threads as the machine has processors. The results have the order of the kernels.
fn each_kernel<T: Send>(kernels: &[KernelFile], work: impl Fn(&KernelFile) -> T + Sync) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::with_capacity(kernels.len()));
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..threads.min(kernels.len()) {
            scope.spawn(|| {
                while let Some((i, kernel)) = {
                    let i = next.fetch_add(1, Ordering::Relaxed);
                    kernels.get(i).map(|kernel| (i, kernel))
                } {
                    let result = work(kernel);
                    done.lock()
                        .expect("no thread panics with it")
                        .push((i, result));
                }
            });
        }
    });
    let mut done = done.into_inner().expect("no thread panics with it");
    done.sort_by_key(|(i, _)| *i);
    done.into_iter().map(|(_, result)| result).collect()
}

fn on_kernel(
    file: &KernelFile,
    modules: &[PathBuf],
    locals: &[Local<'_>],
    loader: Loader,
) -> Result<KernelFound, btf::Error> {
    let kernel = file.open(modules)?;
    let types = kernel.decode()?;
    Ok(KernelFound {
        objects: (locals.iter())
            .map(|local| found(local, &types, loader))
            .collect(),
        release: kernel.contents.release,
    })
}

/// One object on one kernel.
fn found(local: &Local<'_>, target: &Types<'_>, loader: Loader) -> Found {
    let roots = local.relocations.iter().map(|it| it.relocation.root);
    // A loader runs on the machine that the program runs on.
    let big_endian = local.object.big_endian;
    let mut resolver = Resolver::new(&local.types, target, roots, loader, big_endian);
    let outcomes: Vec<Outcome<'_>> = local
        .relocations
        .iter()
        .map(|it| resolver.resolve(&it.relocation))
        .collect();
    let patches = local.relocations.iter().zip(&outcomes);
    let patches = patches.map(|(it, outcome)| ((it.code, it.insn), guard::patch(outcome)));
    let guards = guard::guards(&local.object.code, &patches.collect());
    let doubts = doubt::Doubts::new(&local.types, target, &local.relocations);
    let on = local
        .relocations
        .iter()
        .zip(&outcomes)
        .map(|(it, outcome)| {
            let guard = guards.get(&(it.code, it.insn)).copied();
            let doubts = doubts.of(it, outcome);
            report::on_kernel(it, outcome, guard, &doubts, &local.types, target, loader)
        });
    let mut on: Vec<_> = on.collect();
    let is_relocated: HashSet<Place> = (local.relocations.iter())
        .map(|it| (it.code, it.insn))
        .collect();
    let mut traps: Vec<_> = (guards.into_iter())
        .filter(|(place, reach)| *reach != Reach::Never && !is_relocated.contains(place))
        .collect();
    traps.sort_by_key(|(place, _)| *place);
    for (place, reach) in traps {
        report::trap(&mut on, &local.relocations, place, reach);
    }
    let symbols = symbols::symbols(local);
    let needs = symbols::needs(&symbols, &local.types, target, &mut resolver, &doubts);
    let symbols = symbols.iter().zip(needs);
    Found {
        on,
        symbols: symbols
            .map(|(symbol, need)| report::symbol_on_kernel(symbol, &need, loader))
            .collect(),
        changed: doubts.changed(),
    }
}
