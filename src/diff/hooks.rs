//! Hooks, kernel functions and variables on two kernels → what changed.

use super::difference::{HookDiff, TypeChange};
use crate::filter::Hook;
use crate::model::{self, TypeId, Types};
use crate::text::printable;

/// A hook on one kernel.
#[derive(Clone, Copy)]
pub(super) struct Side<'s, 'a> {
    pub(super) types: &'s Types<'a>,
    pub(super) hook: Hook<'a>,
}

/// `None` if nothing changed. Names of arguments have no meaning.
pub(super) fn compare(sides: [Option<Side<'_, '_>>; 2]) -> Option<HookDiff> {
    let change = match sides {
        [None, None] => return None,
        [Some(_), None] => TypeChange::Gone,
        [None, Some(_)] => TypeChange::Added,
        [Some(before), Some(after)] if before.parts() == after.parts() => return None,
        [Some(_), Some(_)] => TypeChange::Changed,
    };
    let hook = sides.iter().flatten().next()?.hook;
    let [before, after] = sides.map(|side| side.map(Side::declaration));
    Some(HookDiff {
        kind: hook.kind.keyword(),
        name: printable(hook.name),
        change,
        before,
        after,
    })
}

impl Side<'_, '_> {
    /// The types that a program sees: of the result and of the arguments, or of the variable. A typedef counts as its target.
    fn parts(self) -> Vec<String> {
        let described = |id| model::describe(self.types, self.types.underlying(id));
        let parameters = self.hook.parameters(self.types).iter();
        let mut parts: Vec<_> = parameters.map(|it| described(it.ty)).collect();
        match self.hook.returns(self.types) {
            Some(returns) => parts.push(described(returns)),
            None => parts.push(self.variable().map(described).unwrap_or_default()),
        }
        parts
    }

    /// The type of a variable or of a table of callbacks.
    fn variable(self) -> Option<TypeId> {
        let is_function = matches!(
            self.types.get(self.hook.prototype),
            model::Type::FuncProto(_)
        );
        (!is_function).then_some(self.hook.prototype)
    }

    /// As C declares it. The programs of a tracepoint get no result.
    fn declaration(self) -> String {
        let text = match self.variable() {
            Some(ty) => model::declaration(self.types, ty, self.hook.name),
            None => {
                let void = TypeId(0);
                let returns = self.hook.returns(self.types).unwrap_or(void);
                let parameters = self.hook.parameters(self.types);
                model::prototype(self.types, returns, self.hook.name, parameters)
            }
        };
        printable(&text)
    }
}
