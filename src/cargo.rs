//! The lines that a build script prints for Cargo: the files that it has read, and warnings.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::btf::VARIABLE;
use crate::text::{printable, shown};

/// The files and the variable that bindings depend on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Inputs {
    /// Every file that was read.
    pub(crate) files: Vec<PathBuf>,
    /// Whether the choice of the kernel depends on the environment variable.
    pub(crate) environment: bool,
}

impl Inputs {
    /// Adds a file. A path may continue in an archive; then the file is the archive. Standard input is not a file.
    pub(crate) fn add(&mut self, path: &Path) {
        let file = path.ancestors().find(|path| path.is_file());
        if path != Path::new("-") {
            self.files.push(file.unwrap_or(path).to_path_buf());
        }
    }
}

/// The lines for Cargo. Each instruction is one line, so text from outside must not contain a line break.
pub(crate) fn lines(inputs: &Inputs, warnings: &[String]) -> String {
    let mut text = String::new();
    let mut line = |key: &str, value: &str| text.extend(["cargo:", key, "=", value, "\n"]);
    if inputs.environment {
        line("rerun-if-env-changed", VARIABLE);
    }
    for file in &inputs.files {
        match file.to_str().filter(|it| !it.contains(char::is_control)) {
            Some(file) => line("rerun-if-changed", file),
            None => line(
                "warning",
                &format!("Cargo can't watch {}, because of its name", shown(file)),
            ),
        }
    }
    for warning in warnings.iter().flat_map(|warning| warning.lines()) {
        line("warning", &printable(warning));
    }
    text
}

/// Ignores an error: Cargo has closed the pipe.
pub(crate) fn emit(lines: &str) {
    let _ = io::stdout().write_all(lines.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::{Inputs, lines};
    use std::path::Path;

    #[test]
    fn no_text_becomes_a_line_of_its_own() {
        let mut inputs = Inputs {
            environment: true,
            ..Inputs::default()
        };
        inputs.add(Path::new("-"));
        inputs.add(Path::new("a\ncargo:rustc-link-lib=evil"));
        inputs.add(Path::new("Cargo.toml/in/an/archive"));
        let warnings = [
            "x\ncargo:rustc-cfg=y".to_string(),
            "z\r\u{1b}[2J".to_string(),
        ];
        assert_eq!(
            lines(&inputs, &warnings),
            "cargo:rerun-if-env-changed=BTFGEN_BTF\n\
             cargo:warning=Cargo can't watch a\\ncargo:rustc-link-lib=evil, because of its name\n\
             cargo:rerun-if-changed=Cargo.toml\n\
             cargo:warning=x\n\
             cargo:warning=cargo:rustc-cfg=y\n\
             cargo:warning=z\\r\\u{1b}[2J\n"
        );
    }
}
