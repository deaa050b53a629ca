//! The table of types: text, a line a member, that a person can read in the bindings and in a diff.
//!
//! One item a line, each line ends with `\n`. In [`TYPES_SECTION`](super::TYPES_SECTION) tables stand one
//! after the other: a table ends before the next line `btfgen …`, at a NUL byte, or with the section.
//!
//! ```text
//! first line:            `btfgen <format> <id>`   the id is the hash of all other lines, in 16 hexadecimal digits
//! block header (col 0):  `<key> <size in bytes>[ <underlying>]`
//!      key: `struct:NAME` | `union:NAME` | `typedef:NAME` (typedef of an anonymous struct/union)
//!         | `anon:<key of the named owner>.<member>[.<member>…]` (anonymous type of a named member)
//!      underlying (`struct`|`union`) is present exactly for `typedef:` and `anon:` keys
//! member line (1 space): ` <name> <byte offset> <type>`             ordinary member
//!                        ` <name> <byte>.<bit>:<width> <type>`      bitfield: BTF bit offset = byte*8+bit, width in bits
//!      (members of anonymous members are flattened into the block with absolute offsets; C member names)
//! nesting (1 space):     ` struct {`, ` union {`, ` struct:NAME {` …, ` }`   around the members of an anonymous member, or
//!                        of one without a name whose type has one
//!      a name may be `NAME@TAG`: several members of one name that kernels declare incompatibly; also that of a typedef
//! others (1 space):      ` ?`   behind it are members of other definitions of the type, with their offsets there
//! enum header (col 0):   `<enum:NAME|typedef:NAME> <enum|enum64> <u32, i32, …>`, behind all blocks;
//!                        `typedef:` means a typedef of an anonymous enum
//! enumerator (1 space):  ` <name> <value>`
//! typedef (col 0):       `typedef:NAME <type>`, behind the enums: a typedef that is no block and no enum; its type may be any that
//!                        a pointer points to
//! function (col 0):      `function:NAME <prototype>`, behind the typedefs: a function of the kernel that programs call
//! variable (col 0):      `variable:NAME <type>`, behind the functions: a per-CPU variable of the kernel
//! integer (col 0):       `int:<type> <i|u> <C name>`, behind the variables: sign and name in BTF, which `type_matches` compares
//! type: `u8 u16 u32 u64 u128 i8 i16 i32 i64 i128`, of a `long` with an `l` behind it, of a `long long` with `ll`, of `char`
//!        (which has one type here, whatever its sign) with `c`, of an integer that no line names with `x`
//!     | `bool f16 f32 f64 f96 f128`
//!     | `p64` | `p32`                          pointer to void
//!     | `p64>struct:NAME`                      pointer to that type, and so on; behind it also may stand
//!       `struct` | `union`                     an anonymous type
//!       `(i32,p64)void`                        a function; a last parameter `void` stands for `...`
//!       `?`                                    what is not told here
//!     | `struct:NAME` `union:NAME` `typedef:NAME` `anon:…`   by-value aggregate; its block may or may not be present
//!     | `enum:NAME:u32` (name may be empty: `enum::u32`), `enum64:NAME:i64`   sized enum
//!     | `[N]<type>`                            array, `[2][3]u8` is u8 x[2][3]; `[0]u8` flexible
//! ```
//!
//! The root of a record is the [`hash`](super::hash) of a key, a named step the hash of a member's name.
//!
//! ```text
//! btfgen 3 e22d7a0c2f4cb1f9
//! struct:task_struct 9664
//!  __state 24 u32
//!  se 192 struct:sched_entity
//!  sched_reset_on_fork 1244.0:1 u32
//!  pid 2464 i32
//!  real_parent 2480 p64>struct:task_struct
//!  union {
//!  rcu_node_entry 2600 struct:list_head
//!  }
//!  comm 3000 [16]u8c
//! typedef:atomic_t 4 struct
//!  counter 0 i32
//! enum:pid_type enum u32
//!  PIDTYPE_PID 0
//!  PIDTYPE_TGID 1
//! typedef:pid_t i32
//! function:bpf_task_from_pid (i32)p64>struct:task_struct
//! variable:runqueues struct:rq
//! int:i32 i int
//! int:u32 u unsigned int
//! int:u8c u char
//! ```

use std::fmt::{self, Write as _};
use std::ops::Range;

use super::{FORMAT, hash};
mod lines;
mod parse;

pub use parse::ids;

