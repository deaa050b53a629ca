//! Text to [`Table`](super::Table).

use super::lines::Lines;
use super::{
    Block, Container, Enumeration, Error, FORMAT, Integer, Key, MAX_DEPTH, MAX_NAME, Member,
    Nesting, PREFIX, Place, Symbol, Table, Type, Typedef, Word, is_name, is_tagged_name,
};

/// More anonymous members in each other than any kernel type has.
const MAX_NESTING: usize = 64;

impl Table {
    /// Reads the table at the start of `bytes`.
    pub fn parse(bytes: &[u8]) -> Result<Table, Error> {
        let mut lines = Lines::new(bytes);
        id(&mut lines)?;
        let mut blocks: Vec<Block> = Vec::new();
        let mut enums: Vec<Enumeration> = Vec::new();
        let mut typedefs: Vec<Typedef> = Vec::new();
        let (mut functions, mut variables, mut integers) = (Vec::new(), Vec::new(), Vec::new());
        let mut open: Vec<usize> = Vec::new();
        // The number of members of the last block that are before the line ` ?`.
        let mut others = None;
        while let Some(line) = lines.next()? {
            if !open.is_empty() && !line.text.starts_with(' ') {
                return Err(line.error("a ` }` is missing before it"));
            }
            match line.text.strip_prefix(' ') {
                None if line.text.starts_with("int:") => {
                    integers.push(line.parse(integer)?);
                }
                _ if !integers.is_empty() => return Err(line.error("a line after the integers")),
                None if line.text.starts_with("variable:") => {
                    variables.push(line.parse(variable)?);
                }
                _ if !variables.is_empty() => return Err(line.error("a line after the variables")),
                None if line.text.starts_with("function:") => {
                    functions.push(line.parse(kernel_function)?);
                }
                _ if !functions.is_empty() => return Err(line.error("a line after the functions")),
                None if is_typedef(line.text) => typedefs.push(line.parse(typedef)?),
                _ if !typedefs.is_empty() => return Err(line.error("a line after the typedefs")),
                None if is_enumeration(line.text) => {
                    enums.push(line.parse(enumeration_header)?);
                }
                None if !enums.is_empty() => return Err(line.error("a block after an enum")),
                None => {
                    blocks.push(line.parse(block)?);
                    others = None;
                }
                Some(_) if !enums.is_empty() => {
                    let enumerator = line.parse(enumerator)?;
                    let last = enums.last_mut().expect("there is one");
                    last.enumerators.push(enumerator);
                }
                Some(text) => {
                    let block = blocks.last_mut();
                    let block = block.ok_or_else(|| line.error("a member without a block"))?;
                    if text == "}" {
                        let inner = open.pop().map(|index| &mut block.nesting[index]);
                        let inner =
                            inner.ok_or_else(|| line.error("there is no ` {` before it"))?;
                        inner.members.end = block.members.len();
                        if inner.members.is_empty() {
                            return Err(line.error("there is no member before it"));
                        }
                    } else if text.ends_with('{') {
                        if others.is_some() {
                            return Err(line.error("an anonymous member after a line ?"));
                        }
                        if open.len() == MAX_NESTING {
                            return Err(line.error(format!("nested more than {MAX_NESTING} deep")));
                        }
                        open.push(block.nesting.len());
                        let (kind, name) = line.parse(nesting)?;
                        let at = block.members.len();
                        block.nesting.push(Nesting {
                            kind,
                            name,
                            members: at..at,
                        });
                    } else if text == "?" {
                        if others.is_some() || !open.is_empty() {
                            return Err(
                                line.error("a second line ?, or one in an anonymous member")
                            );
                        }
                        others = Some(block.members.len());
                    } else {
                        block.members.push(line.parse(member)?);
                        block.others += usize::from(others.is_some());
                    }
                }
            }
        }
        match open.is_empty() {
            true => Ok(Table {
                blocks,
                enums,
                typedefs,
                functions,
                variables,
                integers,
            }),
            false => Err(lines.end().error("a ` }` is missing before it")),
        }
    }
}

