//! Shapes: Rust code with holes. A shape is quoted, formatted by prettyplease once, and then printed as often as its item
//! occurs. Tokens for each of the 60,000 accessors of a kernel would take ten times as long as all other phases together.

use std::array;
use std::fmt;

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, TokenStreamExt};

/// The name of a hole in quoted code. Its number and an underscore follow.
const HOLE: &str = "HOLE_";

/// The macro in quoted code that marks the place of a [`Frame`]'s content.
const CONTENT: &str = "CONTENT";

/// A place in quoted code for a part that differs from item to item.
#[derive(Clone, Copy)]
pub(super) struct Hole(usize);

impl ToTokens for Hole {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append(Ident::new(&self.to_string(), Span::call_site()));
    }
}

impl fmt::Display for Hole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{HOLE}{}_", self.0)
    }
}

/// A string literal, or the text of a doc comment, with holes in it.
pub(super) fn string(text: impl fmt::Display) -> Literal {
    Literal::string(&text.to_string())
}

/// The content of a hole.
pub(super) trait Fill {
    fn push_to(&self, out: &mut String);
}

impl Fill for &str {
    fn push_to(&self, out: &mut String) {
        out.push_str(self);
    }
}

impl Fill for i128 {
    fn push_to(&self, out: &mut String) {
        *out += &self.to_string();
    }
}

impl Fill for usize {
    fn push_to(&self, out: &mut String) {
        *out += &self.to_string();
    }
}

/// A hash.
impl Fill for u64 {
    fn push_to(&self, out: &mut String) {
        *out += &format!("{self:#018x}");
    }
}

/// Code with `N` holes.
pub(super) struct Shape<const N: usize> {
    /// The number of each hole, and the text before it.
    holes: Vec<(String, usize)>,
    /// The text after the last hole.
    end: String,
}

impl<const N: usize> Shape<N> {
    /// One or more items.
    pub(super) fn items(quoted: impl FnOnce([Hole; N]) -> TokenStream) -> Shape<N> {
        Shape::of(&join_macro_calls(&formatted(quoted(holes()))))
    }

    /// The content of an item's braces, such as a method.
    pub(super) fn inside(
        item: impl FnOnce(TokenStream) -> TokenStream,
        quoted: impl FnOnce([Hole; N]) -> TokenStream,
    ) -> Shape<N> {
        let text = formatted(item(quoted(holes())));
        let lines: Vec<_> = text.split_inclusive('\n').collect();
        match &lines[..] {
            [_, inside @ .., _] => Shape::of(&inside.concat()),
            _ => unreachable!("prettyplease breaks lines after braces"),
        }
    }

    /// A line of tokens in the braces of a macro call.
    pub(super) fn tokens(quoted: impl FnOnce([Hole; N]) -> TokenStream) -> Shape<N> {
        Shape::of(&format!("    {}\n", quoted(holes())))
    }

    fn of(text: &str) -> Shape<N> {
        let mut holes = Vec::new();
        let mut parts = text.split(HOLE);
        let mut before = parts.next().unwrap_or_default().to_string();
        for part in parts {
            let hole = part.split_once('_');
            let hole = hole.and_then(|(number, rest)| Some((number.parse().ok()?, rest)));
            let Some((number, rest)) = hole else {
                unreachable!("only holes have this name");
            };
            holes.push((before, number));
            before = rest.to_string();
        }
        Shape { holes, end: before }
    }

    /// Writes the code with its holes filled.
    pub(super) fn push(&self, out: &mut String, fills: [&dyn Fill; N]) {
        for (before, hole) in &self.holes {
            out.push_str(before);
            fills[*hole].push_to(out);
        }
        out.push_str(&self.end);
    }
}

/// Code with `N` holes around a content, such as a module around its items. `CONTENT` marks the place of the content. The content
/// begins on the next line.
pub(super) struct Frame<const N: usize> {
    head: Shape<N>,
    tail: String,
}

impl Frame<0> {
    /// A module. Its content is not indented.
    pub(super) fn module(quoted: TokenStream) -> Frame<0> {
        let mut frame = Frame::items(|[]| quoted);
        frame.head.end = frame.head.end.replace("\n    ", "\n");
        frame
    }
}

impl<const N: usize> Frame<N> {
    pub(super) fn items(quoted: impl FnOnce([Hole; N]) -> TokenStream) -> Frame<N> {
        let text = formatted(quoted(holes()));
        let Some((head, tail)) = text.split_once(CONTENT) else {
            unreachable!("a frame has a place for its content");
        };
        let head = head.trim_end_matches(' ');
        let line_end = if head.ends_with('\n') { "" } else { "\n" };
        let (_, tail) = tail.split_once('\n').unwrap_or_default();
        Frame {
            head: Shape::of(&format!("{head}{line_end}")),
            tail: tail.to_string(),
        }
    }

    /// Writes the text before the content. Returns the text after it.
    pub(super) fn open(&self, out: &mut String, fills: [&dyn Fill; N]) -> &str {
        self.head.push(out, fills);
        &self.tail
    }
}

fn holes<const N: usize>() -> [Hole; N] {
    array::from_fn(Hole)
}

/// An item that occurs once.
pub(super) fn formatted(quoted: TokenStream) -> String {
    // The code is part of this program. Whether it is valid Rust does not depend on input.
    let file = syn::parse2(quoted).expect("quoted code is Rust");
    prettyplease::unparse(&file)
}

/// Macro calls with one line of arguments, each on a line. rustfmt does not change such a call, whatever its settings.
fn join_macro_calls(text: &str) -> String {
    let mut joined: Vec<String> = Vec::new();
    for line in text.lines() {
        match &mut joined[..] {
            [.., call, arguments] if line == "}" && call.ends_with("! {") => {
                *call += &format!(" {} }}", arguments.trim_start());
                joined.pop();
            }
            _ => joined.push(line.to_string()),
        }
    }
    joined.join("\n") + "\n"
}
