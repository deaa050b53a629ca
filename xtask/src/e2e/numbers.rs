//! What pahole and bpftool say of a kernel's fields, types and enumerators.

use std::path::Path;

use crate::host::{self, Result};
use crate::tools;

/// A line for each: `task_struct.pid 2416`, or `-` where the kernel has none.
pub(super) fn of(btf: &Path, fields: &[String]) -> Result<String> {
    let mut offsets = String::new();
    for field in fields {
        let number = match field.split_once('.') {
            _ if field.starts_with("id:") => type_id(btf, "STRUCT", &field[3..])?,
            _ if field.starts_with("typedef:") => type_id(btf, "TYPEDEF", &field[8..])?,
            None if field.starts_with("enum:") => type_id(btf, "ENUM", &field[5..])?,
            Some((ty, name)) if ty.starts_with("size:") => pahole_member(btf, &ty[5..], name, 1)?,
            Some((ty, name)) => match ty.strip_prefix("enum:") {
                Some(ty) => enumerator(btf, ty, name)?,
                None => pahole_member(btf, ty, name, 0)?,
            },
            None => pahole_size(btf, field)?,
        };
        let offset = number.map_or("-".to_owned(), |it| it.to_string());
        offsets += &format!("{field} {offset}\n");
    }
    Ok(offsets)
}

/// Of a member, also in an anonymous struct or union, the first number that pahole has, its byte offset (bit offset of
/// the bitfield `member:`), or the second, its size; `None` if there is no such member.
fn pahole_member(btf: &Path, strct: &str, member: &str, number: usize) -> Result<Option<u64>> {
    let pahole = tools::need("pahole", tools::pahole())?;
    let text = host::output(host::command(pahole).args(["-C", strct]).arg(btf))?;
    if !text.contains(&format!("struct {strct} {{")) {
        return Err(format!("{}: pahole shows no struct {strct}", btf.display()));
    }
    Ok(find_member(&text, member, number))
}

/// Size of a struct, `None` if there is none.
fn pahole_size(btf: &Path, strct: &str) -> Result<Option<u64>> {
    let pahole = tools::need("pahole", tools::pahole())?;
    let mut command = host::command(pahole);
    let sizes = host::output(command.arg("--sizes").arg(btf))?;
    Ok(sizes.lines().find_map(|line| {
        let (name, rest) = line.split_once('\t')?;
        let size = rest.split('\t').next()?.parse().ok()?;
        (name == strct).then_some(size)
    }))
}

/// BTF id of a type, `None` if there is none. Lines are `[1] STRUCT 'name' size=8 vlen=2`.
fn type_id(btf: &Path, kind: &str, name: &str) -> Result<Option<u64>> {
    let bpftool = tools::need("bpftool", tools::bpftool())?;
    let mut command = host::command(bpftool);
    let dump = host::output(command.args(["btf", "dump", "file"]).arg(btf))?;
    let id = |line: &str| {
        let (id, rest) = line.strip_prefix('[')?.split_once("] ")?;
        let is_it = rest.starts_with(&format!("{kind} '{name}' "));
        is_it.then(|| id.parse().ok()).flatten()
    };
    Ok(dump.lines().find_map(id))
}

/// Value of an enumerator, `None` if there is none.
pub(crate) fn enumerator(btf: &Path, of: &str, name: &str) -> Result<Option<u64>> {
    let bpftool = tools::need("bpftool", tools::bpftool())?;
    let mut command = host::command(bpftool);
    let dump = host::output(command.args(["btf", "dump", "file"]).arg(btf))?;
    let value = find_enumerator(&dump, of, name);
    // Before Linux 6.0, BTF does not say which enums are signed. bpftool prints them unsigned, and loaders extend the sign.
    Ok(match dump.lines().any(is_signed_enum) {
        true => value,
        false => value.map(|value| i64::from(value as u32 as i32) as u64),
    })
}

fn is_signed_enum(line: &str) -> bool {
    line.contains("] ENUM '") && line.contains(" encoding=SIGNED ")
}

/// Lines are `[1] ENUM 'name' encoding=UNSIGNED …` and `\t'NAME' val=1`, of 64 bits `val=1ULL`.
fn find_enumerator(dump: &str, of: &str, name: &str) -> Option<u64> {
    let is_enum = |line: &str| {
        let kind = line.split_once("] ").map_or("", |(_, kind)| kind);
        ["ENUM", "ENUM64"]
            .iter()
            .any(|it| kind.starts_with(&format!("{it} '{of}' ")))
    };
    let enumerator = format!("\t'{name}' val=");
    // Several anonymous enums have one name, `(anon)`.
    let mut is_here = false;
    let value = dump.lines().find_map(|line| {
        if !line.starts_with('\t') {
            is_here = is_enum(line);
        }
        line.strip_prefix(&enumerator).filter(|_| is_here)
    })?;
    let value: i128 = value.trim_end_matches(['U', 'L']).parse().ok()?;
    Some(value as u64)
}

/// Lines are `pid_t pid; /* 1264 4 */` with other spaces.
fn find_member(text: &str, member: &str, number: usize) -> Option<u64> {
    text.lines().find_map(|line| {
        let (declaration, place) = line.split_once("; ")?;
        let name = declaration.split_whitespace().next_back()?;
        let name = name.split('[').next()?;
        let is_bitfield = name.contains(':');
        let name = name.split_inclusive(':').next()?;
        (name == member).then_some(())?;
        let mut place = place.trim_start().strip_prefix("/*")?.split_whitespace();
        let byte: u64 = place.next()?.trim_end_matches(':').parse().ok()?;
        match is_bitfield {
            true => Some(8 * byte + place.next()?.parse::<u64>().ok()?),
            false if number == 0 => Some(byte),
            false => place.next()?.parse().ok(),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{find_enumerator, find_member};

    #[test]
    fn members_of_anonymous_unions_count() {
        let text = "struct sock_common {\n\tunion {\n\t\tstruct {\n\t\t\t__be16     skc_dport;            /*    12     2 */\n\t\t\t__u16      skc_num;              /*    14     2 */\n\t\t};\n\t};\n\tchar       comm[16];             /*  2976    16 */\n};\n";
        assert_eq!(find_member(text, "skc_num", 0), Some(14));
        assert_eq!(find_member(text, "comm", 0), Some(2976));
        assert_eq!(find_member(text, "comm", 1), Some(16));
        assert_eq!(find_member(text, "num", 0), None);
    }

    #[test]
    fn enumerators_are_those_of_their_enum() {
        let dump = "[1] ENUM 'a' encoding=SIGNED size=4 vlen=1\n\t'X' val=-1\n[2] ENUM64 'b' encoding=UNSIGNED size=8 vlen=1\n\t'X' val=7ULL\n";
        assert_eq!(find_enumerator(dump, "a", "X"), Some(u64::MAX));
        assert_eq!(find_enumerator(dump, "b", "X"), Some(7));
        assert_eq!(find_enumerator(dump, "a", "Y"), None);
    }
}
