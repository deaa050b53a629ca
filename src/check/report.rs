//! The result of a check, as data. `text` prints it; `to_json` writes the form that docs/check.md describes.

use super::doubt::{Changed, Doubt, bytes};
use super::guard::Reach;
use super::local::{Item, Local};
use super::state::Place;
use super::subject::field_path;
use super::symbols::{Need, Symbol, SymbolKind, symbols};
use crate::btf_format::CoreReloKind;
use crate::model::Types;
use crate::resolve::{Loader, Miss, Outcome, Refusal};
#[cfg(feature = "json")]
use crate::text::ascii;
use crate::text::{printable, shown};

/// The result for one object on each kernel.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Check {
    /// The file.
    pub object: String,
    /// The loader whose rules the verdicts follow.
    pub loader: Loader,
    /// The names of the kernels, in the order of `--btf`.
    pub kernels: Vec<String>,
    /// The relocations, in the order of the object.
    pub relocations: Vec<CheckedRelocation>,
    /// The attach targets, kernel functions and variables that the programs need.
    #[cfg_attr(feature = "json", serde(skip_serializing_if = "Vec::is_empty"))]
    pub symbols: Vec<CheckedSymbol>,
    /// Enumerators that have another value on a kernel, and that no relocation asks for.
    pub notes: Vec<Note>,
}

/// A relocation.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
#[non_exhaustive]
pub struct CheckedRelocation {
    /// The section of its instruction.
    pub section: String,
    /// The function of its instruction, if the object has a symbol for it.
    pub function: Option<String>,
    /// The index of its instruction in the section.
    pub instruction: usize,
    /// The name of its kind, as libbpf prints it: `byte_off`, `field_exists` and so on.
    pub kind: &'static str,
    /// What the instruction does: `load`, `offset`, `exists` and so on.
    pub operation: &'static str,
    /// The field, type or enumerator: `task_struct.pid`, `struct task_struct`, `enum pid_type.PIDTYPE_TGID`.
    pub subject: String,
    /// The result on each kernel.
    pub on: Vec<OnKernel>,
}

/// An attach target, kernel function or variable.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
#[non_exhaustive]
pub struct CheckedSymbol {
    /// `fn`, `iter`, `kfunc`, `lsm`, `struct_ops`, `tp` or `var`.
    pub kind: &'static str,
    /// Its name.
    pub name: String,
    /// For an attach target: the section of the program.
    #[cfg_attr(feature = "json", serde(skip_serializing_if = "Option::is_none"))]
    pub section: Option<String>,
    /// For an attach target: the function of the program.
    #[cfg_attr(feature = "json", serde(skip_serializing_if = "Option::is_none"))]
    pub function: Option<String>,
    /// The result on each kernel.
    pub on: Vec<OnKernel>,
}

/// The result for a relocation on a kernel.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
#[non_exhaustive]
pub struct OnKernel {
    /// The verdict.
    pub verdict: Verdict,
    /// The number that the loader writes into the instruction.
    #[cfg_attr(feature = "json", serde(skip_serializing_if = "Option::is_none"))]
    pub value: Option<u64>,
    /// The number of bytes that a load or store moves, if the loader changes it.
    #[cfg_attr(feature = "json", serde(skip_serializing_if = "Option::is_none"))]
    pub width: Option<u32>,
    /// Whether the verifier reaches the invalid instruction.
    #[cfg_attr(feature = "json", serde(skip_serializing_if = "Option::is_none"))]
    pub guard: Option<Guard>,
    /// The error number of libbpf, if it refuses the object. aya has no numbers.
    #[cfg_attr(feature = "json", serde(skip_serializing_if = "Option::is_none"))]
    pub errno: Option<i32>,
    /// The reasons, in words. There is at least one, unless the verdict is `ok`.
    #[cfg_attr(feature = "json", serde(skip_serializing_if = "Vec::is_empty"))]
    pub reasons: Vec<String>,
}

/// A verdict. The later ones are worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
#[cfg_attr(feature = "json", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Verdict {
    /// The program gets the right number.
    Ok,
    /// The program asks for something that the kernel does not have. The answer is 0, and the program loads.
    No,
    /// The kernel does not have it. The loader makes the instruction invalid; see `guard`.
    Absent,
    /// The kernel has it, but it differs from the declaration in the program. Neither the loader nor the verifier detects this.
    Differs,
    /// The kernel has it with a size that the program does not accept. The program reaches its own invalid call; see `guard`.
    Trapped,
    /// The loader makes a load or store invalid, because the field has another size; see `guard`.
    Resized,
    /// The kernel does not have the attach target, kernel function or variable.
    Missing,
    /// Several types of the kernel fit, and they differ. The loader refuses the object.
    Ambiguous,
    /// The loader refuses the object for another reason.
    Refused,
}

