//! The names of functions that programs call, and of their arguments. These are C names.

use std::collections::HashSet;

use crate::filter::{Hook, HookKind};
use crate::model::Types;
use crate::room::{Room, TooLong};
use crate::text::printable;

use super::bad_name::BadName;
use super::contexts::{Argument, arguments};
use super::ident;
use super::weight::{FIELD, ITEM, LEFT_OUT};

/// A function of the kernel that programs call.
#[derive(Debug)]
pub(crate) struct Function<'a> {
    pub(crate) hook: Hook<'a>,
    pub(crate) ident: String,
    pub(crate) arguments: Vec<Argument<'a>>,
}

pub(super) fn assign<'a>(
    types: &Types<'a>,
    hooks: &[Hook<'a>],
    room: &mut Room,
    left_out: &mut Vec<BadName>,
) -> Result<Vec<Function<'a>>, TooLong> {
    let (mut functions, mut taken) = (Vec::new(), HashSet::new());
    for hook in hooks {
        if hook.kind != HookKind::KernelFunction {
            continue;
        }
        if let Err(reason) = ident::check(hook.name) {
            let subject = format!("the function {}", printable(hook.name));
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
            arguments: arguments(parameters, &[]),
        });
    }
    Ok(functions)
}
