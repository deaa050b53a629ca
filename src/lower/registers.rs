//! The registers that have the arguments and the result of a function.

use crate::filter;
use crate::names::{self, Item};

use super::rust_type::Lowering;

/// The registers of functions.
#[derive(Debug)]
pub(crate) struct Registers<'m> {
    /// `struct pt_regs`.
    pub(crate) ty: &'m str,
    pub(crate) arguments: Vec<Register<'m>>,
    pub(crate) result: Register<'m>,
}

/// A register: a field, or an element of one.
#[derive(Debug)]
pub(crate) struct Register<'m> {
    pub(crate) ident: &'m str,
    pub(crate) element: Option<usize>,
}

/// `None`: the file does not have a field that is needed.
pub(super) fn registers<'m>(
    lowering: Lowering<'m, '_>,
    registers: &filter::Registers,
) -> Option<Registers<'m>> {
    let opaque = lowering.module.items.iter().find_map(|item| match item {
        Item::Opaque(opaque) if opaque.id == registers.id => Some(opaque),
        _ => None,
    })?;
    let fields = &opaque.body.as_ref()?.fields;
    let register = |it: &filter::Register| {
        let is_it = |named: &&names::NamedField<'_>| named.field.name == it.field;
        let named = fields.iter().find(is_it)?;
        Some(Register {
            ident: named.ident.as_str(),
            element: it.element,
        })
    };
    Some(Registers {
        ty: &opaque.ident,
        arguments: registers
            .arguments
            .iter()
            .map(register)
            .collect::<Option<_>>()?,
        result: register(&registers.result)?,
    })
}
