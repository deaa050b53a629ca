//! The machine's own apt sources, read to learn which mirror and which keys to use.

use std::path::Path;

use crate::host::{self, Result};
use crate::tools;

/// One source of packages, in either of apt's two forms.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Source {
    pub(crate) uris: Vec<String>,
    pub(crate) suites: Vec<String>,
    pub(crate) signed_by: Option<String>,
}

/// A private sources file for `suites` of the release the kernels come from, with the machine's mirrors and keys.
pub(crate) fn private(release: &str, suites: &[&str]) -> Result<String> {
    let machine = machine_sources()?;
    let here = tools::debian_codename()
        .ok_or("kernels come from Debian's packages, and this is not a Debian machine")?;
    let main = with_suite(&machine, &here)
        .ok_or_else(|| format!("no apt source of this machine has the suite `{here}`"))?;
    let mut text = stanza(
        main,
        &suites
            .iter()
            .map(|suite| format!("{release}{suite}"))
            .collect::<Vec<_>>(),
    );
    // The newest kernels appear there first; a machine without it has to do with the last point release.
    if let Some(security) = with_suite(&machine, &format!("{here}-security")) {
        text += &stanza(security, &[format!("{release}-security")]);
    }
    Ok(text)
}

fn with_suite<'a>(sources: &'a [Source], suite: &str) -> Option<&'a Source> {
    sources
        .iter()
        .find(|source| source.suites.iter().any(|found| found == suite))
}

fn stanza(source: &Source, suites: &[String]) -> String {
    let mut text = format!(
        "Types: deb\nURIs: {}\nSuites: {}\nComponents: main\n",
        source.uris.join(" "),
        suites.join(" ")
    );
    if let Some(key) = &source.signed_by {
        text += &format!("Signed-By: {key}\n");
    }
    text + "\n"
}

fn machine_sources() -> Result<Vec<Source>> {
    let (file, dir) = (
        Path::new("/etc/apt/sources.list"),
        Path::new("/etc/apt/sources.list.d"),
    );
    let mut files = if file.exists() {
        vec![file.to_path_buf()]
    } else {
        Vec::new()
    };
    if dir.exists() {
        files.extend(host::list(dir)?);
    }
    let mut sources = Vec::new();
    for file in files {
        let extension = file.extension().and_then(|extension| extension.to_str());
        let parse = match extension {
            Some("list") => parse_lines,
            Some("sources") => parse_stanzas,
            _ => continue,
        };
        sources.extend(parse(&String::from_utf8_lossy(&host::read(&file)?)));
    }
    Ok(sources)
}

/// `deb [signed-by=KEY] URI SUITE COMPONENT…`
fn parse_lines(text: &str) -> Vec<Source> {
    let parse = |line: &str| {
        let rest = line.trim().strip_prefix("deb ")?.trim_start();
        let (options, rest) = match rest.strip_prefix('[') {
            Some(rest) => rest.split_once(']')?,
            None => ("", rest),
        };
        let mut words = rest.split_whitespace();
        let signed_by = options
            .split_whitespace()
            .find_map(|option| option.strip_prefix("signed-by="));
        Some(Source {
            uris: vec![words.next()?.to_owned()],
            suites: vec![words.next()?.to_owned()],
            signed_by: signed_by.map(str::to_owned),
        })
    };
    text.lines().filter_map(parse).collect()
}

/// Stanzas of `Field: value`, a blank line apart; a line that starts with a space goes on with the field before it.
fn parse_stanzas(text: &str) -> Vec<Source> {
    let mut sources = Vec::new();
    let mut fields: Vec<(String, String)> = Vec::new();
    for line in text
        .lines()
        .filter(|line| !line.starts_with('#'))
        .chain([""])
    {
        if line.trim().is_empty() {
            sources.extend(source(&std::mem::take(&mut fields)));
        } else if line.starts_with([' ', '\t']) {
            if let Some((_, value)) = fields.last_mut() {
                *value += &format!("\n{line}");
            }
        } else if let Some((field, value)) = line.split_once(':') {
            fields.push((field.to_ascii_lowercase(), value.trim().to_owned()));
        }
    }
    sources
}

fn source(fields: &[(String, String)]) -> Option<Source> {
    let field = |name: &str| {
        fields
            .iter()
            .find(|(field, _)| field == name)
            .map(|(_, value)| value.as_str())
    };
    let words = |value: &str| {
        value
            .split_whitespace()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    if field("enabled").is_some_and(|value| value.eq_ignore_ascii_case("no")) {
        return None;
    }
    words(field("types")?)
        .contains(&"deb".to_owned())
        .then_some(Source {
            uris: words(field("uris")?),
            suites: words(field("suites")?),
            signed_by: field("signed-by").map(str::to_owned),
        })
}

#[cfg(test)]
mod tests {
    use super::{Source, parse_lines, parse_stanzas, stanza};

    fn expected() -> Source {
        Source {
            uris: vec!["http://mirror.example/debian".to_owned()],
            suites: vec!["bookworm".to_owned()],
            signed_by: Some("/usr/share/keyrings/k.gpg".to_owned()),
        }
    }

    #[test]
    fn both_forms_say_the_same() {
        let line = "# deb no\ndeb [arch=amd64 signed-by=/usr/share/keyrings/k.gpg] http://mirror.example/debian bookworm main\ndeb-src x y\n";
        assert_eq!(parse_lines(line), [expected()]);
        let stanzas = "Types: deb deb-src\n# a comment\nURIs: http://mirror.example/debian\nSuites: bookworm\nSigned-By: /usr/share/keyrings/k.gpg\n\n\
                       Types: deb-src\nURIs: a\nSuites: b\n\nEnabled: no\nTypes: deb\nURIs: c\nSuites: d\n";
        assert_eq!(parse_stanzas(stanzas), [expected()]);
    }

    #[test]
    fn a_key_written_out_survives() {
        let text = "Types: deb\nURIs: u\nSuites: s\nSigned-By:\n -----BEGIN\n .\n key\n";
        let source = &parse_stanzas(text)[0];
        assert_eq!(source.signed_by.as_deref(), Some("\n -----BEGIN\n .\n key"));
        assert_eq!(
            parse_stanzas(&stanza(source, &["s".to_owned()])),
            std::slice::from_ref(source)
        );
    }
}
