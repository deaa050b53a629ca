//! An object as the compiler leaves it: a placeholder instruction and a record for each relocation, and a table of types.

/// What is asked of one instruction.
pub(super) struct Record {
    pub(super) root: String,
    pub(super) steps: Vec<Step>,
    pub(super) operation: &'static str,
}

pub(super) use super::paths::Step;

/// That of records.
const FORMAT: u32 = 3;
const RECORD_STEPS: usize = 16;
/// `call 0xbadb7f0`, as bytes and the number.
const CALL: u8 = 0x85;
const PLACEHOLDER: u32 = 0x0bad_b7f0;
const EXIT: [u8; 8] = [0x95, 0, 0, 0, 0, 0, 0, 0];

const PROGBITS: u32 = 1;
const SYMTAB: u32 = 2;
const STRTAB: u32 = 3;
const REL: u32 = 9;
const WRITE_NOTHING: u64 = 0;
const ALLOC: u64 = 2;
const ALLOC_EXEC: u64 = 6;

/// Sections by their index in the file.
const PROGRAM: u16 = 1;
const RELO: u16 = 2;
const TYPES: u16 = 4;
const SYMBOLS: u16 = 5;
const NAMES: u16 = 6;
const COUNT: u16 = 7;

/// Name, type, flags, link, info and size of an entry of each section after the empty one.
const SECTIONS: [(&str, u32, u64, u16, u16, u64); 6] = [
    ("raw_tp/sweep", PROGBITS, ALLOC_EXEC, 0, 0, 0),
    (".btfgen.relo", PROGBITS, WRITE_NOTHING, 0, 0, 0),
    (".rel.btfgen.relo", REL, WRITE_NOTHING, SYMBOLS, RELO, 16),
    (".btfgen.types", PROGBITS, ALLOC, 0, 0, 0),
    // The first three symbols are local.
    (".symtab", SYMTAB, WRITE_NOTHING, NAMES, 3, 24),
    (".strtab", STRTAB, WRITE_NOTHING, 0, 0, 0),
];

/// An ELF file for a byte order. The program's instruction `i` is the one of record `i`.
pub(super) fn write(records: &[Record], table: &str, big_endian: bool) -> Vec<u8> {
    let order = Order { big_endian };
    let names = names();
    let (relo, relocations) = order.records(records, table_id(table));
    let contents = [
        order.program(records.len()),
        relo,
        relocations,
        table.as_bytes().to_vec(),
        order.symbols(records.len()),
        names.clone(),
    ];
    let mut file = order.header();
    let mut headers = vec![0; 64];
    for ((name, kind, flags, link, info, entry), bytes) in SECTIONS.iter().zip(&contents) {
        file.resize(file.len().next_multiple_of(8), 0);
        headers.extend(order.word32(name_offset(&names, name)));
        headers.extend(order.word32(*kind));
        for word in [*flags, 0, file.len() as u64, bytes.len() as u64] {
            headers.extend(order.word64(word));
        }
        headers.extend(order.word32(u32::from(*link)));
        headers.extend(order.word32(u32::from(*info)));
        for word in [8, *entry] {
            headers.extend(order.word64(word));
        }
        file.extend(bytes);
    }
    file.resize(file.len().next_multiple_of(8), 0);
    let at = order.word64(file.len() as u64);
    file[40..48].copy_from_slice(&at);
    file.extend(headers);
    file
}

/// FNV-1a, as the intrinsics hash names.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// The last word of its first line.
fn table_id(table: &str) -> u64 {
    let line = table.lines().next().unwrap_or_default();
    let id = line.rsplit(' ').next().unwrap_or_default();
    u64::from_str_radix(id, 16).unwrap_or_default()
}

fn names() -> Vec<u8> {
    let mut names = vec![0];
    for (name, ..) in SECTIONS {
        names.extend(name.bytes().chain([0]));
    }
    names.extend(b"sweep\0");
    names
}

fn name_offset(names: &[u8], name: &str) -> u32 {
    let name: Vec<u8> = [0].into_iter().chain(name.bytes()).chain([0]).collect();
    let at = names.windows(name.len()).position(|window| window == name);
    at.map_or(0, |at| at as u32 + 1)
}

struct Order {
    big_endian: bool,
}

impl Order {
    fn word16(&self, word: u16) -> [u8; 2] {
        match self.big_endian {
            true => word.to_be_bytes(),
            false => word.to_le_bytes(),
        }
    }

    fn word32(&self, word: u32) -> [u8; 4] {
        match self.big_endian {
            true => word.to_be_bytes(),
            false => word.to_le_bytes(),
        }
    }

    fn word64(&self, word: u64) -> [u8; 8] {
        match self.big_endian {
            true => word.to_be_bytes(),
            false => word.to_le_bytes(),
        }
    }

    /// Of a relocatable file for BPF; where the section headers are is filled in later.
    fn header(&self) -> Vec<u8> {
        let order = if self.big_endian { 2 } else { 1 };
        let mut header = b"\x7fELF\x02".to_vec();
        header.extend([order, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        header.extend(self.word16(1));
        header.extend(self.word16(247));
        header.extend(self.word32(1));
        header.resize(48, 0);
        header.extend(self.word32(0));
        for half in [64, 0, 0, 64, COUNT, NAMES] {
            header.extend(self.word16(half));
        }
        header
    }

    fn program(&self, placeholders: usize) -> Vec<u8> {
        let [a, b, c, d] = self.word32(PLACEHOLDER);
        let mut code = [CALL, 0, 0, 0, a, b, c, d].repeat(placeholders);
        code.extend(EXIT);
        code
    }

    /// The records, and the relocations of their addresses.
    fn records(&self, records: &[Record], table: u64) -> (Vec<u8>, Vec<u8>) {
        let (mut bytes, mut relocations) = (Vec::new(), Vec::new());
        for (i, record) in records.iter().enumerate() {
            relocations.extend(self.word64(bytes.len() as u64));
            // R_BPF_64_ABS64, the program's symbol
            relocations.extend(self.word64(1 << 32 | 2));
            let mut indexes = 0_u32;
            let mut steps = [0; RECORD_STEPS];
            for (at, step) in record.steps.iter().enumerate() {
                steps[at] = match step {
                    Step::Member(name) => hash(name),
                    Step::Index(index) => {
                        indexes |= 1 << at;
                        *index
                    }
                };
            }
            bytes.extend(self.word64(8 * i as u64));
            bytes.extend(self.word32(FORMAT));
            bytes.extend(self.word32(record.steps.len() as u32));
            bytes.extend(self.word64(table));
            bytes.extend(self.word64(hash(&record.root)));
            bytes.extend(self.word32(indexes));
            for step in steps {
                bytes.extend(self.word64(step));
            }
            bytes.extend(record.operation.bytes().chain([0]));
        }
        (bytes, relocations)
    }

    /// The empty one, those of the program's and the table's section, and the program.
    fn symbols(&self, placeholders: usize) -> Vec<u8> {
        let names = names();
        let size = 8 * (placeholders as u64 + 1);
        let mut symbols = vec![0; 24];
        for (name, info, section, size) in [
            (0, 3, PROGRAM, 0),
            (0, 3, TYPES, 0),
            (name_offset(&names, "sweep"), 0x12, PROGRAM, size),
        ] {
            symbols.extend(self.word32(name));
            symbols.extend([info, 0]);
            symbols.extend(self.word16(section));
            symbols.extend(self.word64(0));
            symbols.extend(self.word64(size));
        }
        symbols
    }
}
