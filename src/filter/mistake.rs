//! Mistakes in patterns.

use std::fmt;

use crate::text::printable;

/// A user's mistake in a pattern.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mistake {
    /// The pattern can't be read.
    Invalid {
        /// The option and its value, as in `--allow 'x'`. If it is from a file, `FILE:LINE: ` in front.
        argument: String,
        /// Why.
        reason: String,
    },
    /// No type has a matching name.
    NoType {
        /// The option and the pattern.
        argument: String,
        /// `type` or `iterator`.
        kind: &'static str,
        /// The pattern.
        pattern: String,
        /// Existing names that are near, the nearest first.
        near: Vec<String>,
        /// Modules of the same kernel that have such a type.
        modules: Vec<String>,
        /// Patterns for hooks of this name.
        hooks: Vec<String>,
    },
    /// No hook has a matching name.
    NoHook {
        /// The option and the pattern.
        argument: String,
        /// `function`, `tracepoint`, `LSM hook` and so on.
        kind: &'static str,
        /// The pattern.
        pattern: String,
        /// Existing names that are near, the nearest first.
        near: Vec<String>,
        /// Modules of the same kernel that have such a hook.
        modules: Vec<String>,
    },
    /// The bindings can't contain the arguments of the hook.
    Hook {
        /// The option and the pattern.
        argument: String,
        /// Why.
        reason: String,
    },
    /// Types of the name are declared, and defined nowhere.
    Declared {
        /// The option and the pattern.
        argument: String,
        /// The pattern.
        pattern: String,
        /// The type.
        ty: String,
        /// Modules of the same kernel that define it.
        modules: Vec<String>,
    },
    /// The type has no members, so it can't be plain.
    NoMembers {
        /// The option and the pattern.
        argument: String,
        /// The type.
        ty: String,
    },
    /// The type has several definitions, and they declare the field differently.
    Disputed {
        /// The option and the pattern.
        argument: String,
        /// The type.
        ty: String,
        /// Two declarations of the field, from two of the definitions, as C writes them.
        declarations: [String; 2],
        /// Whether there are several kernels, and it is these that declare it differently.
        by_kernels: bool,
    },
    /// The type is there, the field is not.
    NoField {
        /// The option and the pattern.
        argument: String,
        /// A type that the pattern matches, or to which its path leads.
        ty: String,
        /// The field, as the pattern has it.
        field: String,
        /// Its fields that are near, the nearest first.
        near: Vec<String>,
    },
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Mistake::Invalid { argument, reason } => write!(f, "{argument}: {reason}"),
            Mistake::NoType {
                argument,
                kind,
                near,
                modules,
                hooks,
                ..
            } => {
                write!(f, "{argument}: no {kind} of this name")?;
                match (&hooks[..], &modules[..]) {
                    ([], []) => did_you_mean(f, near),
                    ([], _) => found_in(f, modules),
                    (hooks, _) => write!(f, "; there is {}", hooks.join(", ")),
                }
            }
            Mistake::NoHook {
                argument,
                kind,
                near,
                modules,
                ..
            } => {
                write!(f, "{argument}: no {kind} of this name")?;
                match &modules[..] {
                    [] => did_you_mean(f, near),
                    _ => found_in(f, modules),
                }
            }
            Mistake::Hook { argument, reason } => write!(f, "{argument}: {reason}"),
            Mistake::Declared {
                argument,
                ty,
                modules,
                ..
            } => {
                write!(f, "{argument}: {ty} is declared here, but not defined")?;
                found_in(f, modules)
            }
            Mistake::NoMembers { argument, ty } => {
                write!(f, "{argument}: {ty} is not a struct or union")
            }
            Mistake::Disputed {
                argument,
                ty,
                declarations: [one, other],
                by_kernels: true,
            } => write!(
                f,
                "{argument}: the kernels have `{one}` and `{other}` in {}, and loaders do not tell these apart",
                printable(ty)
            ),
            Mistake::Disputed {
                argument,
                ty,
                declarations: [one, other],
                by_kernels: false,
            } => {
                let ty = printable(ty);
                write!(
                    f,
                    "{argument}: this kernel has several definitions of {ty}, "
                )?;
                match one == other {
                    true => write!(f, "two with `{one}`, whose members differ"),
                    false => write!(f, "one with `{one}` and one with `{other}`"),
                }
            }
            Mistake::NoField {
                argument,
                ty,
                field,
                near,
            } => {
                write!(f, "{argument}: {ty} has no field {field}")?;
                did_you_mean(f, near)
            }
        }
    }
}

/// The maximum number of modules that a message names.
const MAX_NAMED: usize = 3;

fn found_in(f: &mut fmt::Formatter<'_>, modules: &[String]) -> fmt::Result {
    let Some(first) = modules.first() else {
        return Ok(());
    };
    let plural = if modules.len() > 1 { "s" } else { "" };
    let named = modules[..modules.len().min(MAX_NAMED)].join(", ");
    write!(f, "; found in module{plural} {named}")?;
    if modules.len() > MAX_NAMED {
        write!(f, " and {} others", modules.len() - MAX_NAMED)?;
    }
    write!(f, ": add --module {first}")
}

fn did_you_mean(f: &mut fmt::Formatter<'_>, near: &[String]) -> fmt::Result {
    match near {
        [] => Ok(()),
        _ => write!(f, "; did you mean {}?", near.join(", ")),
    }
}