/// More dimensions than any kernel array has, and more pointers and functions in each other than any kernel type; a bound
/// for recursion over hostile text.
pub const MAX_DEPTH: usize = 16;
/// Longest name of a type or member: the kernel takes no longer one in BTF (`KSYM_NAME_LEN`).
pub const MAX_NAME: usize = 512;
/// Most dimensions of a member.
pub const MAX_DIMENSIONS: usize = MAX_DEPTH - 1;
/// Stands between the name of a member, or of a typedef, and what tells several of that name apart. C has no such names.
pub const TAG: char = '@';
/// What the first line of a table starts with.
const PREFIX: &str = "btfgen ";

/// The types of one generated module.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// In the order of the text.
    pub blocks: Vec<Block>,
    /// Those that programs may ask for.
    pub enums: Vec<Enumeration>,
    /// Those that programs may ask for.
    pub typedefs: Vec<Typedef>,
    /// Functions of the kernel that programs may call, by name.
    pub functions: Vec<Symbol>,
    /// Per-CPU variables of the kernel, by name.
    pub variables: Vec<Symbol>,
    /// The integers of C that members are.
    pub integers: Vec<Integer>,
}

/// What BTF says of an integer type of C, which [`Type::Int`] does not.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Integer {
    /// As in members: [`Type::Int`] or [`Type::Bool`].
    pub code: String,
    /// The sign in BTF; that of `char` differs between kernels.
    pub signed: bool,
    /// Such as `long unsigned int`; compilers differ.
    pub name: String,
}

/// A typedef of anything but a struct, union or anonymous enum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typedef {
    /// Its name in C.
    pub name: String,
    /// The type that it names.
    pub ty: Type,
}

/// A function or variable of the kernel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Symbol {
    /// Its name in C.
    pub name: String,
    /// Its type, as if a pointer pointed to it. Of a function it is a [`Type::Function`].
    pub ty: Type,
}

/// One enum with enumerators.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enumeration {
    /// Its name in C.
    pub name: String,
    /// Whether the name is that of a typedef, and the enum is anonymous.
    pub is_typedef: bool,
    /// Size in bits.
    pub bits: u8,
    /// The sign.
    pub signed: bool,
    /// `BTF_KIND_ENUM64`
    pub enum64: bool,
    /// Their names in C, and their values.
    pub enumerators: Vec<(String, i128)>,
}

/// One struct or union with members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What the type is called.
    pub key: Key,
    /// Its size.
    pub bytes: u32,
    /// For [`Key::Typedef`] and [`Key::Anon`], which do not say it themselves: struct or union.
    pub underlying: Option<Container>,
    /// Its members, those of anonymous members included.
    pub members: Vec<Member>,
    /// The anonymous members: outer ones first, in the order of their members.
    pub nesting: Vec<Nesting>,
    /// The number of members, at the end, that are in another definition of the type and not in this one.
    pub others: usize,
}

/// A member without a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nesting {
    /// Whether its type is a struct or a union.
    pub kind: Container,
    /// The type's name; empty if it has none.
    pub name: String,
    /// Those of the block's members that are in it, at least one.
    pub members: Range<usize>,
}

/// Struct or union.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Container {
    /// `struct`
    Struct,
    /// `union`
    Union,
}

/// What a type is called.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Key {
    /// `struct NAME`
    Struct(String),
    /// `union NAME`
    Union(String),
    /// A typedef of an anonymous struct or union.
    Typedef(String),
    /// The anonymous type of a named member.
    Anon {
        /// The named type around it.
        owner: Box<Key>,
        /// The members that lead to it.
        path: Vec<String>,
    },
}

/// One member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its name in C.
    pub name: String,
    /// Where it is.
    pub place: Place,
    /// What it is.
    pub ty: Type,
}

/// Where a member is in its block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Byte offset of an ordinary member.
    Byte(u32),
    /// A bitfield.
    Bits {
        /// Bit offset, counted as BTF counts.
        bit: u32,
        /// Width in bits.
        width: u8,
    },
}

