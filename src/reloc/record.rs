//! One record: what an intrinsic asks for, encoded as the [parent module](super) lays it out.

use std::fmt;

use super::{Endian, FORMAT, MAX_STEPS};

/// Bytes before the operation's text.
pub const FIXED_LEN: usize = STEPS_OFFSET + 8 * MAX_STEPS;
/// Where in a record the address of the instruction stands, and is relocated.
pub const INSN_OFFSET: usize = 0;
/// Where in a record its format stands. In format 1 this is where the table's address stands, and is relocated.
pub const FORMAT_OFFSET: usize = 8;
const LEN_OFFSET: usize = 12;
/// Where in a record the id of its table stands.
pub const TABLE_OFFSET: usize = 16;
const ROOT_OFFSET: usize = 24;
const INDEXES_OFFSET: usize = 32;
const STEPS_OFFSET: usize = 36;
/// The longest operation is `local_type_id r10`; anything much longer is not text of ours.
const MAX_OPERATION: usize = 64;

/// What one copy of an intrinsic asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Offset of the placeholder instruction; the relocation of this field says in which section.
    pub insn: u64,
    /// Id of the table of types.
    pub table: u64,
    /// [`hash`](super::hash) of the root type's key.
    pub root: u64,
    /// The way from the root type to the member.
    pub steps: Vec<Step>,
    /// What to do there.
    pub operation: Operation,
}

/// One step of a by-value path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// [`hash`](super::hash) of the member's name.
    Member(u64),
    /// Index of an array element.
    Index(u64),
}

/// A BPF register, `r0` to `r10`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Register(u8);

/// An operation and the registers that the compiler chose for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Operation {
    /// What is done.
    pub verb: Verb,
    /// The register that is written, or for [`Verb::Store`] the one that holds the address.
    pub dst: Register,
    /// The register that is read, for [`Verb::Load`] and [`Verb::Store`]; `r0` otherwise.
    pub src: Register,
}

/// What an operation does with its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// `load V P`: read the member through `P`
    Load,
    /// `store P V`: write the member through `P`
    Store,
    /// `add P`: move `P` to the member
    Add,
    /// `offset V`: the member's byte offset
    Offset,
    /// `size V`: the member's byte size
    Size,
    /// `length V`: how many bytes a probe read of the member copies, which is its size
    Length,
    /// `exists V`: 1 or 0
    Exists,
    /// `signed V`: 1 or 0
    Signed,
    /// `lshift V`: how far a bitfield's storage unit is shifted left
    LShift,
    /// `rshift V`: and then right
    RShift,
    /// `shl V`: shift `V` left by so much
    Shl,
    /// `shr V`: shift it right, filling up with zeros
    Shr,
    /// `sar V`: shift it right, filling up with its sign
    Sar,
    /// `type_exists V`: 1 or 0, for the root type
    TypeExists,
    /// `type_size V`: the root type's size
    TypeSize,
    /// `type_id V`: the root type's id on the target
    TypeId,
    /// `local_type_id V`: its id in the object's own BTF
    LocalTypeId,
    /// `type_matches V`: 1 or 0, for the root type and all that the table has of it
    TypeMatches,
    /// `enum_exists V`: 1 or 0; the root is an enum, the one step its enumerator
    EnumExists,
    /// `enum_value V`: the enumerator's value, in two placeholders
    EnumValue,
}

const VERBS: [(&str, Verb); 20] = [
    ("load", Verb::Load),
    ("store", Verb::Store),
    ("add", Verb::Add),
    ("offset", Verb::Offset),
    ("size", Verb::Size),
    ("length", Verb::Length),
    ("exists", Verb::Exists),
    ("signed", Verb::Signed),
    ("lshift", Verb::LShift),
    ("rshift", Verb::RShift),
    ("shl", Verb::Shl),
    ("shr", Verb::Shr),
    ("sar", Verb::Sar),
    ("type_exists", Verb::TypeExists),
    ("type_size", Verb::TypeSize),
    ("type_id", Verb::TypeId),
    ("local_type_id", Verb::LocalTypeId),
    ("type_matches", Verb::TypeMatches),
    ("enum_exists", Verb::EnumExists),
    ("enum_value", Verb::EnumValue),
];

/// Why bytes are not a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// The section ends inside the record.
    Truncated,
    /// A record of another format than [`FORMAT`].
    Format(u32),
    /// More steps than a record has room for.
    PathLength(u32),
    /// A bit is set for a step that the path does not have.
    IndexBits(u32),
    /// The text is no operation with its registers.
    Operation(String),
    /// A verb that this version does not know.
    Verb(String),
    /// Not a register that a program can use.
    Register(String),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Truncated => write!(f, "the section ends inside the record"),
            Error::Format(found) => write!(
                f,
                "the record has format {found}, and this btfgen links format {FORMAT}\nhint: write the bindings, and the runtime if \
                 they have one, with this btfgen, or link with the one that wrote them"
            ),
            Error::PathLength(n) => {
                write!(
                    f,
                    "the path has {n} steps, a record holds {MAX_STEPS} at most"
                )
            }
            Error::IndexBits(bits) => {
                write!(
                    f,
                    "array index bits {bits:#x} name steps that the path does not have"
                )
            }
            Error::Operation(text) => write!(f, "`{text}` is not an operation with its registers"),
            Error::Verb(verb) => write!(
                f,
                "unknown operation `{verb}`\nhint: the bindings were made by a newer btfgen; link with that version"
            ),
            Error::Register(name) => {
                write!(
                    f,
                    "`{name}` is not a register, expected `r0` to `r10` or `w0` to `w9`"
                )
            }
        }
    }
}

