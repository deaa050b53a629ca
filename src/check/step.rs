//! One instruction: the state before it → the states after it.

use std::collections::{HashMap, HashSet};

use super::state::{Frame, Patch, Place, State, Value};
use crate::insn::{CALL, Class, EXIT, Insn, JA, LD_IMM64, OPERATION};
use crate::link::Code;

/// The program, and the changes that a loader made to it.
pub(super) struct Walk<'s> {
    code: &'s [Code],
    patches: &'s HashMap<Place, Patch>,
    /// Where paths may meet.
    targets: HashSet<Place>,
}

/// The states after an instruction: none at the end of a path, two after a branch that may go both ways.
pub(super) type Next = [Option<State>; 2];

const END: Next = [None, None];

/// The maximum depth of nested calls. The verifier has the same limit.
const MAX_FRAMES: usize = 8;
/// A jump that the verifier bounds (`may_goto`).
const MAY_GOTO: u8 = 0xe0;

const MODE: u8 = 0xe0;
const MODE_MEM: u8 = 0x60;
const MODE_ATOMIC: u8 = 0xc0;
const ATOMIC_FETCH: i32 = 1;
const ATOMIC_EXCHANGE_IF: i32 = 0xf1;
const ATOMIC_LOAD: i32 = 0x100;

/// Helpers that fill a buffer. Its address is in register 1, and its length is in register 2.
const READS: [i32; 6] = [4, 45, 112, 113, 114, 115];
/// Helpers that do not change memory of the program: maps, output, and helpers without pointers.
const CHANGE_NOTHING: [i32; 12] = [1, 2, 3, 5, 6, 8, 14, 15, 25, 35, 87, 130];
/// Helpers for which the verifier does not know whether the result is zero: maps, reads, clocks, ids, the current task.
const FRESH: [i32; 13] = [1, 4, 5, 14, 15, 35, 45, 112, 113, 114, 115, 125, 131];

impl<'s> Walk<'s> {
    pub(super) fn new(code: &'s [Code], patches: &'s HashMap<Place, Patch>) -> Walk<'s> {
        let mut targets = HashSet::new();
        for (section, code) in code.iter().enumerate() {
            for (at, insn) in code.insns.iter().enumerate() {
                targets.extend(insn.target(at).map(|target| (section, target)));
            }
            targets.extend(code.functions.keys().map(|start| (section, *start)));
        }
        Walk {
            code,
            patches,
            targets,
        }
    }

    /// Whether paths may meet at an instruction.
    pub(super) fn joins(&self, place: Place) -> bool {
        self.targets.contains(&place)
    }
}

pub(super) fn step(walk: &Walk<'_>, mut state: State) -> Next {
    let (section, at) = state.place;
    let Some(insn) = walk.code[section].insns.get(at) else {
        return END;
    };
    let patch = walk.patches.get(&state.place).copied();
    let mut insn = *insn;
    if let Some(Patch::Number(value)) = patch {
        match insn.is_memory() {
            true => insn.off = value as i16,
            false => insn.imm = value as i32,
        }
    }
    if insn.is_trap() {
        return END;
    }
    state.place = (section, at + 1);
    match insn.class() {
        Class::Ld => {
            if insn.code == LD_IMM64 {
                state.place.1 += 1;
            }
            let value = load64(walk, (section, at), &insn, patch);
            set(&mut state, insn.dst, value);
            if insn.code != LD_IMM64 {
                after_call(&mut state, Value::Other);
            }
        }
        Class::Ldx => {
            let value = match patch {
                Some(Patch::Poison) => Value::Other,
                _ => load(&mut state, &insn),
            };
            set(&mut state, insn.dst, value);
        }
        Class::St | Class::Stx => store(&mut state, &insn),
        Class::Alu | Class::Alu64 => {
            let value = match patch {
                Some(Patch::Poison) => Value::Other,
                _ => arithmetic(&state, &insn),
            };
            set(&mut state, insn.dst, value);
        }
        Class::Jmp | Class::Jmp32 => return jump(walk, state, &insn, (section, at)),
    }
    [Some(state), None]
}

/// The offset in the context of the program that the instruction reads.
pub(super) fn context_read(walk: &Walk<'_>, state: &State) -> Option<i64> {
    let (section, at) = state.place;
    let insn = walk.code[section].insns.get(at)?;
    match (insn.class(), get(state, insn.src)) {
        (Class::Ldx, Value::Context(offset)) => offset.checked_add(i64::from(insn.off)),
        _ => None,
    }
}

