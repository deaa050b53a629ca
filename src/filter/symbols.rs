//! What a program uses by a name that BTF does not have: options of the kernel's configuration, and symbols. Loaders look for the names.

use std::collections::BTreeSet;

use super::kind::HookKind;
use super::mistake::Mistake;
use super::pattern::Pattern;
use crate::reloc::table::is_identifier;
use crate::text;

/// The names that patterns have.
pub(super) fn resolve(
    option: &str,
    patterns: &[Pattern],
    mistakes: &mut Vec<Mistake>,
) -> BTreeSet<(HookKind, String)> {
    let mut symbols = BTreeSet::new();
    for pattern in patterns {
        let Some(kind) = pattern.hook.filter(|kind| !kind.is_in_btf()) else {
            continue;
        };
        let name = pattern.ty.to_string();
        let reason = match pattern.is_exact() {
            true if is_identifier(&name) => None,
            true => Some("this is not a C name"),
            false => Some("BTF does not have these names, so a pattern must name one exactly"),
        };
        match reason {
            None => _ = symbols.insert((kind, name)),
            Some(reason) => mistakes.push(Mistake::Invalid {
                argument: format!("{option} {}", text::quoted(&pattern.text)),
                reason: reason.to_string(),
            }),
        }
    }
    symbols
}

/// Patterns of a command that shows what a BTF has.
pub(super) fn refuse(option: &str, patterns: &[Pattern], mistakes: &mut Vec<Mistake>) {
    for (kind, name) in resolve(option, patterns, mistakes) {
        mistakes.push(Mistake::Invalid {
            argument: format!(
                "{option} {}",
                text::quoted(&format!("{}:{name}", kind.keyword()))
            ),
            reason: "BTF does not have these names".to_string(),
        });
    }
}
