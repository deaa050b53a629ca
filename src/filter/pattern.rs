//! The pattern language: `[kind:]type[.field…]`, globs on C names, anchored at both ends. A path of several fields has one glob at
//! most, its last name. The fields of an enum are its enumerators. The name of an anonymous enum is empty, so `*` alone matches
//! it. The kinds `fn`, `lsm` and `tp` are hooks, `kfunc`, `var`, `ksym` and `kconfig` are for functions,
//! variables, symbols and options of the configuration, and `struct_ops` is for tables of callbacks; all of these have no fields. `iter:task` is another name for `struct:bpf_iter__task`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use globset::{GlobBuilder, GlobMatcher};

use super::kind::{HookKind, Kind};
use crate::options::Written;
use crate::text;

/// Alternatives that one argument's `{a,b}` lists may stand for.
const MAX_ALTERNATIVES: usize = 4096;

/// Longer than any path: the longest in a kernel that leads to no type twice has 20 names.
const MAX_PATH: usize = 64;

/// Longer than any list of names that a person or a build script writes.
const MAX_LENGTH: usize = 64 << 10;

/// One pattern without `{a,b}` lists: those are several patterns, so that each misspelt alternative is found.
#[derive(Clone, Debug)]
pub(super) struct Pattern {
    pub(super) text: String,
    /// `FILE:LINE`, if the user wrote it in a file.
    pub(super) place: Option<String>,
    pub(super) kind: Option<Kind>,
    /// The pattern is for hooks, functions or variables of this kind, and matches no types.
    pub(super) hook: Option<HookKind>,
    pub(super) ty: Name,
    /// None: all fields. Several are a path.
    pub(super) fields: Vec<Name>,
}

/// A glob on one name.
#[derive(Clone, Debug)]
pub(super) enum Name {
    Exact(String),
    Glob(GlobMatcher),
}

impl Pattern {
    /// Whether it names one type.
    pub(super) fn is_exact(&self) -> bool {
        matches!(self.ty, Name::Exact(_))
    }

    /// The option and the pattern, for a message.
    pub(super) fn argument(&self, option: &str) -> String {
        argument_of(option, &self.text, self.place.as_deref())
    }

    /// The name of the iterator that it is for.
    pub(super) fn iterator(&self) -> Option<String> {
        let is_iterator = self.text.starts_with("iter:");
        is_iterator.then(|| self.ty.to_string().replacen(ITERATOR, "", 1))
    }

    /// Whether it may be meant as the name of an enumerator.
    pub(super) fn may_be_enumerator(&self) -> bool {
        self.hook.is_none()
            && self.fields.is_empty()
            && matches!(self.kind, None | Some(Kind::Enum))
    }

    pub(super) fn matches_type(&self, kind: Kind, name: &str) -> bool {
        self.hook.is_none()
            && self.kind.is_none_or(|wanted| wanted == kind)
            && self.ty.matches(name)
    }
}

impl Name {
    fn is_glob(&self) -> bool {
        matches!(self, Name::Glob(_))
    }

    pub(super) fn matches(&self, name: &str) -> bool {
        match self {
            Name::Exact(exact) => exact == name,
            Name::Glob(glob) => glob.is_match(name),
        }
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Name::Exact(exact) => f.write_str(exact),
            Name::Glob(glob) => f.write_str(glob.glob().glob()),
        }
    }
}

/// An option and its value, after the line of the file that has it.
pub(super) fn argument_of(option: &str, text: &str, place: Option<&str>) -> String {
    let place = place.map_or_else(String::new, |place| format!("{place}: "));
    format!("{place}{option} {}", text::quoted(text))
}

/// One argument → its patterns.
pub(super) fn parse(argument: &str) -> Result<Vec<Pattern>, String> {
    if argument.len() > MAX_LENGTH {
        return Err(format!("it is longer than {MAX_LENGTH} bytes"));
    }
    let mut alternatives = Vec::new();
    expand(String::new(), argument, &mut alternatives)?;
    alternatives.iter().map(|text| parse_one(text)).collect()
}

/// The patterns in a text: one on each line. `#` begins a comment. Each has the number of its line, from 1.
pub(crate) fn patterns_of(text: &str) -> impl Iterator<Item = (usize, &str)> {
    // Some editors begin a file with a byte order mark.
    let lines = text.trim_start_matches('\u{feff}').lines();
    let patterns = lines.map(|line| line.split('#').next().unwrap_or_default().trim());
    let numbered = (1..).zip(patterns);
    numbered.filter(|(_, pattern)| !pattern.is_empty())
}