/// Whether an invalid instruction is guarded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
#[cfg_attr(feature = "json", serde(rename_all = "snake_case"))]
pub enum Guard {
    /// The verifier does not reach it: the program loads.
    Yes,
    /// The verifier reaches it, and refuses the program.
    No,
    /// The instructions do not determine this.
    Unknown,
}

/// An enumerator that has another value on a kernel. The program may contain the old value as a constant.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Note {
    /// `enum pid_type.PIDTYPE_MAX`
    pub subject: String,
    /// The value in the object.
    pub value: i128,
    /// The kernels on which it differs, and the value there.
    pub on: Vec<(String, i128)>,
}

/// The results of one object on one kernel.
pub(super) struct Found {
    pub(super) on: Vec<OnKernel>,
    /// In the order of [`symbols`](super::symbols::symbols). `None`: the kernel's BTF does not tell.
    pub(super) symbols: Vec<Option<OnKernel>>,
    pub(super) changed: Vec<Changed>,
}

impl Check {
    /// Whether there is a problem, or a verdict is unknown.
    pub fn has_trouble(&self) -> bool {
        let relocations = self.relocations.iter().flat_map(|it| &it.on);
        let mut all = relocations.chain(self.symbols.iter().flat_map(|it| &it.on));
        all.any(OnKernel::is_trouble)
    }
}

impl OnKernel {
    const OK: OnKernel = OnKernel {
        verdict: Verdict::Ok,
        value: None,
        width: None,
        guard: None,
        errno: None,
        reasons: Vec::new(),
    };

    /// Whether the program may fail to load on this kernel, or may get a wrong value.
    pub fn is_trouble(&self) -> bool {
        match self.verdict {
            Verdict::Ok | Verdict::No => false,
            Verdict::Absent | Verdict::Resized | Verdict::Trapped => self.guard != Some(Guard::Yes),
            _ => true,
        }
    }
}

/// Checks of several objects as JSON: an array with an object for each of them.
#[cfg(feature = "json")]
pub fn checks_to_json(checks: &[Check]) -> String {
    let text = serde_json::to_string_pretty(checks);
    ascii(&text.expect("numbers and text are always JSON")) + "\n"
}

/// The results of all kernels, together.
pub(super) fn check(
    local: &Local<'_>,
    kernels: &[String],
    found: &[&Found],
    loader: Loader,
) -> Check {
    let relocations = local.relocations.iter().enumerate().map(|(i, item)| {
        let code = local.code(item);
        let function = code.functions.range(..=item.insn).next_back();
        let relocation = &item.relocation;
        CheckedRelocation {
            section: printable(&code.section),
            function: function.map(|(_, function)| printable(&function.name)),
            instruction: item.insn,
            kind: item.subject.kind.map_or("unknown", kind_name),
            operation: item.subject.operation(&relocation.insn),
            subject: printable(&item.subject.path),
            on: found.iter().map(|found| found.on[i].clone()).collect(),
        }
    });
    let symbols = symbols(local).into_iter().enumerate();
    let symbols = symbols.filter_map(|(i, symbol)| {
        let on = found.iter().map(|found| found.symbols[i].clone());
        let on: Vec<_> = on.collect();
        let is_known = on.iter().any(Option::is_some);
        is_known.then(|| CheckedSymbol {
            kind: symbol.kind.keyword(),
            name: printable(&symbol.name),
            section: symbol.program.map(|(section, _)| printable(section)),
            function: symbol.program.map(|(_, function)| printable(function)),
            on: on
                .into_iter()
                .map(|on| on.unwrap_or(OnKernel::OK))
                .collect(),
        })
    });
    Check {
        object: shown(local.path),
        loader,
        kernels: kernels.to_vec(),
        relocations: relocations.collect(),
        symbols: symbols.collect(),
        notes: notes(kernels, found),
    }
}