/// The tables of a section: offset and id of each.
pub fn ids(bytes: &[u8]) -> Result<Vec<(usize, u64)>, Error> {
    let mut ids = Vec::new();
    for start in starts(bytes) {
        let id = id(&mut Lines::new(&bytes[start..])).map_err(|error| Error {
            offset: start + error.offset,
            ..error
        })?;
        ids.push((start, id));
    }
    Ok(ids)
}

/// Where the tables of a section start: behind its padding of NUL bytes, and at each line that starts as a table does.
pub(super) fn starts(bytes: &[u8]) -> Vec<usize> {
    let is_start = |at: &usize| {
        let before = at.checked_sub(1).map(|before| bytes[before]);
        bytes[*at] != 0
            && (matches!(before, None | Some(0))
                || before == Some(b'\n') && bytes[*at..].starts_with(PREFIX.as_bytes()))
    };
    (0..bytes.len()).filter(is_start).collect()
}

/// The id in the first line.
pub(super) fn id(lines: &mut Lines<'_>) -> Result<u64, Error> {
    let start = lines.end();
    let no_table = || {
        start.error(format!(
            "no table of types, it starts with `{PREFIX}{FORMAT}`"
        ))
    };
    let line = lines.next()?.ok_or_else(no_table)?;
    let words: Vec<_> = line
        .text
        .strip_prefix(PREFIX)
        .ok_or_else(no_table)?
        .split(' ')
        .collect();
    match words[..] {
        [format, ..] if format.parse() != Ok(FORMAT) => Err(line.error(format!(
            "the table has format {format}, and this btfgen links format {FORMAT}\nhint: write the bindings with this btfgen, or \
             link with the one that wrote them"
        ))),
        [_, id] if id.len() == 16 => u64::from_str_radix(id, 16)
            .map_err(|_| line.error(format!("its id `{id}` is not a hexadecimal number"))),
        _ => Err(line.error("its id is not there, or does not have 16 digits")),
    }
}

pub(super) fn block(text: &str) -> Result<Block, String> {
    let mut words = text.split(' ');
    let (Some(key), Some(bytes), underlying, None) =
        (words.next(), words.next(), words.next(), words.next())
    else {
        return Err(format!("`{text}` is not `<key> <size>[ <underlying>]`"));
    };
    let key = self::key(key)?;
    let underlying = match (&key, underlying) {
        (Key::Struct(_) | Key::Union(_), None) => None,
        (Key::Typedef(_) | Key::Anon { .. }, Some("struct")) => Some(Container::Struct),
        (Key::Typedef(_) | Key::Anon { .. }, Some("union")) => Some(Container::Union),
        _ => {
            return Err(
                "`struct` or `union` stands exactly after `typedef:` and `anon:` keys".to_owned(),
            );
        }
    };
    Ok(Block {
        key,
        bytes: number(bytes)?,
        underlying,
        members: Vec::new(),
        nesting: Vec::new(),
        others: 0,
    })
}

/// Whether a line is the header of an enum, and not of a block.
fn is_enumeration(text: &str) -> bool {
    let kind = text.split(' ').nth(1);
    text.starts_with("enum:")
        || text.starts_with("typedef:") && matches!(kind, Some("enum" | "enum64"))
}

/// Whether a line is a typedef, and not the header of a block or enum.
fn is_typedef(text: &str) -> bool {
    text.starts_with("typedef:") && text.split(' ').count() == 2
}

fn typedef(text: &str) -> Result<Typedef, String> {
    let (name, ty) = named_type(text, tagged_name, "a typedef without a type")?;
    Ok(Typedef { name, ty })
}

fn variable(text: &str) -> Result<Symbol, String> {
    let (name, ty) = named_type(text, name, "a variable without a type")?;
    Ok(Symbol { name, ty })
}