/// What a loader knows about a member's type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// `u8` to `u128`, `i8` to `i128`
    Int {
        /// Size in bits.
        bits: u8,
        /// The sign.
        signed: bool,
        /// Which of C's integers of that size and sign.
        word: Word,
    },
    /// `bool`
    Bool,
    /// `f16` to `f128`
    Float {
        /// Size in bits.
        bits: u8,
    },
    /// `p64` or `p32`
    Pointer {
        /// Size in bits.
        bits: u8,
        /// What it points to.
        to: Box<Type>,
    },
    /// A struct or union by value, or by name behind a pointer.
    Aggregate(Key),
    /// An enum.
    Enum {
        /// Its name, may be empty.
        name: String,
        /// Size in bits.
        bits: u8,
        /// The sign.
        signed: bool,
        /// `BTF_KIND_ENUM64`
        enum64: bool,
    },
    /// An array.
    Array {
        /// Number of elements.
        len: u32,
        /// Type of an element.
        element: Box<Type>,
    },
    /// Behind a pointer: anything.
    Void,
    /// Behind a pointer: a struct or union without a name.
    Anonymous(Container),
    /// Behind a pointer: a function.
    Function {
        /// The last one of `...` is [`Type::Void`].
        parameters: Vec<Type>,
        /// What it returns.
        returns: Box<Type>,
    },
    /// Behind a pointer: something that is not told.
    Unknown,
}

/// Which of C's integer types, of those that have one size and sign on some machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// None of the others: `int`, `short`, `unsigned char`
    Plain,
    /// `long`
    Long,
    /// `long long`
    LongLong,
    /// `char`
    Char,
    /// Another name than the one that [`Table::integers`] has.
    Other,
}

/// Where and why text is not a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// Byte offset in the text.
    pub offset: usize,
    /// Line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub reason: String,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {} of the table: {}", self.line, self.reason)
    }
}

impl std::error::Error for Error {}

impl Block {
    /// The members of this definition of the type.
    pub fn own_members(&self) -> &[Member] {
        &self.members[..self.members.len() - self.others]
    }

    /// Whether it is laid out as a struct or as a union.
    pub fn container(&self) -> Container {
        match (&self.key, self.underlying) {
            (Key::Struct(_), _) => Container::Struct,
            (Key::Union(_), _) => Container::Union,
            (_, underlying) => underlying.unwrap_or(Container::Struct),
        }
    }
}

impl Key {
    /// The name behind `struct` or `union`; empty if there is none.
    pub fn tag(&self) -> &str {
        match self {
            Key::Struct(name) | Key::Union(name) => name,
            Key::Typedef(_) | Key::Anon { .. } => "",
        }
    }

    /// What C calls it, without its kind.
    pub fn name(&self) -> String {
        match self {
            Key::Struct(name) | Key::Union(name) | Key::Typedef(name) => name.clone(),
            Key::Anon { owner, path } => format!("{}.{}", owner.name(), path.join(".")),
        }
    }
}

impl Place {
    /// Offset in bits.
    pub fn bit(self) -> u64 {
        match self {
            Place::Byte(byte) => u64::from(byte) * 8,
            Place::Bits { bit, .. } => u64::from(bit),
        }
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        self.blocks
            .iter()
            .try_for_each(|block| write!(text, "{block}"))?;
        self.enums.iter().try_for_each(|it| write!(text, "{it}"))?;
        self.typedefs
            .iter()
            .try_for_each(|it| write!(text, "{it}"))?;
        let functions = self.functions.iter().map(|it| ("function", it));
        let variables = self.variables.iter().map(|it| ("variable", it));
        for (kind, Symbol { name, ty }) in functions.chain(variables) {
            writeln!(text, "{kind}:{name} {ty}")?;
        }
        self.integers
            .iter()
            .try_for_each(|it| write!(text, "{it}"))?;
        write!(f, "{PREFIX}{FORMAT} {:016x}\n{text}", hash(&text))
    }
}

impl fmt::Display for Integer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.signed { 'i' } else { 'u' };
        writeln!(f, "int:{} {sign} {}", self.code, self.name)
    }
}

impl Enumeration {
    /// What a record's root is the hash of.
    pub fn key(&self) -> String {
        match self.is_typedef {
            true => typedef_key(&self.name),
            false => enum_key(&self.name),
        }
    }
}

impl Typedef {
    /// The text whose hash is the root of a record.
    pub fn key(&self) -> String {
        typedef_key(&self.name)
    }
}

/// The name in C of what may have a tag.
pub fn c_name(name: &str) -> &str {
    name.split_once(TAG).map_or(name, |(name, _)| name)
}

/// As [`is_name`], with or without a tag.
pub(crate) fn is_tagged_name(text: &str) -> bool {
    match text.split_once(TAG) {
        Some((name, tag)) => is_name(name) && is_name(tag),
        None => is_name(text),
    }
}

