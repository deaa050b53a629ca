//! A page of Markdown: what of it can be checked.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use libtest_mimic::Failed;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// The root of the project.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

pub(crate) struct Page {
    /// From the root of the project.
    pub(crate) path: PathBuf,
    pub(crate) text: String,
    /// What the part after `#` of a link to it can be.
    pub(crate) anchors: Vec<String>,
    pub(crate) links: Vec<Link>,
    pub(crate) blocks: Vec<Block>,
    /// The code in the columns of tables that are called `Rust`.
    pub(crate) cells: Vec<Cell>,
}

pub(crate) struct Link {
    pub(crate) line: usize,
    pub(crate) to: String,
}

/// A code block between fences.
pub(crate) struct Block {
    pub(crate) line: usize,
    /// The word after the fence.
    pub(crate) info: String,
    pub(crate) text: String,
    /// Where the text is in the page.
    pub(crate) range: Range<usize>,
    /// The comment in front of it, `<!-- KEY: VALUE -->`.
    pub(crate) note: Option<(String, String)>,
}

impl Block {
    pub(crate) fn note(&self, key: &str) -> Option<&str> {
        let (found, value) = self.note.as_ref()?;
        (found == key).then_some(value)
    }
}

pub(crate) struct Cell {
    pub(crate) line: usize,
    pub(crate) code: String,
}

/// README.md and the pages of docs/.
pub(crate) fn all() -> Result<Vec<Page>, Failed> {
    let mut pages = vec![Page::read("README.md")?];
    let mut names = Vec::new();
    for entry in fs::read_dir(root().join("docs"))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".md") {
            names.push(format!("docs/{name}"));
        }
    }
    names.sort();
    for name in names {
        pages.push(Page::read(&name)?);
    }
    Ok(pages)
}

impl Page {
    pub(crate) fn read(path: &str) -> Result<Page, Failed> {
        let text = fs::read_to_string(root().join(path));
        Ok(Page::new(
            path,
            text.map_err(|error| format!("{path}: {error}"))?,
        ))
    }

    pub(crate) fn new(path: &str, text: String) -> Page {
        let mut page = Page {
            path: path.into(),
            text: String::new(),
            anchors: Vec::new(),
            links: Vec::new(),
            blocks: Vec::new(),
            cells: Vec::new(),
        };
        let line = |at: usize| text[..at].matches('\n').count() + 1;
        let mut heading: Option<String> = None;
        let mut block: Option<Block> = None;
        let mut note = None;
        // The columns of the table, whether its head is being read, and the column that is being read.
        let (mut columns, mut is_head, mut column) = (Vec::<String>::new(), false, 0);
        for (event, range) in Parser::new_ext(&text, Options::ENABLE_TABLES).into_offset_iter() {
            match &event {
                Event::Html(html) | Event::InlineHtml(html) => note = read_note(html).or(note),
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                    block = Some(Block {
                        line: line(range.start),
                        info: info.to_string(),
                        text: String::new(),
                        range: range.end..range.end,
                        note: note.take(),
                    });
                }
                Event::Text(part) if block.is_some() => {
                    let block = block.as_mut().expect("there is one");
                    block.range.start = block.range.start.min(range.start);
                    block.range.end = range.end;
                    block.text += part;
                }
                Event::End(TagEnd::CodeBlock) => page.blocks.extend(block.take()),
                Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
                Event::End(TagEnd::Heading(_)) => {
                    page.anchors.extend(heading.take().map(|it| anchor(&it)))
                }
                Event::Start(Tag::Link { dest_url, .. }) => page.links.push(Link {
                    line: line(range.start),
                    to: dest_url.to_string(),
                }),
                Event::Start(Tag::Table(_)) => columns.clear(),
                Event::Start(Tag::TableHead) => is_head = true,
                Event::End(TagEnd::TableHead) => is_head = false,
                Event::Start(Tag::TableRow) => column = 0,
                Event::Start(Tag::TableCell) if is_head => columns.push(String::new()),
                Event::End(TagEnd::TableCell) if !is_head => column += 1,
                Event::Text(_) | Event::Code(_) => note = None,
                _ => {}
            }
            if let Event::Text(part) | Event::Code(part) = &event {
                if let Some(heading) = &mut heading {
                    *heading += part;
                }
                if let (true, Some(title)) = (is_head, columns.last_mut()) {
                    *title += part;
                }
            }
            if let Event::Code(code) = &event
                && !is_head
                && columns.get(column).is_some_and(|title| title == "Rust")
                && text[..range.start]
                    .lines()
                    .last()
                    .is_some_and(|line| line.starts_with('|'))
            {
                page.cells.push(Cell {
                    line: line(range.start),
                    code: code.to_string(),
                });
            }
        }
        page.text = text;
        page
    }
}

fn read_note(html: &str) -> Option<(String, String)> {
    let inside = html.trim().strip_prefix("<!-- ")?.strip_suffix(" -->")?;
    let (key, value) = inside.split_once(": ")?;
    Some((key.to_string(), value.to_string()))
}

/// As GitHub and mdBook make it from a heading.
fn anchor(heading: &str) -> String {
    let kept = heading
        .to_lowercase()
        .replace(|it: char| !it.is_alphanumeric() && !" -_".contains(it), "");
    kept.replace(' ', "-")
}