fn kernel_function(text: &str) -> Result<Symbol, String> {
    let (name, ty) = named_type(text, name, "a function without a prototype")?;
    match ty {
        Type::Function { .. } => Ok(Symbol { name, ty }),
        _ => Err("a function without a prototype".to_owned()),
    }
}

/// `<kind>:<name> <type>`
fn named_type(
    text: &str,
    name: fn(&str) -> Result<String, String>,
    otherwise: &str,
) -> Result<(String, Type), String> {
    let name_and_type = text.split_once(':').and_then(|(_, it)| it.split_once(' '));
    let (of, ty) = name_and_type.ok_or(otherwise)?;
    Ok((name(of)?, whole_type(ty, Position::BehindPointer)?))
}

pub(super) fn enumeration_header(text: &str) -> Result<Enumeration, String> {
    let bad = || format!("`{text}` is not `<key> <enum|enum64> <integer>`");
    let mut words = text.split(' ');
    let (Some(key), Some(kind), Some(size), None) =
        (words.next(), words.next(), words.next(), words.next())
    else {
        return Err(bad());
    };
    let (is_typedef, name) = match key.split_once(':') {
        Some(("enum", name)) => (false, name),
        Some(("typedef", name)) => (true, name),
        _ => return Err(bad()),
    };
    let (bits, signed) = int(size).filter(|(bits, _)| *bits <= 64).ok_or_else(bad)?;
    Ok(Enumeration {
        name: self::name(name)?,
        is_typedef,
        bits,
        signed,
        enum64: match kind {
            "enum" => false,
            "enum64" => true,
            _ => return Err(bad()),
        },
        enumerators: Vec::new(),
    })
}

pub(super) fn enumerator(text: &str) -> Result<(String, i128), String> {
    let bad = || format!("`{text}` is not ` <name> <value>`");
    let (name, value) = text
        .strip_prefix(' ')
        .and_then(|it| it.split_once(' '))
        .ok_or_else(bad)?;
    let value: i128 = match value.strip_prefix('-') {
        Some(digits) => -i128::from(number::<u64>(digits)?),
        None => i128::from(number::<u64>(value)?),
    };
    if value < i128::from(i64::MIN) {
        return Err(bad());
    }
    Ok((self::name(name)?, value))
}

pub(super) fn member(text: &str) -> Result<Member, String> {
    let mut words = text.split(' ');
    let (Some(""), Some(name), Some(place), Some(ty), None) = (
        words.next(),
        words.next(),
        words.next(),
        words.next(),
        words.next(),
    ) else {
        return Err(format!("`{text}` is not ` <name> <place> <type>`"));
    };
    Ok(Member {
        name: tagged_name(name)?,
        place: self::place(place)?,
        ty: whole_type(ty, Position::Value)?,
    })
}

fn place(text: &str) -> Result<Place, String> {
    let Some((byte, bits)) = text.split_once('.') else {
        return Ok(Place::Byte(number(text)?));
    };
    let bad = || format!("`{text}` is not `<byte>.<bit>:<width>`");
    let (bit, width) = bits.split_once(':').ok_or_else(bad)?;
    let (byte, bit, width) = (
        number::<u32>(byte)?,
        number::<u32>(bit)?,
        number::<u8>(width)?,
    );
    let bit = byte
        .checked_mul(8)
        .and_then(|start| start.checked_add(bit))
        .filter(|_| bit < 8);
    Ok(Place::Bits {
        bit: bit.ok_or_else(bad)?,
        width,
    })
}

/// What stands around a type.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Position {
    Value,
    BehindPointer,
}

fn whole_type(text: &str, position: Position) -> Result<Type, String> {
    match ty(text, position, 0)? {
        (ty, "") => Ok(ty),
        (_, rest) => Err(format!("`{rest}` after a type")),
    }
}