fn get(state: &State, register: u8) -> Value {
    let value = state.registers.get(usize::from(register));
    value.copied().unwrap_or(Value::Other)
}

fn set(state: &mut State, register: u8, value: Value) {
    if let Some(known) = state.registers[..10].get_mut(usize::from(register)) {
        *known = value;
    }
}

fn load64(walk: &Walk<'_>, (section, at): Place, insn: &Insn, patch: Option<Patch>) -> Value {
    let code = &walk.code[section];
    match patch {
        Some(Patch::Number(value)) => Value::Known(value),
        Some(Patch::Poison) => Value::Other,
        _ if insn.src != 0 || code.relocated.contains(&at) => Value::Other,
        _ => match code.insns.get(at + 1) {
            Some(next) => {
                Value::Known(u64::from(next.imm as u32) << 32 | u64::from(insn.imm as u32))
            }
            None => Value::Other,
        },
    }
}

fn load(state: &mut State, insn: &Insn) -> Value {
    let is_plain = insn.code & MODE == MODE_MEM;
    let is_whole = insn.width() == 8 && is_plain;
    match get(state, insn.src) {
        Value::Stack(frame, Some(offset)) if is_plain => {
            let at = offset.saturating_add(i64::from(insn.off));
            let end = at.saturating_add(i64::from(insn.width()));
            let Some(frame) = state.frames.get(frame) else {
                return Value::Other;
            };
            let slot = frame.stack.get(&at).copied().filter(|_| is_whole);
            let was_read = frame
                .read
                .iter()
                .any(|(from, to)| *from <= at && end <= *to);
            match slot {
                Some(value) => value,
                None if was_read => state.fresh_number(insn.width()),
                None => Value::Other,
            }
        }
        Value::Fresh(_) if is_whole => state.fresh(),
        _ => Value::Other,
    }
}

fn store(state: &mut State, insn: &Insn) {
    let bytes = i64::from(insn.width());
    let base = get(state, insn.dst);
    let is_plain = insn.code & MODE == MODE_MEM;
    match base {
        Value::Stack(frame, Some(offset)) => {
            let at = offset.saturating_add(i64::from(insn.off));
            let value = match insn.class() {
                Class::Stx => get(state, insn.src),
                // Every verifier tracks a stored zero. Only new verifiers track other numbers.
                _ if insn.imm == 0 => Value::Known(0),
                _ => Value::Other,
            };
            state.forget_stack(frame, Some(at), bytes);
            if is_plain && bytes == 8 && at % 8 == 0 && value != Value::Other {
                state.frames[frame].stack.insert(at, value);
            }
        }
        Value::Stack(frame, None) => state.forget_stack(frame, None, 0),
        _ if state.is_loose => {
            state.forget_all_stacks();
        }
        _ => {}
    }
    if insn.class() == Class::Stx && insn.code & MODE == MODE_ATOMIC {
        match insn.imm {
            ATOMIC_EXCHANGE_IF => set(state, 0, Value::Other),
            ATOMIC_LOAD => set(state, insn.dst, Value::Other),
            operation if operation & ATOMIC_FETCH != 0 => set(state, insn.src, Value::Other),
            _ => {}
        }
    }
}

/// The second operand.
fn operand(state: &State, insn: &Insn) -> Value {
    match insn.has_register() {
        true => get(state, insn.src),
        false => Value::Known(i64::from(insn.imm) as u64),
    }
}