fn notes(kernels: &[String], found: &[&Found]) -> Vec<Note> {
    let mut notes: Vec<Note> = Vec::new();
    for (kernel, found) in kernels.iter().zip(found) {
        for changed in &found.changed {
            let subject = printable(&changed.path);
            let on = (kernel.clone(), changed.target);
            let same = |note: &&mut Note| note.subject == subject && note.value == changed.local;
            match notes.iter_mut().find(same) {
                Some(note) => note.on.push(on),
                None => notes.push(Note {
                    subject,
                    value: changed.local,
                    on: vec![on],
                }),
            }
        }
    }
    notes
}

/// `core_relo_kind_str`
fn kind_name(kind: CoreReloKind) -> &'static str {
    use CoreReloKind::*;
    match kind {
        FieldByteOffset => "byte_off",
        FieldByteSize => "byte_sz",
        FieldExists => "field_exists",
        FieldSigned => "signed",
        FieldLShift => "lshift_u64",
        FieldRShift => "rshift_u64",
        TypeIdLocal => "local_type_id",
        TypeIdTarget => "target_type_id",
        TypeExists => "type_exists",
        TypeMatches => "type_matches",
        TypeSize => "type_size",
        EnumvalExists => "enumval_exists",
        EnumvalValue => "enumval_value",
    }
}

/// One relocation on one kernel.
pub(super) fn on_kernel(
    item: &Item<'_>,
    outcome: &Outcome<'_>,
    reach: Option<Reach>,
    doubts: &[Doubt],
    local: &Types<'_>,
    target: &Types<'_>,
    loader: Loader,
) -> OnKernel {
    let guard = reach.map(|reach| match reach {
        Reach::Never => Guard::Yes,
        Reach::Always => Guard::No,
        Reach::Maybe => Guard::Unknown,
    });
    let plain = OnKernel::OK;
    match outcome {
        Outcome::Found(found) => OnKernel {
            verdict: match doubts {
                [] => Verdict::Ok,
                _ => Verdict::Differs,
            },
            value: Some(found.value),
            width: found.width,
            reasons: doubts
                .iter()
                .map(|doubt| printable(&doubt.to_string()))
                .collect(),
            ..plain
        },
        Outcome::Absent(value, miss) => OnKernel {
            verdict: Verdict::No,
            value: Some(*value),
            reasons: vec![miss_words(item, *miss)],
            ..plain
        },
        Outcome::Poisoned(miss) => OnKernel {
            verdict: Verdict::Absent,
            guard,
            reasons: vec![miss_words(item, *miss)],
            ..plain
        },
        Outcome::Resized(spec) => {
            let theirs = (spec.steps.last()).and_then(|step| bytes(target, step));
            let ours = item
                .subject
                .spec
                .as_ref()
                .and_then(|spec| spec.steps.last());
            let ours = ours.and_then(|step| bytes(local, step));
            let words = match (theirs, ours) {
                (None, _) => "it is a bitfield there".to_string(),
                (Some(theirs), Some(ours)) if theirs != ours => {
                    format!("it has {theirs} bytes there, and the program moves {ours}")
                }
                _ => "it has another size there".to_string(),
            };
            OnKernel {
                verdict: Verdict::Resized,
                guard,
                reasons: vec![words],
                ..plain
            }
        }
        Outcome::Refused(refusal) => OnKernel {
            verdict: match refusal {
                Refusal::Ambiguous(_) => Verdict::Ambiguous,
                _ => Verdict::Refused,
            },
            errno: (loader == Loader::Libbpf).then_some(-refusal.errno()),
            reasons: vec![refusal_words(*refusal)],
            ..plain
        },
    }
}

