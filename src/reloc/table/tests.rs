use super::{Error, Key, Place, Table, Type, hash, ids};

/// The first line of a table, whatever it has.
const HEADER: &str = "btfgen 3 0123456789abcdef\n";

const TEXT: &str = "\
struct:task_struct 9664
 __state 24 u32
 se 192 struct:sched_entity
 sched_reset_on_fork 1244.0:1 u32
 last 1244.7:30 enum:x:i32
 real_parent 2480 p64>struct:task_struct
 struct:tagged {
 union {
 struct {
 first 2488 u64ll
 }
 second 2488 i64l
 }
 union {
 third 2496 p64
 }
 }
 ops 2504 [2]p64>(p64>p64>u8c,[4]enum:x:i32,struct:arg,void)p64>()void
 odd 2520 p64>[3]?
 nameless 2528 p64>union
 comm 3000 [16]u8c
 grid 3016 [2][0]anon:struct:task_struct.rcu.head
 policy 3020 enum::u32
 wide 3024 enum64:w:i64
 f 3032 f128
 b 3048 bool
typedef:atomic_t 4 struct
 counter 0 i32
 ?
 other 8 i64
anon:struct:task_struct.rcu.head 8 union
union:empty 0
enum:pid_type enum u32
 PIDTYPE_PID 0
 PIDTYPE_TGID 4294967295
enum:w enum64 i64
 LEAST -9223372036854775808
typedef:state_t enum u8
 RUNNING 1
typedef:pid_t i32
typedef:handler_t p64>(i32,p64>struct:task_struct)void
typedef:function_t ()void
function:acquire (i32,p64>struct:task_struct)p64>struct:task_struct
variable:runqueues struct:rq
int:bool u _Bool
int:i64l i long int
int:u8c i char
";

#[test]
fn what_is_printed_is_parsed_again() {
    let text = with_id(TEXT);
    let table = Table::parse(text.as_bytes()).unwrap();
    assert_eq!(table.to_string(), text);
    let task = &table.blocks[0];
    assert_eq!(task.key, Key::Struct("task_struct".to_owned()));
    assert_eq!(
        task.members[3].place,
        Place::Bits {
            bit: 9959,
            width: 30
        }
    );
    let Type::Array { len: 2, element } = &task.members[12].ty else {
        panic!()
    };
    assert!(matches!(**element, Type::Array { len: 0, .. }));
    let nesting = task.nesting.iter().map(|it| it.members.clone());
    assert_eq!(nesting.collect::<Vec<_>>(), [5..8, 5..7, 5..6, 7..8]);
    let atomic = &table.blocks[1];
    assert_eq!((atomic.own_members().len(), atomic.members.len()), (1, 2));
}

#[test]
fn a_table_ends_where_the_next_one_starts() {
    let one = &with_id("union:a 4\n");
    for rest in [
        "",
        "btfgen 3 0000000000000000\nunion:b 8\n",
        "btfgen 3\nanything",
        "\0\0\0",
        "\0btfgen 1",
    ] {
        let table = Table::parse(format!("{one}{rest}").as_bytes()).unwrap();
        assert_eq!(&table.to_string(), one);
    }
}

