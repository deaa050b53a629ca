//! What types say of each other: `btf_check_all_types`, `btf_resolve` and `btf_check_type_tags` of the kernel. Every type is
//! visited once, whatever the order, so that time and memory grow with the section only.

use std::collections::HashSet;

use super::types::{Type, Types};
use crate::btf_format::{
    FUNC_EXTERN, KIND_ARRAY, KIND_CONST, KIND_DATASEC, KIND_DECL_TAG, KIND_ENUM, KIND_ENUM64,
    KIND_FLOAT, KIND_FUNC, KIND_FUNC_PROTO, KIND_FWD, KIND_INT, KIND_PTR, KIND_RESTRICT,
    KIND_STRUCT, KIND_TYPE_TAG, KIND_TYPEDEF, KIND_UNION, KIND_VAR, KIND_VOLATILE,
};
use crate::link::Error;
use crate::link::btf_section::{POINTER_BYTES, VAR_EXTERN};

/// `MAX_RESOLVE_DEPTH`
const MAX_DEPTH: usize = 32;

pub(super) fn check(types: &Types<'_>) -> Result<(), Error> {
    let mut resolver = Resolver {
        types,
        states: vec![State::New; types.len()],
    };
    let (mut functions, mut unnamed) = (Vec::new(), HashSet::new());
    for (id, ty) in types.iter() {
        resolver.resolve(id)?;
        match ty.kind {
            KIND_FUNC_PROTO => {
                resolver.check_prototype(id, ty)?;
                if resolver.has_unnamed(ty)? {
                    unnamed.insert(id);
                }
            }
            KIND_VOLATILE | KIND_CONST | KIND_RESTRICT | KIND_TYPEDEF => {
                let next = types.get(ty.word).map(|next| next.kind);
                let is_tag = next == Some(KIND_TYPE_TAG);
                require(
                    types,
                    id,
                    !is_tag,
                    "a type tag after a modifier, not before it",
                )?;
            }
            // libbpf names the parameters of the kernel's functions.
            KIND_FUNC if ty.count != FUNC_EXTERN => functions.push((id, ty.word)),
            _ => {}
        }
    }
    let is_faulty = |&&(_, proto): &&(u32, u32)| unnamed.contains(&proto);
    match functions.iter().find(is_faulty) {
        Some(&(id, _)) => Err(types.fault(id, "a function with a parameter that has no name")),
        None => Ok(()),
    }
}

fn require(types: &Types<'_>, id: u32, holds: bool, reason: &str) -> Result<(), Error> {
    match holds {
        true => Ok(()),
        false => Err(types.fault(id, reason)),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    Open,
    Done(Resolved),
}

/// `resolved_ids` and `resolved_sizes`
#[derive(Clone, Copy, PartialEq, Eq)]
struct Resolved {
    id: u32,
    size: u32,
}

/// What a chain of types ends at (`env_type_is_resolve_sink`).
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Any,
    Pointer,
    Composite,
}

/// A type on the way, and how many of its parts are resolved.
struct Open {
    id: u32,
    parts: u32,
}

struct Resolver<'a> {
    types: &'a Types<'a>,
    states: Vec<State>,
}

fn is_modifier(kind: u32) -> bool {
    matches!(
        kind,
        KIND_TYPEDEF | KIND_VOLATILE | KIND_CONST | KIND_RESTRICT | KIND_TYPE_TAG
    )
}

fn is_composite(kind: u32) -> bool {
    matches!(kind, KIND_STRUCT | KIND_UNION | KIND_ARRAY)
}

/// `btf_type_needs_resolve`; functions and tags are checked without.
fn needs_resolve(kind: u32) -> bool {
    is_modifier(kind) || is_composite(kind) || matches!(kind, KIND_PTR | KIND_VAR | KIND_DATASEC)
}