/// The normal form of patterns. It does not depend on their order, lists and repetitions. For each type, it has all fields or
/// the named ones. No pattern means all types. Patterns that can't be read are left out.
pub(crate) fn normal(arguments: &[Written]) -> Vec<String> {
    let mut types: BTreeMap<String, Option<BTreeSet<String>>> = BTreeMap::new();
    for argument in arguments {
        for pattern in parse(&argument.text).unwrap_or_default() {
            let hook = pattern.hook.map(HookKind::keyword);
            let kind = hook.or(pattern.kind.map(Kind::keyword));
            let kind = kind.map(|kind| format!("{kind}:"));
            let ty = format!("{}{}", kind.unwrap_or_default(), pattern.ty);
            let fields = types.entry(ty).or_insert_with(|| Some(BTreeSet::new()));
            let path: Vec<_> = pattern.fields.iter().map(Name::to_string).collect();
            match (path.is_empty(), fields.as_mut()) {
                (false, Some(fields)) => _ = fields.insert(path.join(".")),
                (false, None) => {}
                (true, _) => *fields = None,
            }
        }
    }
    let text = |(ty, fields): (String, Option<BTreeSet<String>>)| match fields {
        None => ty,
        Some(fields) => {
            let list = fields
                .iter()
                .map(String::as_str)
                .collect::<Vec<_>>()
                .join(",");
            match fields.len() {
                1 => format!("{ty}.{list}"),
                _ => format!("{ty}.{{{list}}}"),
            }
        }
    };
    types.into_iter().map(text).collect()
}

// Replaces the first list by each of its alternatives, and goes on with what that gives.
fn expand(before: String, rest: &str, all: &mut Vec<String>) -> Result<(), String> {
    let mut texts = vec![(before, rest.to_string())];
    while let Some((before, rest)) = texts.pop() {
        let Some(open) = rest.find('{') else {
            if rest.contains('}') {
                return Err("a `}` without `{`".to_string());
            }
            all.push(before + &rest);
            if all.len() > MAX_ALTERNATIVES {
                return Err(format!(
                    "its lists stand for more than {MAX_ALTERNATIVES} patterns"
                ));
            }
            continue;
        };
        let (alternatives, after) = list(&rest[open + 1..])?;
        for alternative in alternatives.iter().rev() {
            let before = format!("{before}{}", &rest[..open]);
            texts.push((before, format!("{alternative}{after}")));
        }
        if texts.len() > MAX_ALTERNATIVES {
            return Err(format!(
                "its lists stand for more than {MAX_ALTERNATIVES} patterns"
            ));
        }
    }
    Ok(())
}

// The text in the braces, split at the commas of this level, and the text after them.
fn list(text: &str) -> Result<(Vec<&str>, &str), String> {
    let mut alternatives = Vec::new();
    let mut start = 0;
    let mut depth = 0;
    for (i, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b',' if depth == 0 => {
                alternatives.push(&text[start..i]);
                start = i + 1;
            }
            b'}' if depth == 0 => {
                alternatives.push(&text[start..i]);
                return Ok((alternatives, &text[i + 1..]));
            }
            b'}' => depth -= 1,
            _ => {}
        }
    }
    Err("a `{` without `}`".to_string())
}

fn parse_one(text: &str) -> Result<Pattern, String> {
    let (kind, rest) = match text.split_once(':') {
        Some((kind, rest)) => (Some(parse_kind(kind)?), rest),
        None => (None, text),
    };
    let (kind, hook, prefix) = match kind {
        None => (None, None, ""),
        Some(Subject::Type(kind)) => (Some(kind), None, ""),
        Some(Subject::Hook(kind)) => (None, Some(kind), ""),
        Some(Subject::Iterator) => (Some(Kind::Struct), None, ITERATOR),
    };
    let mut names = rest.split('.');
    let ty = names.next().unwrap_or_default();
    let mut names = names.map(parse_name);
    let fields: Vec<Name> = names.by_ref().take(MAX_PATH).collect::<Result<_, _>>()?;
    if names.next().is_some() {
        return Err(format!("it names more than {MAX_PATH} fields"));
    }
    if let Some(kind) = hook.filter(|_| !fields.is_empty()) {
        return Err(format!(
            "`{}:` is followed by the name of {}, which has no fields",
            kind.keyword(),
            kind.with_article()
        ));
    }
    // An empty name must not become a valid one.
    parse_name(ty)?;
    let ty = parse_name(&format!("{prefix}{ty}"))?;
    let on_the_way = fields.split_last().map_or(&[][..], |(_, rest)| rest);
    if !on_the_way.is_empty() && on_the_way.iter().chain([&ty]).any(Name::is_glob) {
        return Err("in a path of several fields, only the last name may be a glob".to_string());
    }
    Ok(Pattern {
        text: text.to_string(),
        place: None,
        kind,
        hook,
        ty,
        fields,
    })
}

/// The prefix of an iterator's context, which is a struct (`DEFINE_BPF_ITER_FUNC` of the kernel).
pub(super) const ITERATOR: &str = "bpf_iter__";

/// What the kind of a pattern stands for.
enum Subject {
    Type(Kind),
    Hook(HookKind),
    Iterator,
}