#[test]
fn errors_say_where() {
    let bad =
        |rest: &str| Table::parse(format!("{HEADER}struct:a 8\n{rest}\n").as_bytes()).unwrap_err();
    let error = bad(" x 0 u32\n y 0 u33");
    assert_eq!(
        error,
        Error {
            offset: 46,
            line: 4,
            reason: "`u33` is not a type".to_owned()
        }
    );
    for (line, reason) in [
        (" x 0", "is not ` <name> <place> <type>`"),
        (" x 0 u32 ", "is not ` <name> <place> <type>`"),
        ("  x 0 u32", "is not ` <name> <place> <type>`"),
        (" x -1 u32", "`-1` is not a number that fits"),
        (" x +1 u32", "`+1` is not a number that fits"),
        (" x 4294967296 u32", "is not a number that fits"),
        (" x 0.8:1 u32", "is not `<byte>.<bit>:<width>`"),
        (" x 536870912.0:1 u32", "is not `<byte>.<bit>:<width>`"),
        (" x 0 [3u8", "has no `]`"),
        (" x 0 enum:e:f32", "is not the name and size of an enum"),
        (" 9x 0 u8", "is not a C identifier"),
        (" x 0 struct:", "is not a C identifier"),
        (" x 0 anon:struct:a", "names no member"),
        (" x 0 anon:anon:struct:a.b.c", "is not the key"),
        ("struct:b 8 struct", "stands exactly after"),
        ("anon:struct:a.b 8", "stands exactly after"),
        ("typedef:b 8", "`8` is not a type"),
        ("typedef:b i32\nstruct:c 8", "a line after the typedefs"),
        (
            "function:f ()void\nstruct:c 8",
            "a line after the functions",
        ),
        ("function:f i32", "a function without a prototype"),
        ("function:f", "a function without a prototype"),
        ("function:9 ()void", "is not a C identifier"),
        (
            "variable:v u8\nfunction:f ()void",
            "a line after the variables",
        ),
        ("variable:v", "a variable without a type"),
        (
            "typedef:b enum f32",
            "is not `<key> <enum|enum64> <integer>`",
        ),
        (" x 0 u32>u8", "`>u8` after a type"),
        (" x 0 u32y", "is not a type"),
        (" x 0 void", "is not a type"),
        (" x 0 struct", "is not a type"),
        (" x 0 p64>(u8", "has no `)`"),
        (" x 0 p64>(u8]u8", "is not a type"),
        (" }", "there is no ` {` before it"),
        (" struct {\n }", "there is no member before it"),
        (" struct {\n x 0 u8", "a ` }` is missing"),
        (" struct {\nunion:b 8", "a ` }` is missing"),
        (" enum {", "does not open a struct or union"),
        (" typedef:a {", "does not open a struct or union"),
        ("int:u32 u", "is not `int:<type> <i|u> <name>`"),
        ("int:p64 u pointer", "is not `int:<type> <i|u> <name>`"),
        ("int:u32 u unsigned  int", "is not a C identifier"),
        ("int:u32 u a\nstruct:b 8", "a line after the integers"),
        ("\u{e9}", "not printable ASCII"),
    ] {
        let error = bad(line);
        assert!(error.reason.contains(reason), "{line:?}: {error}");
    }
}

fn with_id(text: &str) -> String {
    format!("btfgen 3 {:016x}\n{text}", hash(text))
}

#[test]
fn the_tables_of_a_section_have_ids() {
    let [a, b] = ["union:a 4\n", "union:b 8\n"];
    let (first, second) = (with_id(a), with_id(b));
    let at = first.len();
    for (text, expected) in [
        (String::new(), vec![]),
        ("\0\0".to_string(), vec![]),
        (first.clone(), vec![(0, hash(a))]),
        (
            format!("{first}{second}"),
            vec![(0, hash(a)), (at, hash(b))],
        ),
        (
            format!("\0{first}\0\0{second}\0"),
            vec![(1, hash(a)), (at + 3, hash(b))],
        ),
    ] {
        assert_eq!(ids(text.as_bytes()), Ok(expected), "{text:?}");
    }
    let error = ids(format!("{first}btfgen 4 x\n").as_bytes()).unwrap_err();
    assert_eq!((error.offset, error.line), (at, 1));
    assert!(
        error
            .reason
            .starts_with("the table has format 4, and this btfgen links format 3")
    );
}

#[test]
fn the_header_is_required() {
    let reason = |text: &str| Table::parse(text.as_bytes()).unwrap_err().reason;
    assert!(reason("").contains("no table of types"));
    assert!(reason("struct:a 8\n").contains("no table of types"));
    assert!(reason("btfgen 1").contains("the line has no end"));
    assert!(reason("btfgen 1\n").contains("has format 1, and this btfgen links format 3"));
    assert!(reason("btfgen 3\n").contains("its id is not there"));
    assert!(reason(&format!("{HEADER} x 0 u8\n")).contains("without a block"));
}

#[test]
fn nesting_is_bounded() {
    for (member, reason) in [
        ("[1]".repeat(100_000), "dimensions"),
        ("p64>".repeat(100_000), "dimensions"),
        (format!("p64>{}", "(".repeat(100_000)), "dimensions"),
    ] {
        let text = format!("{HEADER}struct:a 8\n x 0 {member}u8\n");
        let error = Table::parse(text.as_bytes()).unwrap_err();
        assert!(error.reason.contains(reason), "{error}");
    }
    let text = format!("{HEADER}struct:a 8\n{}", " union {\n".repeat(100_000));
    let error = Table::parse(text.as_bytes()).unwrap_err();
    assert!(error.reason.contains("64 deep"), "{error}");
}
