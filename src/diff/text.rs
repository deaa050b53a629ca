//! The changes, as text.

use std::fmt;

use super::difference::{Change, Diff, FieldDiff, FieldState, HookDiff, TypeChange, TypeDiff};

/// The maximum number of moved fields of a type that are listed.
const MAX_MOVED: usize = 8;

/// The maximum number of types on only one kernel that are listed.
const MAX_WHOLE: usize = 200;

impl fmt::Display for Diff {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [before, after] = [&self.kernels[0], &self.kernels[1]];
        if self.is_empty() {
            return writeln!(f, "nothing changed from {before} to {after}");
        }
        let all = self.types.iter().map(|it| it.change);
        let all = all.chain(self.hooks.iter().map(|it| it.change));
        let count = |change| all.clone().filter(|it| *it == change).count();
        let (changed_count, noun) = (count(TypeChange::Changed), self.noun());
        let (added, gone) = (count(TypeChange::Added), count(TypeChange::Gone));
        writeln!(
            f,
            "{before} -> {after}: {changed_count} {noun} changed, {added} added, {gone} gone"
        )?;
        for ty in self
            .types
            .iter()
            .filter(|it| it.change == TypeChange::Changed)
        {
            writeln!(f)?;
            changed(f, ty)?;
        }
        for (change, word) in [(TypeChange::Added, "added"), (TypeChange::Gone, "gone")] {
            let mut types = self
                .types
                .iter()
                .filter(|it| it.change == change)
                .peekable();
            if types.peek().is_some() {
                writeln!(f)?;
            }
            for ty in types.by_ref().take(MAX_WHOLE) {
                writeln!(f, "{word:8} {} {}", ty.kind, ty.name)?;
            }
            match types.count() {
                0 => {}
                more => writeln!(f, "{word:8} {more} more types; --json has all of them")?,
            }
        }
        if !self.hooks.is_empty() {
            writeln!(f)?;
        }
        self.hooks.iter().try_for_each(|hook| one_hook(f, hook))
    }
}

impl Diff {
    fn noun(&self) -> &'static str {
        match (self.types.is_empty(), self.hooks.is_empty()) {
            (_, true) => "types",
            (true, false) => "hooks",
            (false, false) => "types and hooks",
        }
    }
}

fn one_hook(f: &mut fmt::Formatter<'_>, hook: &HookDiff) -> fmt::Result {
    let word = match hook.change {
        TypeChange::Added => "added",
        TypeChange::Gone => "gone",
        TypeChange::Changed => "changed",
    };
    writeln!(f, "{word:8} {}:{}", hook.kind, hook.name)?;
    match (&hook.before, &hook.after) {
        (Some(before), Some(after)) => {
            writeln!(f, "           {before}")?;
            writeln!(f, "        -> {after}")
        }
        (before, after) => match before.as_ref().or(after.as_ref()) {
            Some(only) => writeln!(f, "           {only}"),
            None => Ok(()),
        },
    }
}

fn changed(f: &mut fmt::Formatter<'_>, ty: &TypeDiff) -> fmt::Result {
    let sizes = match ty.size {
        [Some(before), Some(after)] if before != after => format!(": {before} -> {after} bytes"),
        [None, Some(after)] => format!(": {after} bytes; it was only declared"),
        [Some(before), None] => format!(": it had {before} bytes, and is only declared"),
        _ => String::new(),
    };
    writeln!(f, "{} {}{sizes}", ty.kind, ty.name)?;
    if let Some([before, after]) = &ty.target {
        writeln!(f, "  is       {after}; it was {before}")?;
    }
    let is_moved = |field: &&FieldDiff| field.changes == [Change::Moved];
    for field in ty.fields.iter().filter(|field| !is_moved(field)) {
        one_field(f, field)?;
    }
    let moved: Vec<_> = ty.fields.iter().filter(is_moved).collect();
    for field in moved.iter().take(MAX_MOVED) {
        one_field(f, field)?;
    }
    match moved.len().saturating_sub(MAX_MOVED) {
        0 => {}
        more => writeln!(f, "  moved    {more} more fields")?,
    }
    for it in &ty.enumerators {
        match (it.before, it.after) {
            (None, Some(after)) => writeln!(f, "  added    {} = {after}", it.name)?,
            (Some(before), None) => writeln!(f, "  gone     {} = {before}", it.name)?,
            (Some(before), Some(after)) => {
                writeln!(f, "  value    {}: {before} -> {after}", it.name)?;
            }
            (None, None) => {}
        }
    }
    Ok(())
}

fn one_field(f: &mut fmt::Formatter<'_>, field: &FieldDiff) -> fmt::Result {
    let (before, after) = match (&field.before, &field.after) {
        (None, Some(after)) => return writeln!(f, "  added    {}", after.declaration),
        (Some(before), None) => return writeln!(f, "  gone     {}", before.declaration),
        (Some(before), Some(after)) => (before, after),
        (None, None) => return Ok(()),
    };
    if field.changes == [Change::Moved] {
        let (from, to) = (offset(before), offset(after));
        return writeln!(f, "  moved    {}: offset {from} -> {to}", after.name);
    }
    let words = field
        .changes
        .iter()
        .filter(|change| **change != Change::Moved);
    let words: Vec<_> = words.map(|change| word(*change)).collect();
    writeln!(f, "  {:8} {}", words.join(", "), before.declaration)?;
    writeln!(
        f,
        "        -> {}{}",
        after.declaration,
        sizes(before, after)
    )
}

fn sizes(before: &FieldState, after: &FieldState) -> String {
    let of = |state: &FieldState| match (state.bits, state.size) {
        (Some(bits), _) => format!("{bits} bits"),
        (None, Some(size)) => format!("{size} bytes"),
        (None, None) => "no size".to_string(),
    };
    match of(before) == of(after) {
        true => String::new(),
        false => format!("  ({} -> {})", of(before), of(after)),
    }
}

fn offset(state: &FieldState) -> String {
    match (state.bits, state.bit_offset % 8) {
        (None, 0) => (state.bit_offset / 8).to_string(),
        (_, bit) => format!("{}:{bit}", state.bit_offset / 8),
    }
}

fn word(change: Change) -> &'static str {
    match change {
        Change::Added => "added",
        Change::Gone => "gone",
        Change::Renamed => "renamed",
        Change::Kind => "kind",
        Change::Pointee => "pointee",
        Change::Sign => "sign",
        Change::Resized => "resized",
        Change::Bitfield => "bitfield",
        Change::Moved => "moved",
        Change::Declared => "declared",
    }
}
