//! Whether the verifier reaches an instruction that a loader made invalid, and what programs read from their contexts.
//!
//! The walk follows each path of a program, as the verifier does, and tracks values in registers and on the stack. It tracks
//! less than the verifier, and never more. If no path of the walk reaches an instruction, the verifier does not reach it either
//! ([`Reach::Never`]). If a path reaches it, and the verifier follows both sides of each undecided branch on this path, the
//! verifier reaches it too ([`Reach::Always`]). In all other cases, the result is unknown ([`Reach::Maybe`]).

use std::collections::{BTreeMap, HashMap};

use super::live::Live;
use super::state::{Frame, Patch, Place, State, Value};
use super::step::{Walk, context_read, step};
use crate::link::Code;
use crate::resolve::Outcome;

/// Whether the verifier reaches an instruction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    Never,
    Maybe,
    Always,
}

pub(super) fn patch(outcome: &Outcome<'_>) -> Patch {
    match outcome {
        Outcome::Found(found) => Patch::Number(found.value),
        Outcome::Absent(value, _) => Patch::Number(*value),
        Outcome::Poisoned(_) | Outcome::Resized(_) => Patch::Poison,
        Outcome::Refused(_) => Patch::None,
    }
}

/// The maximum number of instructions that are walked, for an object on a kernel. The verifier's own limit is a million.
const MAX_STEPS: usize = 1 << 20;

/// The maximum number of separate states for an instruction. Later states are merged with an earlier one.
const MAX_STATES: usize = 64;

/// The result of the walk.
#[derive(Default)]
pub(super) struct Walked {
    /// Whether the verifier reaches each invalid instruction. Either a loader made it invalid, or the program contained it.
    pub(super) guards: HashMap<Place, Reach>,
    /// The first instruction of a program, and an offset in its context that it reads → whether the verifier reaches this read.
    pub(super) contexts: BTreeMap<(Place, i64), Reach>,
}

/// Walks through all programs. If `with_contexts` is false, and no instruction is invalid, nothing is walked.
pub(super) fn walk(code: &[Code], patches: &HashMap<Place, Patch>, with_contexts: bool) -> Walked {
    let poisoned = patches.iter().filter(|(_, patch)| **patch == Patch::Poison);
    let mut reached: HashMap<Place, Reach> =
        poisoned.map(|(place, _)| (*place, Reach::Never)).collect();
    for (section, code) in code.iter().enumerate() {
        let traps = code
            .insns
            .iter()
            .enumerate()
            .filter(|(_, insn)| insn.is_trap());
        reached.extend(traps.map(|(at, _)| ((section, at), Reach::Never)));
    }
    let mut contexts = BTreeMap::new();
    if reached.is_empty() && !with_contexts {
        return Walked::default();
    }
    let walk = Walk::new(code, patches);
    let live = Live::new(code);
    let mut seen: HashMap<Place, Vec<State>> = HashMap::new();
    let mut steps = 0;
    let mut is_cut = false;
    for entry in entries(code) {
        let start = entry.place;
        let mut left = vec![entry];
        while let Some(mut state) = left.pop() {
            steps += 1;
            if steps > MAX_STEPS {
                is_cut = true;
                break;
            }
            let place = state.place;
            if let Some(reach) = reached.get_mut(&place) {
                *reach = match state.certain {
                    true => Reach::Always,
                    false if *reach == Reach::Always => Reach::Always,
                    false => Reach::Maybe,
                };
            }
            if let Some(offset) = context_read(&walk, &state) {
                let known = contexts.entry((start, offset)).or_insert(Reach::Maybe);
                if state.certain {
                    *known = Reach::Always;
                }
            }
            if walk.joins(place) {
                live.forget(&mut state);
                let known = seen.entry(place).or_default();
                if known.iter().any(|known| known.covers(&state)) {
                    continue;
                }
                if known.len() >= MAX_STATES {
                    state.join(&known[known.len() - 1]);
                }
                known.push(state.clone());
            }
            left.extend(step(&walk, state).into_iter().flatten());
        }
    }
    if is_cut {
        for reach in reached.values_mut().filter(|it| **it == Reach::Never) {
            *reach = Reach::Maybe;
        }
    }
    Walked {
        guards: reached,
        contexts,
    }
}

/// The states that the verifier begins with: at each function of a section of programs, at each global function, and at
/// functions whose address is taken, which are called from the kernel. It is not certain that the verifier sees a global function:
/// libbpf leaves out functions that no program calls, and kernels from 6.8 on check only those that a call can reach. It is not
/// certain for a program in a section that begins with `?` either, which libbpf loads only if it is asked to.
fn entries(code: &[Code]) -> Vec<State> {
    let mut entries: BTreeMap<Place, bool> = BTreeMap::new();
    for (section, code) in code.iter().enumerate() {
        let is_text = code.section == ".text";
        let is_loaded = !is_text && !code.section.starts_with('?');
        for (insn, function) in &code.functions {
            if *insn < code.insns.len() && (!is_text || function.is_global) {
                entries.insert((section, *insn), is_loaded);
            }
        }
        // A section without symbols is one program.
        if code.functions.is_empty() && !is_text && !code.insns.is_empty() {
            entries.insert((section, 0), is_loaded);
        }
        for place in &code.addresses {
            entries.entry(*place).or_insert(false);
        }
    }
    let state = |((section, insn), certain): (Place, bool)| State {
        place: (section, insn),
        registers: match code[section].section == ".text" {
            true => [Value::Other; 11],
            // Register 1 has the context.
            false => std::array::from_fn(|i| match i {
                1 => Value::Context(0),
                _ => Value::Other,
            }),
        },
        frames: vec![Frame::default()],
        certain,
        is_loose: false,
        next_id: 0,
    };
    entries.into_iter().map(state).map(State::begin).collect()
}