impl std::error::Error for Error {}

impl Record {
    /// Reads the record at the start of `bytes`; answers with it and its length.
    pub fn parse(bytes: &[u8], endian: Endian) -> Result<(Record, usize), Error> {
        let fixed = bytes.get(..FIXED_LEN).ok_or(Error::Truncated)?;
        let word = |at: usize| endian.u64(fixed[at..at + 8].try_into().expect("eight bytes"));
        let half = |at: usize| endian.u32(fixed[at..at + 4].try_into().expect("four bytes"));
        let (format, len, index_bits) =
            (half(FORMAT_OFFSET), half(LEN_OFFSET), half(INDEXES_OFFSET));
        if format != FORMAT {
            return Err(Error::Format(format));
        }
        if len as usize > MAX_STEPS {
            return Err(Error::PathLength(len));
        }
        if u64::from(index_bits) >> len != 0 {
            return Err(Error::IndexBits(index_bits));
        }
        let step = |i: usize| match index_bits >> i & 1 {
            0 => Step::Member(word(STEPS_OFFSET + 8 * i)),
            _ => Step::Index(word(STEPS_OFFSET + 8 * i)),
        };
        let text = operation_text(&bytes[FIXED_LEN..])?;
        let record = Record {
            insn: word(INSN_OFFSET),
            table: word(TABLE_OFFSET),
            root: word(ROOT_OFFSET),
            steps: (0..len as usize).map(step).collect(),
            operation: Operation::parse(text)?,
        };
        Ok((record, FIXED_LEN + text.len() + 1))
    }

    /// The record's bytes.
    ///
    /// # Panics
    ///
    /// If the path has more than [`MAX_STEPS`] steps.
    pub fn encode(&self, endian: Endian) -> Vec<u8> {
        assert!(self.steps.len() <= MAX_STEPS);
        let mut index_bits = 0_u32;
        let mut values = [0; MAX_STEPS];
        for (i, step) in self.steps.iter().enumerate() {
            values[i] = match *step {
                Step::Member(hash) => hash,
                Step::Index(index) => {
                    index_bits |= 1 << i;
                    index
                }
            };
        }
        let mut bytes = Vec::with_capacity(FIXED_LEN + 16);
        bytes.extend(endian.bytes64(self.insn));
        bytes.extend(endian.bytes32(FORMAT));
        bytes.extend(endian.bytes32(self.steps.len() as u32));
        bytes.extend(endian.bytes64(self.table));
        bytes.extend(endian.bytes64(self.root));
        bytes.extend(endian.bytes32(index_bits));
        for value in values {
            bytes.extend(endian.bytes64(value));
        }
        bytes.extend(self.operation.to_string().bytes());
        bytes.push(0);
        bytes
    }
}

fn operation_text(bytes: &[u8]) -> Result<&str, Error> {
    let window = &bytes[..bytes.len().min(MAX_OPERATION)];
    let Some(end) = window.iter().position(|&b| b == 0) else {
        return Err(match window.len() {
            MAX_OPERATION => Error::Operation(window.escape_ascii().to_string()),
            _ => Error::Truncated,
        });
    };
    match std::str::from_utf8(&window[..end]) {
        Ok(text) if text.bytes().all(|b| (b' '..0x7f).contains(&b)) => Ok(text),
        _ => Err(Error::Operation(window[..end].escape_ascii().to_string())),
    }
}

impl Operation {
    fn parse(text: &str) -> Result<Operation, Error> {
        let mut words = text.split_ascii_whitespace();
        let name = words
            .next()
            .ok_or_else(|| Error::Operation(text.to_owned()))?;
        let verb = VERBS.iter().find(|(known, _)| *known == name);
        let verb = verb.ok_or_else(|| Error::Verb(name.to_owned()))?.1;
        let registers = words.map(Register::parse).collect::<Result<Vec<_>, _>>()?;
        match registers[..] {
            [dst, src] if verb.has_src() => Ok(Operation { verb, dst, src }),
            [dst] if !verb.has_src() => Ok(Operation {
                verb,
                dst,
                src: Register(0),
            }),
            _ => Err(Error::Operation(text.to_owned())),
        }
    }
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} r{}", self.verb, self.dst.0)?;
        if self.verb.has_src() {
            write!(f, " r{}", self.src.0)?;
        }
        Ok(())
    }
}

impl Verb {
    /// Whether it reads or writes the member's bytes.
    pub fn is_move(self) -> bool {
        matches!(self, Verb::Load | Verb::Store)
    }

    /// Every verb.
    pub fn all() -> impl Iterator<Item = Verb> {
        VERBS.iter().map(|(_, verb)| *verb)
    }

