//! The registers that have the arguments and the result of a function when it starts and ends, by the calling convention of each
//! architecture. The fields of `struct pt_regs` tell the architectures apart.

use std::collections::BTreeSet;

use super::index::Index;
use super::kind::Kind;
use crate::model::{TypeId, Types};

/// The struct of the registers.
const TYPE: &str = "pt_regs";

/// A register: a field of `pt_regs`, or an element of one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Register {
    pub(crate) field: &'static str,
    pub(crate) element: Option<usize>,
}

/// The registers of a function.
#[derive(Clone, Debug)]
pub(crate) struct Registers {
    /// `struct pt_regs`.
    pub(crate) id: TypeId,
    /// Of arguments, from the first on.
    pub(crate) arguments: Vec<Register>,
    pub(crate) result: Register,
}

/// The registers of the kernel's architecture. `None`: they are not known.
pub(crate) fn registers(types: &Types<'_>, index: &Index<'_>) -> Option<Registers> {
    let mut named = index.named(TYPE).iter();
    let (_, _, id) = *named.find(|(kind, ..)| *kind == Kind::Struct)?;
    let fields: BTreeSet<_> = index.field_names(types, id).into_iter().collect();
    let has = |names: &[&str]| names.iter().all(|name| fields.contains(name));
    let field = |field| Register {
        field,
        element: None,
    };
    let element = |field| {
        move |element| Register {
            field,
            element: Some(element),
        }
    };
    let (arguments, result) = if has(&["di", "r9", "ax"]) {
        // x86_64
        let arguments = ["di", "si", "dx", "cx", "r8", "r9"];
        (arguments.map(field).to_vec(), field("ax"))
    } else if has(&["regs", "pstate"]) {
        // arm64
        let regs = element("regs");
        ((0..8).map(regs).collect(), regs(0))
    } else if has(&["gprs", "psw"]) {
        // s390x
        let gprs = element("gprs");
        ((2..7).map(gprs).collect(), gprs(2))
    } else if has(&["a0", "a7", "epc"]) {
        // riscv64
        let arguments = ["a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7"];
        (arguments.map(field).to_vec(), field("a0"))
    } else if has(&["gpr", "nip"]) {
        // ppc64
        let gpr = element("gpr");
        ((3..11).map(gpr).collect(), gpr(3))
    } else {
        return None;
    };
    Some(Registers {
        id,
        arguments,
        result,
    })
}

impl Registers {
    /// The fields of `pt_regs` that have them.
    pub(crate) fn fields(&self) -> BTreeSet<String> {
        let all = self.arguments.iter().chain([&self.result]);
        all.map(|it| it.field.to_string()).collect()
    }
}