fn arithmetic(state: &State, insn: &Insn) -> Value {
    let is_wide = insn.class() == Class::Alu64;
    let (a, b) = (get(state, insn.dst), operand(state, insn));
    let cut = |value: u64| match is_wide {
        true => value,
        false => u64::from(value as u32),
    };
    match (insn.code & OPERATION, a, b) {
        (0xb0, _, Value::Known(b)) => Value::Known(cut(match (insn.has_register(), insn.off) {
            (true, 8) => i64::from(b as i8) as u64,
            (true, 16) => i64::from(b as i16) as u64,
            (true, 32) => i64::from(b as i32) as u64,
            _ => b,
        })),
        (0xb0, _, b) if is_wide && insn.off == 0 => b,
        (0x00, Value::Stack(frame, offset), b) if is_wide => {
            Value::Stack(frame, moved(offset, b, 1))
        }
        (0x00, a, Value::Stack(frame, offset)) if is_wide => {
            Value::Stack(frame, moved(offset, a, 1))
        }
        (0x00, Value::Context(offset), Value::Known(by)) if is_wide => {
            (offset.checked_add(by as i64)).map_or(Value::Other, Value::Context)
        }
        (0x10, Value::Stack(frame, offset), b) if is_wide && !matches!(b, Value::Stack(..)) => {
            Value::Stack(frame, moved(offset, b, -1))
        }
        (operation, Value::Known(a), Value::Known(b)) => {
            computed(operation, cut(a), cut(b), is_wide)
                .map_or(Value::Other, |value| Value::Known(cut(value)))
        }
        _ => Value::Other,
    }
}

/// An offset in the stack after something was added.
fn moved(offset: Option<i64>, by: Value, sign: i64) -> Option<i64> {
    match by {
        Value::Known(by) => offset?.checked_add((by as i64).checked_mul(sign)?),
        _ => None,
    }
}

/// The operations that the verifier computes too. It does not compute divisions, negations and byte swaps.
fn computed(operation: u8, a: u64, b: u64, is_wide: bool) -> Option<u64> {
    let bits = if is_wide { 64 } else { 32 };
    let shift = u32::try_from(b).ok().filter(|shift| *shift < bits);
    Some(match operation {
        0x00 => a.wrapping_add(b),
        0x10 => a.wrapping_sub(b),
        0x20 => a.wrapping_mul(b),
        0x40 => a | b,
        0x50 => a & b,
        0x60 => a << shift?,
        0x70 => a >> shift?,
        0xa0 => a ^ b,
        0xc0 if is_wide => ((a as i64) >> shift?) as u64,
        0xc0 => ((a as i32) >> shift?) as u32 as u64,
        _ => return None,
    })
}

fn jump(walk: &Walk<'_>, mut state: State, insn: &Insn, (section, at): Place) -> Next {
    let target = insn.target(at);
    match insn.code & OPERATION {
        JA => match target {
            Some(target) => {
                state.place = (section, target);
                [Some(state), None]
            }
            None => END,
        },
        CALL => call(walk, state, insn, (section, at)),
        EXIT => {
            let frame = state.frames.pop();
            let Some((back, saved)) = frame.and_then(|frame| frame.back) else {
                return END;
            };
            let result = state.registers[0];
            after_call(&mut state, result);
            state.registers[6..10].copy_from_slice(&saved);
            state.place = back;
            [Some(state.begin()), None]
        }
        MAY_GOTO => {
            state.certain = false;
            taken_or_not(state, section, target, Some(true), Some(true))
        }
        operation => {
            let is_wide = insn.class() == Class::Jmp;
            let (a, b) = (get(&state, insn.dst), operand(&state, insn));
            if let (Value::Known(a), Value::Known(b)) = (a, b) {
                let is_taken = compare(operation, a, b, is_wide);
                return taken_or_not(state, section, target, Some(is_taken), Some(!is_taken));
            }
            state.certain &= is_open(operation, a, b);
            let mut fall = state.clone();
            if let (true, Value::Known(number)) = (is_wide, b) {
                match operation {
                    0x10 => assume(&mut state, insn.dst, number),
                    0x50 => assume(&mut fall, insn.dst, number),
                    _ => {}
                }
            }
            // After the branch, the verifier knows more about the value on both sides.
            for value in [a, b]
                .into_iter()
                .filter(|it| matches!(it, Value::Fresh(_)))
            {
                state.replace(value, Value::Other);
                fall.replace(value, Value::Other);
            }
            match target {
                Some(target) => {
                    state.place = (section, target);
                    [Some(fall), Some(state)]
                }
                None => [Some(fall), None],
            }
        }
    }
}

/// Sets a register and all copies of its value to a number.
fn assume(state: &mut State, register: u8, number: u64) {
    match get(state, register) {
        value @ (Value::Fresh(_) | Value::Narrow(_)) => state.replace(value, Value::Known(number)),
        Value::Stack(..) | Value::Context(_) => {}
        _ => set(state, register, Value::Known(number)),
    }
}