/// A symbol on one kernel. `None`: the kernel's BTF does not tell.
pub(super) fn symbol_on_kernel(
    symbol: &Symbol<'_>,
    need: &Need,
    loader: Loader,
) -> Option<OnKernel> {
    const ESRCH: i32 = 3;
    const EINVAL: i32 = 22;
    let is_at_load = symbol.kind != SymbolKind::RawTracepoint;
    let with = |verdict, errno: Option<i32>, reason: String| OnKernel {
        verdict,
        errno: errno.filter(|_| loader == Loader::Libbpf),
        reasons: vec![reason],
        ..OnKernel::OK
    };
    let missing = |result: &str| format!("it does not have it{result}");
    Some(match need {
        Need::Unknown => return None,
        Need::Met => OnKernel::OK,
        Need::Missing if symbol.is_optional => with(Verdict::No, None, missing("")),
        Need::Missing if is_at_load => {
            let result = format!(", so {} refuses the object", loader.name());
            with(Verdict::Missing, Some(ESRCH), missing(&result))
        }
        // Loaders look up a raw tracepoint when they attach the program.
        Need::Missing => {
            let result = ", so the program can't be attached";
            with(Verdict::Missing, None, missing(result))
        }
        Need::Other(ours, theirs) => {
            let reason = format!("it is declared `{theirs}` there; the program has `{ours}`");
            match symbol.is_optional && symbol.kind == SymbolKind::KernelFunction {
                true => with(Verdict::No, None, printable(&reason)),
                false => with(Verdict::Refused, Some(EINVAL), printable(&reason)),
            }
        }
        Need::Differs(ours, theirs) => {
            let reason = format!("it is declared `{theirs}` there; the program has `{ours}`");
            with(Verdict::Differs, None, printable(&reason))
        }
        Need::Refused(refusal) => {
            let errno = Some(-refusal.errno());
            with(Verdict::Refused, errno, refusal_words(*refusal))
        }
    })
}

/// Records that the program reaches its own invalid call. Bindings make such a call right after they ask for a size or the width
/// of a bitfield, if the number does not fit. So the cause is the last relocation before the call.
pub(super) fn trap(on: &mut [OnKernel], items: &[Item<'_>], place: Place, reach: Reach) {
    let before = (items.iter().zip(on)).filter(|(item, on)| {
        on.verdict == Verdict::Ok && item.code == place.0 && item.insn < place.1
    });
    let Some((_, on)) = before.max_by_key(|(item, _)| item.insn) else {
        return;
    };
    on.verdict = Verdict::Trapped;
    on.guard = match reach {
        Reach::Always => Some(Guard::No),
        _ => Some(Guard::Unknown),
    };
    on.reasons = vec!["it has a size or width there that the program does not take".to_string()];
}

fn miss_words(item: &Item<'_>, miss: Miss) -> String {
    let subject = &item.subject;
    let steps = subject
        .spec
        .as_ref()
        .map(|spec| &spec.steps[..])
        .unwrap_or_default();
    let path = |count: usize| {
        let steps = steps.iter().take(count).map(|step| (step.name, step.index));
        printable(&field_path(&subject.root, steps))
    };
    let root = printable(&subject.root);
    match miss {
        Miss::Type => format!("it has no type {root} of this kind"),
        Miss::Member(step) => {
            let name = steps.get(step).and_then(|step| step.name).unwrap_or("?");
            format!("its {} has no {}", path(step), printable(name))
        }
        Miss::Kind(step) => format!("its {} is of another kind", path(step + 1)),
        Miss::Index(step, length) => format!("its {} has {length} elements", path(step)),
        Miss::Mismatch => format!("its {root} is declared otherwise"),
    }
}

fn refusal_words(refusal: Refusal) -> String {
    match refusal {
        Refusal::Kind(kind) => format!("the relocation kind {kind} is not known"),
        Refusal::Access => "the access string does not fit the local type".to_string(),
        Refusal::Anonymous => "the local type has no name".to_string(),
        Refusal::Ambiguous([a, b]) => {
            format!("several types of the kernel fit and differ: BTF type ids {a} and {b}")
        }
        Refusal::Element => "an element of an array has neither a sign nor shifts".to_string(),
        Refusal::Span => "it is a bitfield that no load of eight bytes holds".to_string(),
        Refusal::Deep => "there are more than 64 steps to it".to_string(),
        Refusal::Unsized => "its type has no size".to_string(),
        Refusal::Huge => "its size has more than 32 bits".to_string(),
        Refusal::Levels => "its type is nested more than 32 levels deep".to_string(),
        Refusal::Form => "the instruction can't be relocated".to_string(),
        Refusal::OldValue => {
            "the instruction does not contain the number that follows from the local type"
                .to_string()
        }
        Refusal::Far(offset) => {
            format!("it is at offset {offset}, and a load or store reaches 32767")
        }
        Refusal::Width(bytes) => format!("no load or store has {bytes} bytes"),
        Refusal::Missing => {
            "it does not have the type, and its size or id is asked for".to_string()
        }
        Refusal::Sizes(ours, theirs) => {
            format!("it has {theirs} bytes there, and the program moves {ours}")
        }
        Refusal::Panic => {
            "it is a bitfield on one side, and aya panics at a load or store of it".to_string()
        }
        Refusal::TooMuch => "comparing its types takes too long".to_string(),
    }
}
