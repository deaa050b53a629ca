//! The names of tables of callbacks, of their members, and of the arguments of callbacks.

use std::collections::HashSet;

use crate::filter::{self, Hook, HookKind, Wanted};
use crate::model::{self, Field, Type, Types};
use crate::room::{Room, TooLong};
use crate::text::printable;

use super::bad_name::BadName;
use super::contexts::{Context, OWN_METHODS, arguments, upper_camel_case};
use super::ident;
use super::weight::{FIELD, ITEM, LEFT_OUT};

/// A table of callbacks.
#[derive(Debug)]
pub(crate) struct StructOps<'a> {
    pub(crate) hook: Hook<'a>,
    pub(crate) ident: String,
    /// In the order of the table.
    pub(crate) callbacks: Vec<Callback<'a>>,
    /// Members that are not callbacks.
    pub(crate) values: Vec<(String, Field<'a>)>,
}

/// A callback: its member, and its arguments.
#[derive(Debug)]
pub(crate) struct Callback<'a> {
    pub(crate) member: String,
    pub(crate) context: Context<'a>,
}

pub(super) fn assign<'a>(
    types: &Types<'a>,
    hooks: &[Wanted<'a>],
    room: &mut Room,
    left_out: &mut Vec<BadName>,
) -> Result<Vec<StructOps<'a>>, TooLong> {
    let mut all = Vec::new();
    for Wanted { hook, .. } in hooks {
        let Type::Composite(table) = types.get(hook.id) else {
            continue;
        };
        if hook.kind != HookKind::StructOps {
            continue;
        }
        // Loaders go by the names of the struct and of its members.
        let Some(ident) = exact(hook.name) else {
            let subject = format!("struct_ops:{}", printable(hook.name));
            let reason = "Rust can't have its name".to_string();
            room.take(LEFT_OUT + subject.len(), || subject.clone())?;
            left_out.push(BadName::new(types, hook.id, subject, reason));
            continue;
        };
        let mut taken = HashSet::from(["Slots".to_string()]);
        let (mut callbacks, mut values) = (Vec::new(), Vec::new());
        for callback in filter::callbacks(types, hook) {
            let Some(member) = exact(callback.name) else {
                continue;
            };
            let mut ident = upper_camel_case(callback.name);
            while !taken.insert(ident.clone()) {
                ident.push('_');
            }
            let parameters = callback.parameters(types);
            let text = 2 * ITEM + 16 * ident.len() + FIELD * parameters.len();
            room.take(text, || printable(hook.name))?;
            let arguments = arguments(parameters, &[], &OWN_METHODS);
            callbacks.push(Callback {
                member,
                context: Context {
                    hook: callback,
                    ident,
                    arguments,
                    on: None,
                    tag: None,
                    has_result: true,
                },
            });
        }
        for field in model::fields(types, table) {
            let is_callback = callbacks
                .iter()
                .any(|it| it.context.hook.name == field.name);
            if let Some(member) = exact(field.name).filter(|_| !is_callback) {
                room.take(ITEM + 8 * member.len(), || printable(hook.name))?;
                values.push((member, field));
            }
        }
        all.push(StructOps {
            hook: *hook,
            ident,
            callbacks,
            values,
        });
    }
    Ok(all)
}

/// The identifier that is the C name itself, if Rust can have it.
fn exact(c_name: &str) -> Option<String> {
    ident::check(c_name).ok()?;
    ident::exact(c_name)
}
