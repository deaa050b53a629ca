//! The names of functions that programs call, of their arguments, and of variables. These are C names.

use std::collections::HashSet;

use crate::filter::{Hook, HookKind, Wanted};
use crate::model::Types;
use crate::room::{Room, TooLong};
use crate::text::printable;

use super::bad_name::BadName;
use super::contexts::{Argument, arguments};
use super::ident;
use super::weight::{FIELD, ITEM, LEFT_OUT};

/// A function of the kernel that programs call, or a variable of the kernel.
#[derive(Debug)]
pub(crate) struct Function<'a> {
    pub(crate) hook: Hook<'a>,
    pub(crate) ident: String,
    pub(crate) arguments: Vec<Argument<'a>>,
}

pub(super) fn assign<'a>(
    types: &Types<'a>,
    hooks: &[Wanted<'a>],
    kind: HookKind,
    room: &mut Room,
    left_out: &mut Vec<BadName>,
) -> Result<Vec<Function<'a>>, TooLong> {
    let (mut functions, mut taken) = (Vec::new(), HashSet::new());
    for Wanted { hook, .. } in hooks {
        if hook.kind != kind {
            continue;
        }
        if let Err(reason) = ident::check(hook.name) {
            let subject = format!("{}:{}", kind.keyword(), printable(hook.name));
            room.take(LEFT_OUT + subject.len() + reason.len(), || subject.clone())?;
            left_out.push(BadName::new(types, hook.id, subject, reason));
            continue;
        }
        let mut ident = ident::ident(hook.name);
        while !taken.insert(ident.clone()) {
            ident.push('_');
        }
        let parameters = hook.parameters(types);
        let names = parameters.iter().map(|it| it.name.text().len());
        let text = ITEM + 8 * ident.len() + FIELD * parameters.len() + 4 * names.sum::<usize>();
        room.take(text, || printable(hook.name))?;
        functions.push(Function {
            hook: *hook,
            ident,
            arguments: arguments(parameters, &[], &[]),
        });
    }
    Ok(functions)
}