    /// How many instructions its placeholder has.
    pub fn slots(self) -> u64 {
        match self {
            Verb::EnumValue => 2,
            _ => 1,
        }
    }

    fn has_src(self) -> bool {
        self.is_move()
    }
}

impl fmt::Display for Verb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known = VERBS.iter().find(|(_, verb)| verb == self);
        f.write_str(known.expect("every verb has a name").0)
    }
}

impl Register {
    /// The register `r<number>`, if there is one.
    pub fn new(number: u8) -> Option<Register> {
        (number <= 10).then_some(Register(number))
    }

    /// Its number, as it stands in an instruction.
    pub fn number(self) -> u8 {
        self.0
    }

    /// LLVM prints a register as `w…` where the program's value has 32 bits: the same register.
    fn parse(name: &str) -> Result<Register, Error> {
        let bad = || Error::Register(name.to_owned());
        let digits = name.strip_prefix(['r', 'w']).ok_or_else(bad)?;
        let canonical = matches!(digits.as_bytes(), [b'0'..=b'9'] | [b'1', b'0']);
        let number = digits.parse().ok().filter(|_| canonical && name != "w10");
        number.and_then(Register::new).ok_or_else(bad)
    }
}

#[cfg(test)]
mod tests {
    use crate::reloc::Endian;

    use super::{
        Error, FIXED_LEN, FORMAT_OFFSET, INDEXES_OFFSET, LEN_OFFSET, MAX_STEPS, Operation, Record,
        Register, Step, VERBS,
    };

    fn record(operation: &str) -> Record {
        Record {
            insn: 0x18,
            table: 0x2f,
            root: 0x0123_4567_89ab_cdef,
            steps: vec![Step::Member(u64::MAX), Step::Index(3), Step::Member(7)],
            operation: Operation::parse(operation).unwrap(),
        }
    }

    #[test]
    fn what_is_encoded_is_parsed_again() {
        for endian in [Endian::Little, Endian::Big] {
            for (name, verb) in VERBS {
                let registers = if verb.has_src() { "r3 r10" } else { "r9" };
                let record = record(&format!("{name} {registers}"));
                let mut bytes = record.encode(endian);
                let len = bytes.len();
                bytes.extend(*b"next");
                assert_eq!(Record::parse(&bytes, endian), Ok((record, len)));
            }
        }
    }

    #[test]
    fn the_layout_is_the_documented_one() {
        let bytes = record("load w2 r0").encode(Endian::Big);
        assert_eq!(bytes[..8], 0x18_u64.to_be_bytes());
        assert_eq!(bytes[8..16], [0, 0, 0, 3, 0, 0, 0, 3]);
        assert_eq!(bytes[16..24], 0x2f_u64.to_be_bytes());
        assert_eq!(bytes[24..32], 0x0123_4567_89ab_cdef_u64.to_be_bytes());
        assert_eq!(bytes[32..36], [0, 0, 0, 0b010]);
        assert_eq!(
            bytes[36..60],
            [[0xff; 8], 3_u64.to_be_bytes(), 7_u64.to_be_bytes()].concat()
        );
        assert_eq!(bytes[FIXED_LEN..], *b"load r2 r0\0");
    }

    #[test]
    fn a_cut_record_is_an_error_at_every_length() {
        let bytes = record("store r1 r2").encode(Endian::Little);
        for len in 0..bytes.len() {
            assert_eq!(
                Record::parse(&bytes[..len], Endian::Little),
                Err(Error::Truncated)
            );
        }
    }

    #[test]
    fn bad_fields_are_named() {
        let patched = |at: usize, value: u8| {
            let mut bytes = record("load r1 r2").encode(Endian::Little);
            bytes[at] = value;
            Record::parse(&bytes, Endian::Little).unwrap_err()
        };
        assert_eq!(patched(FORMAT_OFFSET, 4), Error::Format(4));
        assert_eq!(
            patched(LEN_OFFSET, MAX_STEPS as u8 + 1),
            Error::PathLength(17)
        );
        assert_eq!(patched(INDEXES_OFFSET, 0b1010), Error::IndexBits(0b1010));
        assert_eq!(patched(FIXED_LEN, b'X'), Error::Verb("Xoad".to_owned()));
        assert_eq!(
            patched(FIXED_LEN, 0x1b),
            Error::Operation("\\x1boad r1 r2".to_owned())
        );
    }

    #[test]
    fn registers_are_those_of_bpf() {
        for (name, number) in [("r0", 0), ("r10", 10), ("w0", 0), ("w9", 9)] {
            assert_eq!(Register::parse(name), Ok(Register(number)));
        }
        for name in ["r11", "w10", "r", "x1", "r01", "r-1", "r+1", ""] {
            assert_eq!(Register::parse(name), Err(Error::Register(name.to_owned())));
        }
    }

    #[test]
    fn an_operation_has_its_registers() {
        for text in ["", "load r1", "add r1 r2", "exists", "store r1 r2 r3"] {
            assert_eq!(
                Operation::parse(text),
                Err(Error::Operation(text.to_owned()))
            );
        }
    }
}