/// The type at the start of `text`, and the rest.
fn ty(text: &str, position: Position, depth: usize) -> Result<(Type, &str), String> {
    if depth == MAX_DEPTH {
        return Err(format!(
            "more than {MAX_DEPTH} nested dimensions, pointers and functions"
        ));
    }
    if let Some(array) = text.strip_prefix('[') {
        let (len, element) = array
            .split_once(']')
            .ok_or_else(|| format!("`{text}` has no `]`"))?;
        let (element, rest) = ty(element, position, depth + 1)?;
        let (len, element) = (number(len)?, Box::new(element));
        return Ok((Type::Array { len, element }, rest));
    }
    if let (Position::BehindPointer, Some(list)) = (position, text.strip_prefix('(')) {
        return function(list, depth);
    }
    let end = text.find([',', ')', '>']).unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    if let Some(bits) = pointer(word) {
        let (to, rest) = match rest.strip_prefix('>') {
            // Dimensions count by themselves, and so does what a pointer leads to.
            Some(to) if position == Position::Value => ty(to, Position::BehindPointer, 1)?,
            Some(to) => ty(to, Position::BehindPointer, depth + 1)?,
            None => (Type::Void, rest),
        };
        let to = Box::new(to);
        return Ok((Type::Pointer { bits, to }, rest));
    }
    let ty = match word.split_once(':') {
        Some(("enum", rest)) => enumeration(rest, false)?,
        Some(("enum64", rest)) => enumeration(rest, true)?,
        Some(_) => Type::Aggregate(key(word)?),
        None => {
            let told = match position {
                Position::Value => None,
                Position::BehindPointer => only_behind_pointer(word),
            };
            told.or_else(|| scalar(word))
                .ok_or_else(|| format!("`{word}` is not a type"))?
        }
    };
    Ok((ty, rest))
}

/// Behind its `(`.
fn function(text: &str, depth: usize) -> Result<(Type, &str), String> {
    let (mut parameters, mut rest) = (Vec::new(), text);
    while !rest.starts_with(')') {
        let (parameter, behind) = ty(rest, Position::BehindPointer, depth + 1)?;
        parameters.push(parameter);
        rest = match behind.strip_prefix(',') {
            Some(next) => next,
            None if behind.starts_with(')') => behind,
            None => return Err(format!("`{text}` has no `)`")),
        };
    }
    let (returns, rest) = ty(&rest[1..], Position::BehindPointer, depth + 1)?;
    let returns = Box::new(returns);
    let ty = Type::Function {
        parameters,
        returns,
    };
    Ok((ty, rest))
}

fn only_behind_pointer(text: &str) -> Option<Type> {
    match text {
        "void" => Some(Type::Void),
        "struct" => Some(Type::Anonymous(Container::Struct)),
        "union" => Some(Type::Anonymous(Container::Union)),
        "?" => Some(Type::Unknown),
        _ => None,
    }
}

fn pointer(text: &str) -> Option<u8> {
    match text {
        "p32" => Some(32),
        "p64" => Some(64),
        _ => None,
    }
}

fn scalar(text: &str) -> Option<Type> {
    if text == "bool" {
        return Some(Type::Bool);
    }
    let digits_end = text
        .rfind(|c: char| c.is_ascii_digit())
        .map_or(0, |i| i + 1);
    if let Some((bits, signed)) = int(&text[..digits_end]) {
        let word = match &text[digits_end..] {
            "" => Word::Plain,
            "l" => Word::Long,
            "ll" => Word::LongLong,
            "c" => Word::Char,
            "x" => Word::Other,
            _ => return None,
        };
        return Some(Type::Int { bits, signed, word });
    }
    match text {
        "f16" => Some(Type::Float { bits: 16 }),
        "f32" => Some(Type::Float { bits: 32 }),
        "f64" => Some(Type::Float { bits: 64 }),
        "f96" => Some(Type::Float { bits: 96 }),
        "f128" => Some(Type::Float { bits: 128 }),
        _ => None,
    }
}

