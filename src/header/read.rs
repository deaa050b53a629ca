//! The comment of a file → what the file was asked for.

use crate::options::{Derive, Intrinsics};

use super::compare::Named;
use super::text::{KERNEL, OPTION, TYPES};

/// What a generated file was asked for.
#[derive(Debug, Default)]
pub(crate) struct Asked {
    /// For each kernel its name, if it has one, and its release.
    pub(crate) kernels: Vec<(Option<String>, Option<String>)>,
    pub(crate) modules: Vec<String>,
    pub(crate) allow: Vec<String>,
    pub(crate) block: Vec<String>,
    pub(crate) plain: Vec<String>,
    pub(crate) derive: Vec<Derive>,
    pub(crate) runtime: Option<String>,
    pub(crate) intrinsics: Intrinsics,
}

impl Asked {
    /// `None`: btfgen did not write the file, or another version did, with options that this one does not know.
    pub(crate) fn read(text: &str) -> Option<Asked> {
        let mut lines = text.lines().take_while(|line| line.starts_with("//"));
        let first = lines.next()?;
        first.strip_prefix(TYPES.0)?.strip_suffix(TYPES.1)?;
        let mut asked = Asked::default();
        for line in lines {
            if let Some(kernel) = line.strip_prefix(KERNEL) {
                let Named { name, release, .. } = Named::of(kernel);
                let both = (name.map(str::to_string), release.map(str::to_string));
                asked.kernels.push(both);
            }
            let Some((name, value)) = line.strip_prefix(OPTION).and_then(|it| it.split_once(' '))
            else {
                continue;
            };
            match name {
                // The length and the hash of the module's BTF are behind its name.
                "module" => {
                    let module = value.split_once(" (").map_or(value, |(name, _)| name);
                    asked.modules.push(unquoted(module));
                }
                "allow" => asked.allow.push(unquoted(value)),
                "block" => asked.block.push(unquoted(value)),
                "plain" => asked.plain.push(unquoted(value)),
                "derive" => asked.derive.push(value.parse().ok()?),
                "runtime" => asked.runtime = Some(unquoted(value)),
                "intrinsics" => asked.intrinsics = value.parse().ok()?,
                _ => return None,
            }
        }
        (!asked.kernels.is_empty()).then_some(asked)
    }
}

/// What `shell_word` was given. Patterns have no other characters than those that are printed as they are.
fn unquoted(word: &str) -> String {
    let inner = word.strip_prefix('\'').and_then(|it| it.strip_suffix('\''));
    inner.map_or_else(|| word.to_string(), |it| it.replace(r"'\''", "'"))
}

#[cfg(test)]
mod tests {
    use super::unquoted;
    use crate::text::shell_word;

    #[test]
    fn words_are_read_as_they_were_written() {
        for word in ["task_struct", "task_struct.{pid,comm}", "it's", "bpf_*"] {
            assert_eq!(unquoted(&shell_word(word)), word);
        }
    }
}
