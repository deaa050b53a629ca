use super::{Error, Key, Place, Table, Type};

const TEXT: &str = "\
btfgen 1
struct:task_struct 9664
 __state 24 u32
 se 192 struct:sched_entity
 sched_reset_on_fork 1244.0:1 u32
 last 1244.7:30 enum:x:i32
 real_parent 2480 p64
 comm 3000 [16]u8
 grid 3016 [2][0]anon:struct:task_struct.rcu.head
 policy 3020 enum::u32
 wide 3024 enum64:w:i64
 f 3032 f128
 b 3048 bool
typedef:atomic_t 4 struct
 counter 0 i32
anon:struct:task_struct.rcu.head 8 union
union:empty 0
enum:pid_type enum u32
 PIDTYPE_PID 0
 PIDTYPE_TGID 4294967295
enum:w enum64 i64
 LEAST -9223372036854775808
";

#[test]
fn what_is_printed_is_parsed_again() {
    let table = Table::parse(TEXT.as_bytes()).unwrap();
    assert_eq!(table.to_string(), TEXT);
    let task = &table.blocks[0];
    assert_eq!(task.key, Key::Struct("task_struct".to_owned()));
    assert_eq!(
        task.members[3].place,
        Place::Bits {
            bit: 9959,
            width: 30
        }
    );
    let Type::Array { len: 2, element } = &task.members[6].ty else {
        panic!()
    };
    assert!(matches!(**element, Type::Array { len: 0, .. }));
}

#[test]
fn a_table_ends_where_the_next_one_starts() {
    let one = "btfgen 1\nunion:a 4\n";
    for rest in [
        "",
        "btfgen 1\nunion:b 8\n",
        "btfgen 2\nanything",
        "\0\0\0",
        "\0btfgen 1",
    ] {
        let table = Table::parse(format!("{one}{rest}").as_bytes()).unwrap();
        assert_eq!(table.to_string(), one);
    }
}

#[test]
fn errors_say_where() {
    let bad = |rest: &str| {
        Table::parse(format!("btfgen 1\nstruct:a 8\n{rest}\n").as_bytes()).unwrap_err()
    };
    let error = bad(" x 0 u32\n y 0 u33");
    assert_eq!(
        error,
        Error {
            offset: 29,
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
        ("typedef:b 8", "stands exactly after"),
        ("\u{e9}", "not printable ASCII"),
    ] {
        let error = bad(line);
        assert!(error.reason.contains(reason), "{line:?}: {error}");
    }
}

#[test]
fn the_header_is_required() {
    let reason = |text: &str| Table::parse(text.as_bytes()).unwrap_err().reason;
    assert!(reason("").contains("no table of types"));
    assert!(reason("struct:a 8\n").contains("no table of types"));
    assert!(reason("btfgen 1").contains("the line has no end"));
    assert!(reason("btfgen 2\n").contains("newer btfgen"));
    assert!(reason("btfgen 1\n x 0 u8\n").contains("without a block"));
}

#[test]
fn nesting_is_bounded() {
    let text = format!("btfgen 1\nstruct:a 8\n x 0 {}u8\n", "[1]".repeat(100_000));
    assert!(
        Table::parse(text.as_bytes())
            .unwrap_err()
            .reason
            .contains("dimensions")
    );
}