pub(super) fn nesting(text: &str) -> Result<(Container, String), String> {
    match text {
        " struct {" => return Ok((Container::Struct, String::new())),
        " union {" => return Ok((Container::Union, String::new())),
        _ => {}
    }
    let tag = text.strip_prefix(' ').and_then(|it| it.strip_suffix(" {"));
    match tag.map(key) {
        Some(Ok(Key::Struct(name))) => Ok((Container::Struct, name)),
        Some(Ok(Key::Union(name))) => Ok((Container::Union, name)),
        _ => Err(format!("`{text}` does not open a struct or union")),
    }
}

/// Names of integers have spaces.
pub(super) fn integer(text: &str) -> Result<Integer, String> {
    let bad = || format!("`{text}` is not `int:<type> <i|u> <name>`");
    let mut words = text.strip_prefix("int:").ok_or_else(bad)?.splitn(3, ' ');
    let (Some(code), Some(sign @ ("i" | "u")), Some(c_name)) =
        (words.next(), words.next(), words.next())
    else {
        return Err(bad());
    };
    if !matches!(scalar(code), Some(Type::Int { .. } | Type::Bool)) {
        return Err(bad());
    }
    for word in c_name.split(' ') {
        name(word)?;
    }
    Ok(Integer {
        code: code.to_owned(),
        signed: sign == "i",
        name: c_name.to_owned(),
    })
}

fn int(text: &str) -> Option<(u8, bool)> {
    let signed = text.starts_with('i');
    match text.strip_prefix(['u', 'i'])? {
        "8" => Some((8, signed)),
        "16" => Some((16, signed)),
        "32" => Some((32, signed)),
        "64" => Some((64, signed)),
        "128" => Some((128, signed)),
        _ => None,
    }
}

fn enumeration(text: &str, enum64: bool) -> Result<Type, String> {
    let bad = || format!("`{text}` is not the name and size of an enum");
    let (name, size) = text.split_once(':').ok_or_else(bad)?;
    let (bits, signed) = int(size).filter(|(bits, _)| *bits <= 64).ok_or_else(bad)?;
    let name = if name.is_empty() {
        String::new()
    } else {
        self::name(name)?
    };
    Ok(Type::Enum {
        name,
        bits,
        signed,
        enum64,
    })
}

fn key(text: &str) -> Result<Key, String> {
    match text.split_once(':') {
        Some(("struct", name)) => Ok(Key::Struct(self::name(name)?)),
        Some(("union", name)) => Ok(Key::Union(self::name(name)?)),
        Some(("typedef", name)) => Ok(Key::Typedef(self::name(name)?)),
        Some(("anon", rest)) if !rest.starts_with("anon:") => {
            let mut parts = rest.split('.');
            let owner = Box::new(key(parts.next().unwrap_or_default())?);
            let path = parts.map(tagged_name).collect::<Result<Vec<_>, _>>()?;
            if path.is_empty() {
                return Err(format!("`{text}` names no member"));
            }
            Ok(Key::Anon { owner, path })
        }
        _ => Err(format!(
            "`{text}` is not the key of a struct, union or typedef"
        )),
    }
}

/// The kernel refuses BTF whose names are not C identifiers, or longer.
fn tagged_name(text: &str) -> Result<String, String> {
    match is_tagged_name(text) {
        true => Ok(text.to_owned()),
        false => name(text),
    }
}

fn name(text: &str) -> Result<String, String> {
    match is_name(text) {
        true => Ok(text.to_owned()),
        false => Err(format!(
            "`{text}` is not a C identifier of at most {MAX_NAME} bytes"
        )),
    }
}

fn number<T: std::str::FromStr>(text: &str) -> Result<T, String> {
    let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let value = text.parse().ok().filter(|_| digits);
    value.ok_or_else(|| format!("`{text}` is not a number that fits"))
}
