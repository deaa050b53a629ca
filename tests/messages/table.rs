//! docs/messages.toml, and docs/errors.md as it follows from it.

use std::fmt::Write;

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Table {
    intro: String,
    #[serde(rename = "section")]
    pub(crate) sections: Vec<Section>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Section {
    title: String,
    #[serde(default)]
    intro: String,
    /// The program that prints these messages, if it is not btfgen.
    pub(crate) printed_by: Option<String>,
    #[serde(rename = "message")]
    pub(crate) messages: Vec<Message>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Message {
    pub(crate) texts: Vec<String>,
    pub(crate) meaning: String,
    pub(crate) remedy: String,
}

impl Message {
    /// What makes the row wrong, whatever the code prints.
    pub(crate) fn mistake(&self) -> Option<&'static str> {
        let cells = [&self.meaning, &self.remedy];
        if self.texts.is_empty() {
            Some("has no text")
        } else if cells.iter().any(|cell| cell.trim().is_empty()) {
            Some("needs a meaning and a remedy")
        } else if cells.iter().any(|cell| cell.contains(['|', '\n'])) {
            Some("has a line break or `|`, which a cell of a table can't contain")
        } else if cells.iter().any(|cell| !cell.ends_with('.')) {
            Some("has a meaning or remedy that is not a whole sentence")
        } else {
            None
        }
    }
}

/// The text of docs/errors.md.
pub(crate) fn page(table: &Table) -> String {
    let mut page = format!(
        "<!-- `cargo xtask bless` writes this file from messages.toml: make changes there. -->\n\n# The messages\n\n{}\n",
        table.intro.trim()
    );
    for section in &table.sections {
        let _ = write!(page, "\n## {}\n\n", section.title);
        if !section.intro.is_empty() {
            let _ = write!(page, "{}\n\n", section.intro.trim());
        }
        let printer = section.printed_by.as_ref();
        let heading = printer.map_or("message".to_owned(), |name| format!("message of {name}"));
        let _ = writeln!(
            page,
            "| {heading} | what it means | what to do |\n| --- | --- | --- |"
        );
        for message in &section.messages {
            let texts: Vec<String> = message.texts.iter().map(|text| code(text)).collect();
            let _ = writeln!(
                page,
                "| {} | {} | {} |",
                texts.join("<br>"),
                message.meaning,
                message.remedy
            );
        }
    }
    page
}

/// Code in a cell of a table, which may have backticks.
fn code(text: &str) -> String {
    format!("`` {} ``", text.replace('|', "\\|"))
}

/// A row of a message that the table does not have.
pub(crate) fn blank(text: &str) -> String {
    format!(
        "[[section.message]]\ntexts = [{}]\nmeaning = \"\"\nremedy = \"\"\n",
        quoted(text)
    )
}

/// The rows with a text that another page does not have, as rows of the table: someone may have written them by hand.
pub(crate) fn only_in(page: &str, other: &str) -> Vec<String> {
    let is_new = |row: &&str| texts_of(row).any(|text| !other.contains(text));
    let rows = page.lines().filter(|line| line.starts_with("| `` "));
    rows.filter(is_new).map(row).collect()
}

fn texts_of(row: &str) -> impl Iterator<Item = &str> {
    let cell = row.trim_start_matches("| ").split(" | ").next();
    cell.unwrap_or_default().split("<br>")
}

fn row(line: &str) -> String {
    let texts = texts_of(line).map(|text| {
        let text = text.trim_start_matches("`` ").trim_end_matches(" ``");
        quoted(&text.replace("\\|", "|"))
    });
    let mut cells = line.trim_end_matches([' ', '|']).split(" | ").skip(1);
    let mut cell = || quoted(cells.next().unwrap_or_default());
    format!(
        "[[section.message]]\ntexts = [{}]\nmeaning = {}\nremedy = {}\n",
        texts.collect::<Vec<_>>().join(", "),
        cell(),
        cell()
    )
}

fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}