/// Whether a name may stand in a table: a C identifier that is not too long.
pub fn is_name(text: &str) -> bool {
    text.len() <= MAX_NAME && is_identifier(text)
}

/// Whether C has such names.
pub(crate) fn is_identifier(text: &str) -> bool {
    let start = |byte: u8| byte == b'_' || byte.is_ascii_alphabetic();
    let mut bytes = text.bytes();
    bytes.next().is_some_and(start) && bytes.all(|byte| start(byte) || byte.is_ascii_digit())
}

/// The key of the enum of this name.
pub fn enum_key(name: &str) -> String {
    format!("enum:{name}")
}

/// The key of the typedef of this name.
pub fn typedef_key(name: &str) -> String {
    Key::Typedef(name.to_owned()).to_string()
}

impl fmt::Display for Typedef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} {}", self.key(), self.ty)
    }
}

impl fmt::Display for Enumeration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = if self.enum64 { "enum64" } else { "enum" };
        let sign = if self.signed { 'i' } else { 'u' };
        writeln!(f, "{} {kind} {sign}{}", self.key(), self.bits)?;
        let mut enumerators = self.enumerators.iter();
        enumerators.try_for_each(|(name, value)| writeln!(f, " {name} {value}"))
    }
}

impl fmt::Display for Block {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.key, self.bytes)?;
        if let Some(underlying) = self.underlying {
            write!(f, " {underlying}")?;
        }
        writeln!(f)?;
        let (mut open, mut nesting): (Vec<usize>, _) = (Vec::new(), self.nesting.iter().peekable());
        for (at, member) in self.members.iter().enumerate() {
            if self.others > 0 && at == self.own_members().len() {
                writeln!(f, " ?")?;
            }
            while let Some(inner) = nesting.next_if(|inner| inner.members.start == at) {
                inner.fmt(f)?;
                open.push(inner.members.end);
            }
            member.fmt(f)?;
            while open.pop_if(|end| *end == at + 1).is_some() {
                writeln!(f, " }}")?;
            }
        }
        Ok(())
    }
}

impl fmt::Display for Nesting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.name.as_str() {
            "" => writeln!(f, " {} {{", self.kind),
            name => writeln!(f, " {}:{name} {{", self.kind),
        }
    }
}

impl fmt::Display for Container {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Container::Struct => "struct",
            Container::Union => "union",
        })
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Key::Struct(name) => write!(f, "struct:{name}"),
            Key::Union(name) => write!(f, "union:{name}"),
            Key::Typedef(name) => write!(f, "typedef:{name}"),
            Key::Anon { owner, path } => write!(f, "anon:{owner}.{}", path.join(".")),
        }
    }
}

impl fmt::Display for Member {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, " {} {} {}", self.name, self.place, self.ty)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Byte(byte) => write!(f, "{byte}"),
            Place::Bits { bit, width } => write!(f, "{}.{}:{width}", bit / 8, bit % 8),
        }
    }
}

impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = |signed: bool| if signed { 'i' } else { 'u' };
        match self {
            Type::Int { bits, signed, word } => {
                let word = match word {
                    Word::Plain => "",
                    Word::Long => "l",
                    Word::LongLong => "ll",
                    Word::Char => "c",
                    Word::Other => "x",
                };
                write!(f, "{}{bits}{word}", sign(*signed))
            }
            Type::Bool => write!(f, "bool"),
            Type::Float { bits } => write!(f, "f{bits}"),
            Type::Pointer { bits, to } if **to == Type::Void => write!(f, "p{bits}"),
            Type::Pointer { bits, to } => write!(f, "p{bits}>{to}"),
            Type::Aggregate(key) => key.fmt(f),
            Type::Enum {
                name,
                bits,
                signed,
                enum64,
            } => {
                let kind = if *enum64 { "enum64" } else { "enum" };
                write!(f, "{kind}:{name}:{}{bits}", sign(*signed))
            }
            Type::Array { len, element } => write!(f, "[{len}]{element}"),
            Type::Void => write!(f, "void"),
            Type::Anonymous(kind) => kind.fmt(f),
            Type::Function {
                parameters,
                returns,
            } => {
                f.write_str("(")?;
                for (i, parameter) in parameters.iter().enumerate() {
                    let comma = if i == 0 { "" } else { "," };
                    write!(f, "{comma}{parameter}")?;
                }
                write!(f, "){returns}")
            }
            Type::Unknown => write!(f, "?"),
        }
    }
}

#[cfg(test)]
mod tests;