/// Whether the verifier certainly follows both sides of a branch.
fn is_open(operation: u8, a: Value, b: Value) -> bool {
    const MINUS_ONE: u64 = u64::MAX;
    match (operation, a, b) {
        // Equal and not equal, and for signed numbers less and not less.
        (0x10 | 0x50, Value::Narrow(_), Value::Known(0)) => true,
        (0x10 | 0x50 | 0xc0 | 0x70, Value::Fresh(_), Value::Known(0)) => true,
        // Greater and not greater, for signed numbers.
        (0x60 | 0xd0, Value::Fresh(_), Value::Known(MINUS_ONE)) => true,
        _ => false,
    }
}

fn taken_or_not(
    mut state: State,
    section: usize,
    target: Option<usize>,
    taken: Option<bool>,
    fall: Option<bool>,
) -> Next {
    let target = target.filter(|_| taken == Some(true));
    let fall = (fall == Some(true)).then(|| state.clone());
    match (fall, target) {
        (None, None) => END,
        (Some(fall), None) => [Some(fall), None],
        (fall, Some(target)) => {
            state.place = (section, target);
            match fall {
                Some(fall) => [Some(fall), Some(state)],
                None => [Some(state), None],
            }
        }
    }
}

fn compare(operation: u8, a: u64, b: u64, is_wide: bool) -> bool {
    let (a, b) = match is_wide {
        true => (a, b),
        false => (u64::from(a as u32), u64::from(b as u32)),
    };
    let (signed_a, signed_b) = match is_wide {
        true => (a as i64, b as i64),
        false => (i64::from(a as i32), i64::from(b as i32)),
    };
    match operation {
        0x10 => a == b,
        0x20 => a > b,
        0x30 => a >= b,
        0x40 => a & b != 0,
        0x50 => a != b,
        0x60 => signed_a > signed_b,
        0x70 => signed_a >= signed_b,
        0xa0 => a < b,
        0xb0 => a <= b,
        0xc0 => signed_a < signed_b,
        _ => signed_a <= signed_b,
    }
}

fn call(walk: &Walk<'_>, mut state: State, insn: &Insn, (section, at): Place) -> Next {
    const TO_FUNCTION: u8 = 1;
    let is_function = insn.src == TO_FUNCTION && !insn.has_register();
    let target = walk.code[section].calls.get(&at).filter(|_| is_function);
    if let Some(&(to, start)) = target {
        let function = walk.code[to].functions.get(&start);
        if !function.is_some_and(|function| function.is_global) {
            if state.frames.len() >= MAX_FRAMES {
                return END;
            }
            let mut saved = [Value::Other; 4];
            saved.copy_from_slice(&state.registers[6..10]);
            state.frames.push(Frame {
                back: Some((state.place, saved)),
                ..Frame::default()
            });
            state.registers[0] = Value::Other;
            state.registers[6..10].fill(Value::Other);
            state.place = (to, start);
            return [Some(state.begin()), None];
        }
    }
    let is_helper = insn.src == 0 && !insn.has_register();
    let helper = insn.imm;
    if !(is_helper && CHANGE_NOTHING.contains(&helper)) {
        for register in 1..=5 {
            let Value::Stack(frame, offset) = get(&state, register) else {
                continue;
            };
            let bytes = match (is_helper && READS.contains(&helper), get(&state, 2)) {
                (true, Value::Known(bytes)) if register == 1 => {
                    i64::try_from(bytes).unwrap_or(i64::MAX)
                }
                _ => i64::MAX,
            };
            state.forget_stack(frame, offset, bytes);
            if let (Some(start), true) = (offset, bytes != i64::MAX) {
                let end = start.saturating_add(bytes);
                let read = state.frames.get_mut(frame).map(|frame| &mut frame.read);
                read.and_then(|read| read.insert(start, end));
            }
        }
        if state.is_loose {
            state.forget_all_stacks();
        }
    }
    let result = match is_helper && FRESH.contains(&helper) {
        true => state.fresh(),
        false => Value::Other,
    };
    after_call(&mut state, result);
    [Some(state), None]
}

/// A call returns a value. After it, the registers of its arguments must not be read.
fn after_call(state: &mut State, result: Value) {
    state.registers[0] = result;
    state.registers[1..6].fill(Value::Other);
}
