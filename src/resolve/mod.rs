//! CO-RE relocations → what a loader does with each on a kernel. The rules are those of libbpf's `relo_core.c`; `aya` has what aya
//! does otherwise.
//!
//! The phases for each relocation are a straight line. `spec` resolves the access string in the local type. `candidates`,
//! `member`, `compatible` and `matching` find the kernel's types that fit. `number` computes the number. `patch` determines how
//! the instruction changes.
//!
//! The kernel's BTF and the object are both untrusted. [`Work`] bounds how long the comparison of types may take.

mod aya;
mod candidates;
mod compatible;
mod loader;
mod matching;
mod member;
mod number;
mod outcome;
mod pair;
mod patch;
mod refusal;
mod relocation;
mod size;
mod spec;
mod work;

use std::collections::HashMap;

use crate::btf_format::CoreReloKind;
use crate::model::{TypeId, Types};
use candidates::Index;
pub use loader::Loader;
use number::Number;
pub(crate) use outcome::{Found, Miss, Outcome};
use pair::Pair;
pub(crate) use refusal::Refusal;
pub(crate) use relocation::Relocation;
pub(crate) use size::size;
pub(crate) use spec::{Spec, Step, parse};

use work::Work;

/// Resolves the relocations of one object on one kernel, in their order.
pub(crate) struct Resolver<'s, 'l, 't> {
    local: &'s Types<'l>,
    target: &'s Types<'t>,
    index: Index<'l>,
    /// For each local type: the remaining types of the kernel. libbpf drops the types that did not fit a relocation.
    left: HashMap<TypeId, Vec<TypeId>>,
    /// Whether a relocation drops types for later relocations, as in libbpf.
    narrows: bool,
    loader: Loader,
    big_endian: bool,
    work: Work,
}

impl<'s, 'l, 't> Resolver<'s, 'l, 't> {
    /// `roots` are the local types of all relocations. Loaders compute shifts for the byte order of the machine that they run
    /// on, which is `big_endian` or not.
    pub(crate) fn new(
        local: &'s Types<'l>,
        target: &'s Types<'t>,
        roots: impl Iterator<Item = TypeId>,
        loader: Loader,
        big_endian: bool,
    ) -> Resolver<'s, 'l, 't> {
        Resolver {
            local,
            target,
            index: Index::new(local, target, roots, loader),
            left: HashMap::new(),
            narrows: true,
            loader,
            big_endian,
            work: Work::new(),
        }
    }

    pub(crate) fn resolve(&mut self, relocation: &Relocation<'_>) -> Outcome<'t> {
        match self.loader {
            Loader::Libbpf => self.as_libbpf(relocation),
            Loader::Aya => {
                let mut sides = aya::Sides {
                    local: self.local,
                    target: self.target,
                    index: &self.index,
                    big_endian: self.big_endian,
                    work: &mut self.work,
                };
                aya::resolve(&mut sides, relocation).unwrap_or_else(Outcome::Refused)
            }
        }
    }

    /// `bpf_core_types_are_compat`: whether a declaration in the object fits the kernel's.
    pub(crate) fn are_compatible(&mut self, ours: TypeId, theirs: TypeId) -> Result<bool, Refusal> {
        let mut pair = Pair {
            local: self.local,
            target: self.target,
            loader: self.loader,
            work: &mut self.work,
        };
        compatible::types_are_compatible(&mut pair, ours, theirs)
    }

    /// `bpf_core_resolve_relo`, then `bpf_core_patch_insn`
    fn as_libbpf(&mut self, relocation: &Relocation<'_>) -> Outcome<'t> {
        match self.number(relocation) {
            Ok(number) => patch::outcome(&number, relocation),
            Err(refusal) => Outcome::Refused(refusal),
        }
    }

    /// `bpf_core_calc_relo_insn`
    fn number(&mut self, relocation: &Relocation<'_>) -> Result<Number<'t>, Refusal> {
        let kind = CoreReloKind::of(relocation.kind).ok_or(Refusal::Kind(relocation.kind))?;
        let local = parse(self.local, kind, relocation.root, relocation.access)?;
        if kind == CoreReloKind::TypeIdLocal {
            return Ok(Number::local_id(relocation.root));
        }
        let all = self.candidates(relocation.root)?;
        let mut found: Vec<(TypeId, Spec<'t>)> = Vec::new();
        let mut first: Option<(u32, Number<'t>)> = None;
        let mut miss = Miss::Type;
        let calculation = number::Calculation {
            local: self.local,
            target: self.target,
            kind,
            spec: &local,
            big_endian: self.big_endian,
        };
        for &candidate in &all {
            let pair = Pair {
                local: self.local,
                target: self.target,
                loader: self.loader,
                work: &mut self.work,
            };
            let spec = match member::find(pair, kind, &local, candidate)? {
                Ok(spec) => spec,
                Err(why) => {
                    miss = miss.max(why);
                    continue;
                }
            };
            let number = calculation.found(&spec)?;
            match &first {
                None => first = Some((spec.bit, number)),
                Some((bit, other)) if *bit != spec.bit || other.new != number.new => {
                    let places = [found[0].0, candidate].map(|id| self.target.btf_id(id));
                    return Err(Refusal::Ambiguous(places));
                }
                Some(_) => {}
            }
            found.push((candidate, spec));
        }
        match first {
            None => calculation.missing(miss),
            Some((_, number)) => {
                if self.narrows {
                    let left = found.into_iter().map(|(id, _)| id).collect();
                    self.left.insert(relocation.root, left);
                }
                Ok(number)
            }
        }
    }

    fn candidates(&mut self, root: TypeId) -> Result<Vec<TypeId>, Refusal> {
        match self.left.get(&root) {
            Some(left) => Ok(left.clone()),
            None => self.index.of(self.local, root).ok_or(Refusal::Anonymous),
        }
    }
}