fn parse_kind(text: &str) -> Result<Subject, String> {
    let kind = Kind::ALL.into_iter().find(|kind| kind.keyword() == text);
    let hook = HookKind::ALL.into_iter().find(|it| it.keyword() == text);
    match (kind, hook, text) {
        (Some(kind), ..) => Ok(Subject::Type(kind)),
        (_, Some(hook), _) => Ok(Subject::Hook(hook)),
        (.., "iter") => Ok(Subject::Iterator),
        _ => Err(format!(
            "there is no kind `{text}`; the kinds are struct, union, enum, typedef, fn, tp, lsm, iter, kfunc, var, ksym, kconfig and struct_ops"
        )),
    }
}

fn parse_name(text: &str) -> Result<Name, String> {
    if text.is_empty() {
        return Err("a name is empty; `*` stands for any".to_string());
    }
    let odd = |c: char| !(c.is_ascii_alphanumeric() || "_*?[]!-".contains(c));
    if let Some(c) = text.chars().find(|c| odd(*c)) {
        return Err(format!("{c:?} is not part of a C name or glob"));
    }
    if !text.contains(['*', '?', '[', ']']) {
        return Ok(Name::Exact(text.to_string()));
    }
    match GlobBuilder::new(text).build() {
        Ok(glob) => Ok(Name::Glob(glob.compile_matcher())),
        Err(error) => Err(error.kind().to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(argument: &str) -> Vec<String> {
        let patterns = parse(argument).expect("the pattern is valid");
        patterns.into_iter().map(|pattern| pattern.text).collect()
    }

    #[test]
    fn lists_are_several_patterns() {
        assert_eq!(
            texts("task_struct.{pid,comm}"),
            ["task_struct.pid", "task_struct.comm"]
        );
        assert_eq!(texts("{a,b{c,d}}x"), ["ax", "bcx", "bdx"]);
        assert_eq!(texts("{a,}b"), ["ab", "b"]);
    }

    #[test]
    fn one_meaning_has_one_form() {
        for (patterns, form) in [
            (&["b", "a", "b"][..], &["a", "b"][..]),
            (&["{b,a}"], &["a", "b"]),
            (&["t.y", "t.x", "t.x"], &["t.{x,y}"]),
            (&["t.{x,y}", "t"], &["t"]),
            (&["t", "t.x"], &["t"]),
            (&["t.x.z", "t.x.y*", "t.a"], &["t.{a,x.y*,x.z}"]),
            (
                &["struct:t.x", "t.x", "t?.*"],
                &["struct:t.x", "t.x", "t?.*"],
            ),
            (&["tp:b", "fn:a", "tp:b"], &["fn:a", "tp:b"]),
            (&["iter:task.meta"], &["struct:bpf_iter__task.meta"]),
            (&[], &[]),
        ] {
            let patterns: Vec<_> = patterns.iter().map(|it| it.to_string().into()).collect();
            assert_eq!(normal(&patterns), form, "{patterns:?}");
        }
    }

    #[test]
    fn names_are_anchored_and_kinds_count() {
        let pattern = &parse("struct:bpf_*.m?p").expect("valid")[0];
        assert!(pattern.matches_type(Kind::Struct, "bpf_map"));
        assert!(!pattern.matches_type(Kind::Struct, "a_bpf_map"));
        assert!(!pattern.matches_type(Kind::Union, "bpf_map"));
        assert!(
            pattern
                .fields
                .first()
                .is_some_and(|field| field.matches("map"))
        );
        assert!(
            pattern
                .fields
                .first()
                .is_some_and(|field| !field.matches("maps"))
        );
    }

    #[test]
    fn mistakes_are_named() {
        for (argument, mistake) in [
            ("{a", "a `{` without `}`"),
            ("a}", "a `}` without `{`"),
            (
                "class:x",
                "there is no kind `class`; the kinds are struct, union, enum, typedef, fn, tp, lsm, iter, kfunc, var, ksym, kconfig and struct_ops",
            ),
            (
                "tp:sched_switch.prev",
                "`tp:` is followed by the name of a tracepoint, which has no fields",
            ),
            ("iter:", "a name is empty; `*` stands for any"),
            ("", "a name is empty; `*` stands for any"),
            ("a.", "a name is empty; `*` stands for any"),
            ("a b", "' ' is not part of a C name or glob"),
            ("a\"\n", "'\"' is not part of a C name or glob"),
            ("[a", "unclosed character class; missing ']'"),
        ] {
            assert_eq!(
                parse(argument).map(|_| ()),
                Err(mistake.to_string()),
                "{argument:?}"
            );
        }
        let bomb = "{a,b}".repeat(40);
        assert!(parse(&bomb).is_err_and(|mistake| mistake.contains("more than 4096 patterns")));
        let long = format!("a{}", ".b".repeat(65));
        assert!(parse(&long).is_err_and(|mistake| mistake.contains("more than 64 fields")));
        for glob in ["a*.b.c", "a.b*.c", "a.?.c.d"] {
            assert!(parse(glob).is_err_and(|mistake| mistake.contains("only the last name")));
        }
    }
}
