//! bpftool as an independent reader of BTF.

use std::path::Path;

use crate::host::{self, Result};
use crate::tools;

/// Byte offset of a member of a struct, as bpftool reads it.
pub(crate) fn byte_offset(btf: &Path, strct: &str, member: &str) -> Result<u64> {
    let bpftool = tools::need("bpftool", tools::bpftool())?;
    let dump = host::output(
        host::command(bpftool)
            .args(["btf", "dump", "file"])
            .arg(btf),
    )?;
    find(&dump, strct, member)
        .ok_or_else(|| format!("{}: bpftool shows no {strct}.{member}", btf.display()))
}

/// Lines are `[118] STRUCT 'task_struct' size=… vlen=…` and, below, `\t'pid' type_id=… bits_offset=19328`.
fn find(dump: &str, strct: &str, member: &str) -> Option<u64> {
    let (head, member) = (format!("] STRUCT '{strct}' "), format!("'{member}' "));
    let members = dump
        .lines()
        .skip_while(|line| !line.contains(&head))
        .skip(1)
        .take_while(|line| !line.starts_with('['));
    let line = members
        .map(str::trim_start)
        .find(|line| line.starts_with(&member))?;
    let bits = line
        .split_whitespace()
        .find_map(|word| word.strip_prefix("bits_offset="))?;
    bits.parse::<u64>().ok().map(|bits| bits / 8)
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn only_members_of_the_struct_count() {
        let dump = "[1] STRUCT 'a' size=8 vlen=1\n\t'y' type_id=2 bits_offset=0\n[3] STRUCT 'b' size=8 vlen=2\n\t'x' type_id=2 bits_offset=0\n\t'y' type_id=2 bits_offset=32\n[4] INT 'z' \n";
        assert_eq!(find(dump, "b", "y"), Some(4));
        assert_eq!(find(dump, "a", "x"), None);
    }
}
