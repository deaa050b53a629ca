//! The text of the module `plain` → the layouts that it has.

use super::held::Held;

const BEGINNING: &str = "pub mod plain {\n";
/// What may follow. The items of the module are not indented, so that the first `}` does not end it.
const NEXT: [&str; 2] = ["\npub mod btfgen {\n", "\nmod layout {\n"];

/// The text without the module `plain`, and the text of this module.
pub(super) fn split(text: &str) -> (String, &str) {
    let at = text
        .match_indices(BEGINNING)
        .map(|(at, _)| at)
        .find(|at| *at == 0 || text.as_bytes()[at - 1] == b'\n');
    let Some(at) = at else {
        return (text.to_string(), "");
    };
    let (before, module) = text.split_at(at);
    let next = NEXT.iter().filter_map(|next| module.find(next));
    let end = next.min().unwrap_or(module.len());
    let (module, behind) = module.split_at(end);
    (format!("{before}{behind}"), module)
}

/// Reads what the module has of each type: its fields, their offsets, and the size and alignment.
pub(super) fn read(module: &str, held: &mut Held) {
    // The first line of the comment on the next item, the type, and the field whose getter follows.
    let (mut comment, mut owner, mut getter) = (None, String::new(), String::new());
    for line in module.lines().map(str::trim) {
        if let Some(text) = line.strip_prefix("/// ") {
            comment.get_or_insert(text);
        } else if let Some(measure) = line.strip_prefix("super::layout::same(::core::mem::") {
            read_measure(measure, &owner, held);
        } else if let Some(place) = place(line) {
            let offsets = held.offsets.entry(owner.clone()).or_default();
            offsets.entry(getter.clone()).or_insert(place);
        } else if !line.starts_with("///") && !line.starts_with("#[") {
            let declaration = comment.take().and_then(|it| it.strip_prefix('`'));
            let Some(declaration) = declaration.map(|it| it.replacen('`', "", 1)) else {
                continue;
            };
            if ["pub struct ", "pub union ", "pub type "]
                .iter()
                .any(|it| line.starts_with(it))
            {
                owner = format!("plain {declaration}");
                held.declared.entry(owner.clone()).or_default();
            } else if let Some(name) = name(line) {
                getter = name.to_string();
                let fields = held.declared.entry(owner.clone()).or_default();
                fields.insert(getter.clone(), declaration);
            }
        }
    }
}

/// The name of a field, or of the function that returns it.
fn name(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("pub ")?;
    let rest = rest.strip_prefix("const fn ").unwrap_or(rest);
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '#')?;
    Some(&rest[..end])
}

/// Reads `size_of::<header>(), 14);` or `offset_of!(header, to), 0);`.
fn read_measure(measure: &str, owner: &str, held: &mut Held) {
    let Some((what, number)) = measure.rsplit_once("), ") else {
        return;
    };
    let number = number.trim_end_matches([')', ';']);
    if let Some((_, field)) = what
        .strip_prefix("offset_of!(")
        .and_then(|it| it.split_once(", "))
    {
        let offsets = held.offsets.entry(owner.to_string()).or_default();
        offsets.insert(field.to_string(), number.to_string());
        return;
    }
    let what = match what.starts_with("size_of") {
        true => "size",
        false => "alignment",
    };
    if let Ok(number) = number.parse() {
        let values = held.values.entry(owner.to_string()).or_default();
        values.insert(what.to_string(), number);
    }
}

/// The offset of a member of a union or of a bitfield, as in `super::layout::bits::<_, 0, 1, 4, 4>(&self._bits_8) as u8`.
fn place(line: &str) -> Option<String> {
    let rest = line.strip_prefix("super::layout::")?;
    let (function, rest) = rest.split_once("::<_, ")?;
    let (numbers, rest) = rest.split_once(">(&self.")?;
    let mut numbers = numbers.split(", ").filter_map(|it| it.parse::<u32>().ok());
    let start: u32 = rest.split_once(')')?.0.rsplit_once('_')?.1.parse().ok()?;
    let byte = start.checked_add(numbers.next()?)?;
    match function {
        "bits" => Some(format!("{byte}:{}", numbers.nth(1)?)),
        "get" | "get_unaligned" => Some(byte.to_string()),
        _ => None,
    }
}
