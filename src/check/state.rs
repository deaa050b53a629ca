//! The state of the walk on a path through a program: the values that are known.

use std::collections::BTreeMap;

/// The index of a section, and of an instruction in it.
pub(super) type Place = (usize, usize);

/// What a loader does to an instruction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Patch {
    /// It gets this number.
    Number(u64),
    /// It becomes invalid.
    Poison,
    /// The loader refuses the object; the instruction stays.
    None,
}

/// What is known about a register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Value {
    /// This number.
    Known(u64),
    /// An unknown value. The verifier does not know either whether it is zero. Copies have the same id.
    Fresh(u32),
    /// An address in the stack of a frame. The offset may be unknown.
    Stack(usize, Option<i64>),
    /// The address of the context of the program, plus this many bytes.
    Context(i64),
    /// The same as `Fresh`, for an unsigned number of less than eight bytes.
    Narrow(u32),
    /// An unknown value. The verifier may know more about it.
    Other,
}

/// A function that is running.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Frame {
    /// Where the caller continues, and its registers 6 to 9.
    pub(super) back: Option<(Place, [Value; 4])>,
    /// The values of eight-byte slots of the stack, by their offset.
    pub(super) stack: BTreeMap<i64, Value>,
    /// Bytes of the stack that a helper has written: start and end. The verifier does not know their values.
    pub(super) read: BTreeMap<i64, i64>,
}

/// What is known at an instruction.
#[derive(Clone, Debug)]
pub(super) struct State {
    pub(super) place: Place,
    pub(super) registers: [Value; 11],
    /// The functions that have not returned. The last one is running.
    pub(super) frames: Vec<Frame>,
    /// Whether the verifier certainly takes this path too.
    pub(super) certain: bool,
    /// Whether an unknown value may be an address in the stack.
    pub(super) is_loose: bool,
    pub(super) next_id: u32,
}

impl State {
    /// Sets register 10 to the address of the frame.
    pub(super) fn begin(mut self) -> State {
        self.registers[10] = Value::Stack(self.frames.len() - 1, Some(0));
        self
    }

    /// A new unknown value.
    pub(super) fn fresh(&mut self) -> Value {
        self.next_id += 1;
        Value::Fresh(self.next_id)
    }

    /// A new unknown number of this many bytes.
    pub(super) fn fresh_number(&mut self, bytes: u32) -> Value {
        self.next_id += 1;
        match bytes {
            8 => Value::Fresh(self.next_id),
            _ => Value::Narrow(self.next_id),
        }
    }

    /// The places to return to.
    fn callers(&self) -> impl Iterator<Item = Option<Place>> {
        self.frames
            .iter()
            .map(|frame| frame.back.map(|(place, _)| place))
    }

    /// All values except those on stacks, in a fixed order.
    fn values(&self) -> impl Iterator<Item = Value> {
        let saved = self.frames.iter().filter_map(|frame| frame.back);
        let saved = saved.flat_map(|(_, saved)| saved);
        self.registers.into_iter().chain(saved)
    }

    /// Whether every instruction that `other` can reach was reached from here too.
    pub(super) fn covers(&self, other: &State) -> bool {
        let is_less_certain = other.certain && !self.certain;
        if is_less_certain || !self.callers().eq(other.callers()) {
            return false;
        }
        let mut ids = BTreeMap::new();
        let mut covers = |ours: Value, theirs: Value| match (ours, theirs) {
            (Value::Other, Value::Other) => true,
            // What a path reads from the context must be seen.
            (Value::Other, Value::Context(_)) => false,
            // An unknown value covers every value. But a branch that depends on it is then no longer certain.
            (Value::Other, _) => !other.certain,
            (Value::Fresh(a), Value::Fresh(b)) | (Value::Narrow(a), Value::Narrow(b)) => {
                *ids.entry(a).or_insert(b) == b
            }
            _ => ours == theirs,
        };
        if !self.values().zip(other.values()).all(|(a, b)| covers(a, b)) {
            return false;
        }
        self.frames.iter().zip(&other.frames).all(|(ours, theirs)| {
            let knows_less = other.certain && ours.read != theirs.read;
            if knows_less {
                return false;
            }
            ours.stack.iter().all(|(at, value)| {
                theirs
                    .stack
                    .get(at)
                    .is_some_and(|other| covers(*value, *other))
            })
        })
    }

    /// Keeps only what `other` knows too. The places must be the same.
    pub(super) fn join(&mut self, other: &State) {
        self.certain = false;
        self.is_loose |= other.is_loose;
        let mut is_loose = false;
        let mut join = |ours: &mut Value, theirs: Value| {
            if *ours == theirs {
                return;
            }
            is_loose |= matches!(ours, Value::Stack(..)) || matches!(theirs, Value::Stack(..));
            *ours = Value::Other;
        };
        for (ours, theirs) in self.registers.iter_mut().zip(other.registers) {
            join(ours, theirs);
        }
        for (ours, theirs) in self.frames.iter_mut().zip(&other.frames) {
            if let (Some((_, ours)), Some((_, theirs))) = (&mut ours.back, &theirs.back) {
                for (ours, theirs) in ours.iter_mut().zip(theirs) {
                    join(ours, *theirs);
                }
            }
            ours.stack
                .retain(|at, value| theirs.stack.get(at) == Some(value));
            ours.read.clear();
        }
        self.is_loose |= is_loose;
    }

    /// Replaces a value wherever a copy of it is.
    pub(super) fn replace(&mut self, old: Value, new: Value) {
        let replace = |value: &mut Value| {
            if *value == old {
                *value = new;
            }
        };
        self.registers.iter_mut().for_each(replace);
        for frame in &mut self.frames {
            frame.stack.values_mut().for_each(replace);
            if let Some((_, saved)) = &mut frame.back {
                saved.iter_mut().for_each(replace);
            }
        }
    }

    /// Forgets the contents of the stacks of all frames.
    pub(super) fn forget_all_stacks(&mut self) {
        for frame in &mut self.frames {
            frame.stack.clear();
            frame.read.clear();
        }
    }

    /// Forgets this many bytes of a frame's stack at this offset. Without an offset, it forgets the frame's whole stack.
    pub(super) fn forget_stack(&mut self, frame: usize, offset: Option<i64>, bytes: i64) {
        let Some(frame) = self.frames.get_mut(frame) else {
            return;
        };
        match offset {
            None => {
                frame.stack.clear();
                frame.read.clear();
            }
            Some(start) => {
                let end = start.saturating_add(bytes);
                frame
                    .stack
                    .retain(|at, _| at.saturating_add(8) <= start || *at >= end);
                frame.read.retain(|at, to| *to <= start || *at >= end);
            }
        }
    }
}