impl Resolver<'_> {
    fn get(&self, id: u32) -> Type {
        *self
            .types
            .get(id)
            .expect("`kinds::check` has seen all references")
    }

    fn is_sink(mode: Mode, kind: u32) -> bool {
        match mode {
            Mode::Any => !needs_resolve(kind),
            Mode::Pointer => !is_modifier(kind) && kind != KIND_PTR,
            Mode::Composite => !is_modifier(kind) && !is_composite(kind),
        }
    }

    /// `btf_resolve`
    fn resolve(&mut self, root: u32) -> Result<(), Error> {
        if self.states[root as usize] != State::New || !needs_resolve(self.get(root).kind) {
            return Ok(());
        }
        let (mut mode, mut stack) = (Mode::Any, Vec::new());
        let mut next = Some(root);
        loop {
            if let Some(id) = next {
                let is_new = self.states[id as usize] == State::New;
                require(
                    self.types,
                    root,
                    is_new,
                    "it contains itself, or is a pointer or name for itself",
                )?;
                let fits = stack.len() < MAX_DEPTH;
                require(
                    self.types,
                    root,
                    fits,
                    "it is nested more than 32 levels deep",
                )?;
                self.states[id as usize] = State::Open;
                mode = match self.get(id).kind {
                    KIND_PTR if mode == Mode::Any => Mode::Pointer,
                    kind if mode == Mode::Any && is_composite(kind) => Mode::Composite,
                    _ => mode,
                };
                stack.push(Open { id, parts: 0 });
            }
            let Some(open) = stack.last_mut() else {
                return Ok(());
            };
            next = self.step(open, mode)?;
            if next.is_none() {
                stack.pop();
            }
        }
    }

    /// What is to be resolved before `open`, or nothing once that is resolved itself.
    fn step(&mut self, open: &mut Open, mode: Mode) -> Result<Option<u32>, Error> {
        let (id, ty) = (open.id, self.get(open.id));
        let resolved = match ty.kind {
            KIND_STRUCT | KIND_UNION | KIND_DATASEC => {
                if let Some(next) = self.parts(open, &ty, mode)? {
                    return Ok(Some(next));
                }
                Resolved { id: 0, size: 0 }
            }
            KIND_ARRAY => {
                let [of, index] = [self.types.tail(&ty, 0)?, self.types.tail(&ty, 1)?];
                for part in [index, of] {
                    self.require_sized(id, part)?;
                    if self.is_ahead(mode, part) {
                        return Ok(Some(part));
                    }
                }
                self.array(id, of, index, self.types.tail(&ty, 2)?)?
            }
            _ => {
                let kind = self.get(ty.word).kind;
                let is_source = matches!(kind, KIND_VAR | KIND_DECL_TAG | KIND_DATASEC);
                require(
                    self.types,
                    id,
                    !is_source,
                    "it refers to something that is not a type",
                )?;
                if let Some(next) = self.behind(&ty, mode) {
                    return Ok(Some(next));
                }
                let (resolved, sized) = match self.size(ty.word) {
                    Some(found) => (found, true),
                    None => (self.underlying(ty.word), false),
                };
                let is_last = matches!(self.get(resolved.id).kind, 0 | KIND_FWD | KIND_FUNC_PROTO);
                // One without a type: see `kinds`.
                let is_address =
                    ty.kind == KIND_VAR && ty.word == 0 && self.types.tail(&ty, 0)? == VAR_EXTERN;
                let holds = sized || is_last && ty.kind != KIND_VAR || is_address;
                require(
                    self.types,
                    id,
                    holds,
                    "it refers to a type that has no size",
                )?;
                Resolved {
                    id: resolved.id,
                    size: 0,
                }
            }
        };
        self.states[id as usize] = State::Done(resolved);
        Ok(None)
    }

    fn is_ahead(&self, mode: Mode, id: u32) -> bool {
        let is_done = matches!(self.states[id as usize], State::Done(_));
        !Self::is_sink(mode, self.get(id).kind) && !is_done
    }

    /// `btf_modifier_resolve`, `btf_ptr_resolve`, `btf_var_resolve`: the type behind, or the pointer at which a modifier
    /// behind was left.
    fn behind(&self, ty: &Type, mode: Mode) -> Option<u32> {
        if self.is_ahead(mode, ty.word) {
            return Some(ty.word);
        }
        if is_modifier(ty.kind) || !is_modifier(self.get(ty.word).kind) {
            return None;
        }
        let last = self.underlying(ty.word).id;
        (self.get(last).kind == KIND_PTR && self.is_ahead(mode, last)).then_some(last)
    }

    /// `btf_type_id_resolve`
    fn underlying(&self, id: u32) -> Resolved {
        match self.states[id as usize] {
            State::Done(resolved) if is_modifier(self.get(id).kind) => resolved,
            _ => Resolved { id, size: 0 },
        }
    }

    /// `btf_type_id_size`
    fn size(&self, id: u32) -> Option<Resolved> {
        let ty = self.get(id);
        match ty.kind {
            KIND_INT | KIND_STRUCT | KIND_UNION | KIND_ENUM | KIND_DATASEC | KIND_FLOAT
            | KIND_ENUM64 => Some(Resolved { id, size: ty.word }),
            KIND_PTR => Some(Resolved {
                id,
                size: POINTER_BYTES as u32,
            }),
            KIND_ARRAY => match self.states[id as usize] {
                State::Done(resolved) => Some(Resolved {
                    id,
                    size: resolved.size,
                }),
                _ => Some(Resolved { id, size: 0 }),
            },
            kind if is_modifier(kind) => {
                let below = self.underlying(id).id;
                match is_modifier(self.get(below).kind) {
                    true => None,
                    false => self.size(below),
                }
            }
            _ => None,
        }
    }

    /// `btf_type_nosize_or_null` and `btf_type_is_resolve_source_only`
    fn require_sized(&self, id: u32, part: u32) -> Result<(), Error> {
        let kind = self.get(part).kind;
        let has_size = !matches!(
            kind,
            0 | KIND_FWD | KIND_FUNC | KIND_FUNC_PROTO | KIND_VAR | KIND_DECL_TAG | KIND_DATASEC
        );
        require(
            self.types,
            id,
            has_size,
            "it has a part of a type without a size",
        )
    }

    /// `btf_array_resolve`
    fn array(&self, id: u32, of: u32, index: u32, len: u32) -> Result<Resolved, Error> {
        let index = self.size(index).map(|index| self.get(index.id));
        let is_int = index.is_some_and(|index| index.kind == KIND_INT && self.is_regular(&index));
        require(
            self.types,
            id,
            is_int,
            "an array whose index is not an integer",
        )?;
        let Some(element) = self.size(of) else {
            return Err(self
                .types
                .fault(id, "it has a part of a type without a size"));
        };
        let ty = self.get(element.id);
        let is_whole = ty.kind != KIND_INT || self.is_regular(&ty);
        require(
            self.types,
            id,
            is_whole,
            "an array of integers that do not fill their bytes",
        )?;
        match element.size.checked_mul(len) {
            Some(size) => Ok(Resolved {
                id: element.id,
                size,
            }),
            None => Err(self.types.fault(id, "an array of 4 GiB or more")),
        }
    }

    /// `btf_type_int_is_regular`
    fn is_regular(&self, int: &Type) -> bool {
        let data = self.types.tail(int, 0).unwrap_or_default();
        let (offset, bits) = (data >> 16 & 0xff, data & 0xff);
        offset == 0 && bits == int.word.saturating_mul(8) && matches!(int.word, 1 | 2 | 4 | 8 | 16)
    }

    /// `btf_struct_resolve` and `btf_datasec_resolve`
    fn parts(&self, open: &mut Open, ty: &Type, mode: Mode) -> Result<Option<u32>, Error> {
        for entry in open.parts..ty.count {
            let at = 3 * u64::from(entry);
            let mut words = [0; 3];
            for (i, word) in (0..).zip(&mut words) {
                *word = self.types.tail(ty, at + i)?;
            }
            let part = match ty.kind {
                KIND_DATASEC => words[0],
                _ => words[1],
            };
            if ty.kind != KIND_DATASEC {
                self.require_sized(open.id, part)?;
            }
            if self.is_ahead(mode, part) {
                open.parts = entry;
                return Ok(Some(part));
            }
            match ty.kind {
                KIND_DATASEC => self.check_variable(open.id, words)?,
                _ => self.check_member(open.id, ty, words)?,
            }
        }
        Ok(None)
    }

    /// libbpf resolves functions of the kernel, which stand in the section `.ksyms`.
    fn check_variable(&self, id: u32, [var, _, size]: [u32; 3]) -> Result<(), Error> {
        let var = self.get(var);
        if var.kind == KIND_FUNC {
            return Ok(());
        }
        require(
            self.types,
            id,
            var.kind == KIND_VAR,
            "a section with an entry that is not a variable",
        )?;
        let needed = self.size(var.word).map(|found| found.size);
        // Of externs, the sizes are libbpf's.
        let is_extern = self.types.tail(&var, 0)? == VAR_EXTERN;
        let fits = needed.is_some_and(|needed| needed <= size) || is_extern;
        require(
            self.types,
            id,
            fits,
            "a variable larger than its place in the section",
        )
    }

    /// `check_member` and `check_kflag_member` of the kernel's kinds
    fn check_member(&self, id: u32, ty: &Type, [_, of, offset]: [u32; 3]) -> Result<(), Error> {
        let Some(member) = self.size(of) else {
            return Err(self
                .types
                .fault(id, "it has a part of a type without a size"));
        };
        let of = self.get(member.id);
        let (width, bit) = match ty.flag {
            true => (offset >> 24, u64::from(offset & 0x00ff_ffff)),
            false => (0, u64::from(offset)),
        };
        let (start, bits) = match of.kind {
            KIND_INT => {
                let data = self.types.tail(&of, 0)?;
                let (int_offset, int_bits) = (data >> 16 & 0xff, data & 0xff);
                let is_field = !ty.flag
                    || self.is_regular(&of) && width <= int_bits && (width != 0 || bit % 8 == 0);
                require(
                    self.types,
                    id,
                    is_field,
                    "a bitfield that its type can't hold",
                )?;
                (
                    bit + u64::from(int_offset),
                    u64::from(if width == 0 { int_bits } else { width }),
                )
            }
            KIND_ENUM | KIND_ENUM64 if width != 0 => (bit, u64::from(width)),
            _ => {
                require(
                    self.types,
                    id,
                    width == 0,
                    "a bitfield that its type can't hold",
                )?;
                require(
                    self.types,
                    id,
                    bit % 8 == 0,
                    "a member that does not start at a byte",
                )?;
                let align = POINTER_BYTES.min(u64::from(member.size)) * 8;
                let is_aligned = of.kind != KIND_FLOAT || bit % align == 0;
                require(
                    self.types,
                    id,
                    is_aligned,
                    "a floating-point number that is not aligned",
                )?;
                (bit, u64::from(member.size) * 8)
            }
        };
        let is_copied = start % 8 + bits <= 128 || !matches!(of.kind, KIND_INT);
        require(
            self.types,
            id,
            is_copied,
            "a bitfield that its type can't hold",
        )?;
        let fits = (start + bits).div_ceil(8) <= u64::from(ty.word);
        require(self.types, id, fits, "a member is beyond its end")
    }

    /// `btf_func_proto_check`
    fn check_prototype(&mut self, id: u32, ty: &Type) -> Result<(), Error> {
        let parameters: Vec<[u32; 2]> = self.types.entries(ty).collect::<Result<_, _>>()?;
        let values = match parameters.split_last() {
            // Any number of arguments.
            Some(([name, 0], others)) => {
                require(self.types, id, *name == 0, "a parameter of type void")?;
                others
            }
            _ => &parameters[..],
        };
        let returned = Some(ty.word).filter(|&returned| returned != 0);
        for value in values.iter().map(|&[_, of]| of).chain(returned) {
            self.resolve(value)?;
            let has_size = self.size(value).is_some();
            require(
                self.types,
                id,
                has_size,
                "a parameter or return value without a size",
            )?;
        }
        Ok(())
    }

    /// `btf_func_check`: whether functions of this prototype have a parameter without a name.
    fn has_unnamed(&self, proto: &Type) -> Result<bool, Error> {
        for entry in self.types.entries(proto) {
            let [name, of]: [u32; 2] = entry?;
            if name == 0 && of != 0 {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
