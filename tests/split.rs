//! Modules and newer BTF, made by hand: what is read, what is refused, and in which words.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// BTF, complete or split.
#[derive(Clone)]
struct Btf {
    big_endian: bool,
    /// Length of the base's strings.
    base: usize,
    types: Vec<u32>,
    strings: Vec<u8>,
    /// What the header has beyond its 24 bytes.
    more: Vec<u32>,
    layouts: Vec<u8>,
}

const INT: u32 = 1;
const PTR: u32 = 2;
const STRUCT: u32 = 4;
const ENUM: u32 = 6;
const FWD: u32 = 7;
const TYPEDEF: u32 = 8;
const FUNC: u32 = 12;
const FUNC_PROTO: u32 = 13;
const VAR: u32 = 14;
const DATASEC: u32 = 15;
const DECL_TAG: u32 = 17;

impl Btf {
    fn complete() -> Btf {
        Btf {
            big_endian: false,
            base: 0,
            types: Vec::new(),
            strings: vec![0],
            more: Vec::new(),
            layouts: Vec::new(),
        }
    }

    /// Continues `base`.
    fn split(base: &Btf) -> Btf {
        Btf {
            base: base.strings.len(),
            strings: Vec::new(),
            ..Btf::complete()
        }
    }

    fn name(&mut self, name: &str) -> u32 {
        if name.is_empty() {
            return 0;
        }
        let at = self.base + self.strings.len();
        self.strings.extend(name.as_bytes());
        self.strings.push(0);
        at as u32
    }

    fn ty(mut self, name: &str, kind: u32, count: u32, size_or_type: u32, rest: &[u32]) -> Btf {
        let name = self.name(name);
        self.types.extend([name, kind << 24 | count, size_or_type]);
        self.types.extend(rest);
        self
    }

    fn int(self) -> Btf {
        self.ty("int", INT, 0, 4, &[0x0100_0020])
    }

    /// Members by name, type and byte.
    fn strct(mut self, name: &str, bytes: u32, members: &[(&str, u32, u32)]) -> Btf {
        let mut rest = Vec::new();
        for (name, ty, byte) in members {
            rest.extend([self.name(name), *ty, 8 * byte]);
        }
        self.ty(name, STRUCT, members.len() as u32, bytes, &rest)
    }

    fn bytes(&self) -> Vec<u8> {
        let word = |word: u32| match self.big_endian {
            true => word.to_be_bytes(),
            false => word.to_le_bytes(),
        };
        let types: Vec<u8> = self.types.iter().flat_map(|it| word(*it)).collect();
        let (len, strings) = (types.len() as u32, self.strings.len() as u32);
        let magic = match self.big_endian {
            true => [0xeb, 0x9f, 1, 0],
            false => [0x9f, 0xeb, 1, 0],
        };
        let mut more = self.more.clone();
        if !self.layouts.is_empty() {
            more = vec![len + strings, self.layouts.len() as u32];
        }
        let header = [24 + 4 * more.len() as u32, 0, len, len, strings];
        let header = header.iter().chain(&more).flat_map(|it| word(*it));
        let bytes = magic.into_iter().chain(header).chain(types);
        bytes
            .chain(self.strings.clone())
            .chain(self.layouts.clone())
            .collect()
    }
}

/// 1 `int`, 2 `pair`, 3 a declaration of `private`, 4 a pointer to that, 5 `holder` with the pointer.
fn kernel() -> Btf {
    Btf::complete()
        .int()
        .strct("pair", 8, &[("a", 1, 0), ("b", 1, 4)])
        .ty("private", FWD, 0, 0, &[])
        .ty("", PTR, 0, 3, &[])
        .strct("holder", 8, &[("inside", 4, 0)])
}

/// 6 `private`, with a `pair`, an `int` and a pointer (7) to itself.
fn module(kernel: &Btf) -> Btf {
    Btf::split(kernel)
        .strct(
            "private",
            24,
            &[("both", 2, 0), ("number", 1, 8), ("next", 7, 16)],
        )
        .ty("", PTR, 0, 6, &[])
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder can be made")
}

fn write(folder: &Path, name: &str, bytes: &[u8]) {
    let path = folder.join(name);
    let parent = path.parent().expect("it is in the folder");
    fs::create_dir_all(parent).expect("a folder can be made");
    fs::write(path, bytes).expect("a temporary file can be written");
}

fn btfgen(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_btfgen"));
    command.current_dir(folder).args(arguments);
    command.output().expect("btfgen runs")
}

/// Its output, and nothing on stderr.
#[track_caller]
fn succeeds(folder: &Path, arguments: &[&str]) -> String {
    let output = btfgen(folder, arguments);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    String::from_utf8(output.stdout).expect("it is text")
}

#[track_caller]
fn fails(folder: &Path, arguments: &[&str], expected: &str) {
    let output = btfgen(folder, arguments);
    assert_eq!(String::from_utf8_lossy(&output.stderr), expected);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(output.stdout, b"");
}

const HINT: &str = "hint: a module's BTF fits the kernel that the module was built for, and no other: is that vmlinux.btf?\n";

#[track_caller]
fn accepted(module: &Btf) {
    let folder = folder();
    write(folder.path(), "vmlinux.btf", &kernel().bytes());
    write(folder.path(), "m.btf", &module.bytes());
    succeeds(folder.path(), &["--btf", "vmlinux.btf", "--module", "m"]);
}

/// A module is refused with this reason.
#[track_caller]
fn refused(module: &Btf, reason: &str) {
    let folder = folder();
    write(folder.path(), "vmlinux.btf", &kernel().bytes());
    write(folder.path(), "m.btf", &module.bytes());
    let expected = format!("error: m.btf: {reason}\n{HINT}");
    fails(
        folder.path(),
        &["--btf", "vmlinux.btf", "--module", "m"],
        &expected.replace("m.btf", "./m.btf"),
    );
}

#[test]
fn types_of_kernel_and_module_refer_to_each_other() {
    let folder = folder();
    write(folder.path(), "vmlinux.btf", &kernel().bytes());
    write(folder.path(), "my_module.btf", &module(&kernel()).bytes());
    for name in ["my_module", "my-module", "my_module.btf"] {
        let text = succeeds(
            folder.path(),
            &[
                "--btf",
                "vmlinux.btf",
                "--module",
                name,
                "--allow",
                "holder",
                "--allow",
                "private",
            ],
        );
        assert!(text.contains("\n//     --module my_module ("), "{text}");
        assert!(text.contains("pub fn inside(&self) -> btfgen::Field<*mut super::private, R, P,"));
        assert!(
            text.contains(
                "\nstruct:private 24\n both 0 struct:pair\n number 8 i32\n next 16 p64>struct:private\n"
            ),
            "{text}"
        );
        assert!(text.contains("\nstruct:pair 8\n a 0 i32\n b 4 i32\n"));
    }
}

#[test]
fn several_modules_are_numbered_each_for_itself() {
    let folder = folder();
    write(folder.path(), "vmlinux.btf", &kernel().bytes());
    let first = module(&kernel());
    let second = Btf::split(&kernel()).ty("", PTR, 0, 7, &[]).strct(
        "other",
        16,
        &[("self", 6, 0), ("pair", 2, 8)],
    );
    write(folder.path(), "first.btf", &first.bytes());
    write(folder.path(), "second.btf", &second.bytes());
    for modules in [["first", "second"], ["second", "first"]] {
        let text = succeeds(
            folder.path(),
            &[
                "--btf",
                "vmlinux.btf",
                "--module",
                modules[0],
                "--module",
                modules[1],
            ],
        );
        assert!(
            text.contains("pub fn next(&self) -> btfgen::Field<*mut super::private, R, P,"),
            "{text}"
        );
        assert!(
            text.contains("pub fn self_(&self) -> btfgen::Field<*mut super::other, R, P,"),
            "{text}"
        );
        assert!(
            text.contains("\nstruct:other 16\n self 0 p64>struct:other\n pair 8 struct:pair\n")
        );
    }
}

#[test]
fn a_type_that_modules_repeat_is_there_once() {
    let folder = folder();
    let folder = folder.path();
    write(folder, "vmlinux.btf", &kernel().bytes());
    let copy = |members: &[(&str, u32, u32)]| {
        Btf::split(&kernel())
            .strct("pair", 8, members)
            .strct("user", 8, &[("pair", 6, 0)])
            .bytes()
    };
    write(folder, "same.btf", &copy(&[("a", 1, 0), ("b", 1, 4)]));
    write(folder, "other.btf", &copy(&[("x", 1, 0), ("y", 1, 4)]));
    let arguments = ["--btf", "vmlinux.btf", "--allow", "user", "--module"];
    let table = "\nstruct:pair 8\n a 0 i32\n b 4 i32\n";
    let text = succeeds(folder, &[&arguments[..], &["same"]].concat());
    assert!(text.contains(table), "{text}");

    // Loaders look into the kernel first.
    let output = btfgen(folder, &[&arguments[..], &["other"]].concat());
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(text.contains(table), "{text}");
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "warning: there are several definitions of struct pair that differ, of the kernel and of module other; \
         the kernel's is used, as loaders do (BTF type id 2)\n"
    );

    let private = |name| {
        Btf::split(&kernel())
            .strct("private", 4, &[(name, 1, 0)])
            .bytes()
    };
    write(folder, "a.btf", &private("x"));
    write(folder, "b.btf", &private("y"));
    let arguments = [
        "--btf",
        "vmlinux.btf",
        "--module",
        "a",
        "--module",
        "b",
        "--allow",
        "private",
    ];
    assert_eq!(
        String::from_utf8_lossy(&btfgen(folder, &arguments).stderr),
        "warning: there are several definitions of struct private that differ, of modules a, b; the bindings \
         have the fields of all, and the size of the one with most members (BTF type id 6 of a)\n"
    );
}

#[test]
fn a_type_of_a_module_is_missing_without_it() {
    let folder = folder();
    let folder = folder.path();
    write(folder, "vmlinux.btf", &kernel().bytes());
    let module = module(&kernel()).ty("private_id", TYPEDEF, 0, 1, &[]);
    write(folder, "private.btf", &module.bytes());
    write(folder, "private_debug.btf", &module.bytes());
    write(folder, "no.btf", b"\x9f\xeb\x01\0 and nothing else");
    fails(
        folder,
        &[
            "--btf",
            "vmlinux.btf",
            "--allow",
            "private_id",
            "--allow",
            "private",
            "--allow",
            "nothing",
        ],
        "error: --allow 'nothing': no type of this name\n\
         error: --allow 'private_id': no type of this name; found in modules private, private_debug: add --module private\n\
         error: --allow 'private': struct private is declared here, but not defined; found in modules private, \
         private_debug: add --module private\n",
    );
}

#[test]
fn modules_are_found_in_the_trees_of_packages() {
    let folder = folder();
    let folder = folder.path();
    let module = module(&kernel()).bytes();
    write(folder, "boot/vmlinux-6.1.0-test", &kernel().bytes());
    write(
        folder,
        "lib/modules/6.1.0-test/kernel/net/my-module.ko",
        &module,
    );
    write(
        folder,
        "lib/modules/6.1.0-test/modules.builtin",
        b"kernel/fs/ext4/ext4.ko\n",
    );
    write(
        folder,
        "lib/modules/6.2.0-other/kernel/net/other.ko",
        &module,
    );
    let arguments = ["--btf", "boot/vmlinux-6.1.0-test", "--module"];
    let text = succeeds(
        folder,
        &[&arguments[..], &["my_module", "--allow", "private"]].concat(),
    );
    assert!(text.contains("\nstruct:private 24\n"), "{text}");
    let update = Btf::split(&kernel()).strct("private", 4, &[("newer", 1, 0)]);
    let path = "lib/modules/6.1.0-test/updates/dkms/my_module.ko";
    write(folder, path, &update.bytes());
    let text = succeeds(
        folder,
        &[&arguments[..], &["my_module", "--allow", "private"]].concat(),
    );
    assert!(
        text.contains("\nstruct:private 4\n newer 0 i32\n"),
        "{text}"
    );
    fails(
        folder,
        &[&arguments[..], &["ext4"]].concat(),
        "error: ext4 is built into this kernel, whose own BTF has its types\nhint: leave --module ext4 out\n",
    );
    fails(
        folder,
        &[&arguments[..], &["other"]].concat(),
        "error: there is no module other: looked for other, other.btf, other.ko, other.ko.gz, other.ko.xz, other.ko.zst, \
         in boot, lib/modules/6.1.0-test, /lib/modules/6.1.0-test (which is not there)\n\
         hint: load the module, or name its file: --module path/to/other.ko\n",
    );
}

#[test]
fn the_parts_change_places() {
    let folder = folder();
    let folder = folder.path();
    write(folder, "vmlinux.btf", &kernel().bytes());
    write(folder, "m.btf", &module(&kernel()).bytes());
    fails(
        folder,
        &["--btf", "m.btf"],
        "error: m.btf: this is the BTF of a module, which refers to the types of its kernel\n\
         hint: name the kernel with --btf, and this file with --module\n",
    );
    fails(
        folder,
        &["--btf", "vmlinux.btf", "--module", "./vmlinux.btf"],
        "error: ./vmlinux.btf: this is not the BTF of a module: it does not refer to the types of a kernel\n\
         hint: name the file of a kernel with --btf\n",
    );
}

#[test]
fn a_module_of_another_kernel() {
    // Its names begin elsewhere.
    let longer = kernel().ty("unsigned int", INT, 0, 4, &[0x0000_0020]);
    refused(
        &module(&longer),
        "BTF type id 6, at byte 24 of the BTF: its name is at 49 of the string sections, inside of another name",
    );
    let mut shorter = kernel();
    shorter.strings.truncate(shorter.strings.len() - 2);
    refused(
        &module(&shorter),
        "BTF type id 6, at byte 24 of the BTF: its name is at 34 of the string sections, inside of another name",
    );
    // Its types begin elsewhere.
    refused(
        &Btf::split(&kernel()).ty("", PTR, 0, 8, &[]),
        "BTF type id 6: it refers to type id 8, the last is 6",
    );
    let function = Btf::split(&kernel()).ty("", FUNC_PROTO, 0, 0, &[]);
    refused(
        &function.clone().ty("f", FUNC, 0, 5, &[]),
        "BTF type id 7: it is a function, and its type id 5 is not a prototype",
    );
    refused(
        &function.ty("f", FUNC, 0, 6, &[]).ty("", PTR, 0, 7, &[]),
        "BTF type id 8: it refers to type id 7, which is not the type of a C object",
    );
}

#[test]
fn functions_variables_and_tags_are_checked() {
    let all_of_it = u32::MAX;
    // 6 a prototype with one parameter, 7 a function.
    let module = Btf::split(&kernel())
        .ty("", FUNC_PROTO, 1, 1, &[0, 1])
        .ty("f", FUNC, 1, 6, &[]);
    let section = |id| [id, 0, 4];
    for (kind, count, to, rest, reason) in [
        (
            FUNC,
            3,
            6,
            &[][..],
            "its linkage 3 is not known to this btfgen",
        ),
        (VAR, 0, 1, &[3], "its linkage 3 is not known to this btfgen"),
        (
            VAR,
            0,
            7,
            &[1],
            "it refers to type id 7, which is not the type of a C object",
        ),
        (DATASEC, 1, 4, &section(7), ""),
        (
            DATASEC,
            1,
            4,
            &section(1),
            "it is a section, and its type id 1 is not a variable",
        ),
        (
            DATASEC,
            1,
            4,
            &section(99),
            "it refers to type id 99, the last is 8",
        ),
        (DECL_TAG, 0, 7, &[all_of_it], ""),
        (DECL_TAG, 0, 7, &[0], ""),
        (DECL_TAG, 0, 2, &[1], ""),
        (
            DECL_TAG,
            0,
            1,
            &[all_of_it],
            "it is a tag, and its type id 1 is not a declaration",
        ),
        (
            DECL_TAG,
            0,
            7,
            &[1],
            "it is a tag of member or parameter 1 of type id 7, which has 1",
        ),
        (
            DECL_TAG,
            0,
            2,
            &[2],
            "it is a tag of member or parameter 2 of type id 2, which has 2",
        ),
    ] {
        let module = module.clone().ty("x", kind, count, to, rest);
        // What the record itself shows is found before its neighbours are looked at, and the message says where it is.
        let at = match reason.contains("linkage") {
            true => ", at byte 56 of the BTF",
            false => "",
        };
        match reason {
            "" => accepted(&module),
            reason => refused(&module, &format!("BTF type id 8{at}: {reason}")),
        }
    }
    for module in [
        module.clone().ty("", FUNC, 0, 6, &[]),
        module.ty("", VAR, 0, 1, &[0]),
    ] {
        let reason = "BTF type id 8, at byte 56 of the BTF: a function or variable without a name";
        refused(&module, reason);
    }
}

#[test]
fn names_are_checked_before_anyone_asks_for_them() {
    let folder = folder();
    let folder = folder.path();
    // Each with a name that is at `name`, in a type that nothing asks for.
    let uses: [fn(Btf, u32) -> Btf; 5] = [
        |btf, name| btf.ty("s", STRUCT, 1, 4, &[name, 1, 0]),
        |btf, name| btf.ty("", FUNC_PROTO, 1, 1, &[name, 1]),
        |btf, name| btf.ty("e", ENUM, 1, 4, &[name, 1]),
        |mut btf, name| {
            btf.types.extend([name, TYPEDEF << 24, 1]);
            btf
        },
        |btf, name| {
            let mut btf = btf.ty("", FUNC_PROTO, 0, 1, &[]);
            btf.types.extend([name, FUNC << 24, 6]);
            btf
        },
    ];
    let texts = [
        (&b"\xff"[..], "of the string section is not UTF-8"),
        (
            &[b'n'; 2049],
            "of the string section does not end within 2048 bytes",
        ),
        (&[b'n'; 2048], ""),
        ("é".as_bytes(), ""),
    ];
    let arguments = ["--btf", "vmlinux.btf", "--allow", "pair"];
    let fits = |btf: Btf| {
        write(folder, "vmlinux.btf", &btf.bytes());
        succeeds(folder, &arguments);
    };
    for add in uses {
        for (text, reason) in texts {
            let mut btf = kernel();
            let at = btf.strings.len() as u32;
            btf.strings.extend(text);
            btf.strings.push(0);
            // Where nothing uses it, anything may stand.
            fits(btf.clone());
            let btf = add(btf, at);
            if reason.is_empty() {
                fits(btf);
                continue;
            }
            write(folder, "vmlinux.btf", &btf.bytes());
            let output = btfgen(folder, &arguments);
            let stderr = String::from_utf8_lossy(&output.stderr);
            let reason = format!(": its name at {at} {reason}\n");
            assert!(stderr.ends_with(&reason), "{stderr}");
        }
        let btf = add(kernel(), 999);
        write(folder, "vmlinux.btf", &btf.bytes());
        let output = btfgen(folder, &arguments);
        let stderr = String::from_utf8_lossy(&output.stderr);
        let reason = ": its name is at 999, beyond the string section\n";
        assert!(stderr.ends_with(reason), "{stderr}");
    }
}

#[test]
fn functions_and_variables_have_names_of_their_own() {
    let folder = folder();
    let symbols = kernel()
        .ty("", FUNC_PROTO, 0, 1, &[])
        .ty("pair", FUNC, 1, 6, &[])
        .ty("pair", VAR, 0, 1, &[1])
        .ty("alone", FUNC, 1, 6, &[]);
    write(folder.path(), "vmlinux.btf", &kernel().bytes());
    write(folder.path(), "symbols.btf", &symbols.bytes());
    let body = |file: &str| {
        let text = succeeds(folder.path(), &["--btf", file]);
        let (_, body) = text.split_once("\n\n").expect("there is a header");
        body.to_string()
    };
    assert_eq!(body("symbols.btf"), body("vmlinux.btf"));
    fails(
        folder.path(),
        &["--btf", "symbols.btf", "--allow", "alone"],
        "error: --allow 'alone': no type of this name; there is a function: `fn:alone`\n",
    );
}

#[test]
fn parameters_have_their_names_where_btf_has_them() {
    let folder = folder();
    let mut btf = kernel();
    let [first, second] = [btf.name("first"), btf.name("second")];
    let btf = btf
        .ty("", FUNC_PROTO, 3, 1, &[first, 1, second, 4, 0, 0])
        .ty("", PTR, 0, 6, &[])
        .ty("", FUNC_PROTO, 1, 0, &[0, 7])
        .ty("", PTR, 0, 8, &[])
        .strct("calls", 16, &[("back", 7, 0), ("outer", 9, 8)]);
    write(folder.path(), "vmlinux.btf", &btf.bytes());
    let text = succeeds(folder.path(), &["show", "--btf", "vmlinux.btf", "calls"]);
    for line in [
        "int (*back)(int first, struct private *second, ...);",
        "void (*outer)(int (*)(int first, struct private *second, ...));",
    ] {
        assert!(text.contains(line), "{text}");
    }
}

#[test]
fn a_module_can_t_reach_into_the_next_one() {
    let folder = folder();
    let folder = folder.path();
    write(folder, "vmlinux.btf", &kernel().bytes());
    write(
        folder,
        "m.btf",
        &Btf::split(&kernel()).ty("", PTR, 0, 7, &[]).bytes(),
    );
    write(folder, "next.btf", &module(&kernel()).bytes());
    fails(
        folder,
        &["--btf", "vmlinux.btf", "--module", "m", "--module", "next"],
        &format!("error: ./m.btf: BTF type id 6: it refers to type id 7, the last is 6\n{HINT}"),
    );
    // An id that wraps around.
    write(
        folder,
        "m.btf",
        &Btf::split(&kernel()).ty("", PTR, 0, u32::MAX, &[]).bytes(),
    );
    let output = btfgen(
        folder,
        &["--btf", "vmlinux.btf", "--module", "next", "--module", "m"],
    );
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        stderr.contains("BTF type id 6: it refers to type id 4294967"),
        "{stderr}"
    );
}

#[test]
fn loops_in_a_module() {
    refused(
        &Btf::split(&kernel()).strct("deep", 8, &[("inside", 6, 0)]),
        "BTF type id 6: it is nested in itself by value, or more than 256 levels deep",
    );
    refused(
        &Btf::split(&kernel())
            .ty("a", TYPEDEF, 0, 7, &[])
            .ty("b", TYPEDEF, 0, 6, &[]),
        "BTF type id 6: its chain of typedefs, qualifiers, pointers and arrays has more than 256 links or comes back to itself",
    );
}

#[test]
fn a_module_of_the_other_byte_order() {
    let folder = folder();
    let folder = folder.path();
    let big = |btf: Btf| Btf {
        big_endian: true,
        ..btf
    };
    write(folder, "vmlinux.btf", &kernel().bytes());
    write(folder, "m.btf", &big(module(&kernel())).bytes());
    fails(
        folder,
        &["--btf", "vmlinux.btf", "--module", "m"],
        "error: ./m.btf: the BTF header is not valid: its byte order is not that of the kernel's BTF\n",
    );
    // Both: as little-endian.
    let after_header = |text: &str| {
        text.split_once("#![feature(")
            .map(|(_, rest)| rest.to_string())
    };
    write(folder, "big/vmlinux.btf", &big(kernel()).bytes());
    write(folder, "big/m.btf", &big(module(&kernel())).bytes());
    write(folder, "m.btf", &module(&kernel()).bytes());
    let big = succeeds(folder, &["--btf", "big/vmlinux.btf", "--module", "m"]);
    let little = succeeds(folder, &["--btf", "vmlinux.btf", "--module", "m"]);
    assert_eq!(after_header(&big), after_header(&little));
}

#[test]
fn a_module_cut_short_anywhere() {
    let folder = folder();
    let folder = folder.path();
    write(folder, "vmlinux.btf", &kernel().bytes());
    let bytes = module(&kernel()).bytes();
    for length in 4..bytes.len() {
        write(folder, "m.btf", &bytes[..length]);
        let output = btfgen(folder, &["--btf", "vmlinux.btf", "--module", "m"]);
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(
            stderr.contains("the BTF is truncated: its "),
            "{length}: {stderr}"
        );
        assert_eq!(output.status.code(), Some(1));
    }
}

/// An ELF file with these sections.
fn elf(sections: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut names = b"\0.shstrtab\0".to_vec();
    let mut all = vec![(0, 0, Vec::new())];
    for (name, bytes) in sections {
        all.push((names.len() as u32, 1, bytes.clone()));
        names.extend(name.as_bytes());
        names.push(0);
    }
    all.push((1, 3, names));
    let (mut data, mut headers) = (Vec::new(), Vec::new());
    for (name, kind, bytes) in &all {
        headers.extend([*name, *kind].iter().flat_map(|it: &u32| it.to_le_bytes()));
        let place = [0, 0, 64 + data.len() as u64, bytes.len() as u64, 0, 1, 0];
        headers.extend(place.iter().flat_map(|it: &u64| it.to_le_bytes()));
        data.extend(bytes);
    }
    let mut file = b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x01\0\x3e\0\x01\0\0\0".to_vec();
    file.extend(
        [0, 0, 64 + data.len() as u64]
            .iter()
            .flat_map(|it: &u64| it.to_le_bytes()),
    );
    file.extend([0; 4]);
    for half in [64, 0, 0, 64, all.len() as u16, all.len() as u16 - 1] {
        file.extend(half.to_le_bytes());
    }
    [file, data, headers].concat()
}

fn with_base(base: &Btf, module: &Btf) -> Vec<u8> {
    elf(&[(".BTF", module.bytes()), (".BTF.base", base.bytes())])
}

#[test]
fn a_distilled_base_stands_for_the_kernel_s_types() {
    let folder = folder();
    let folder = folder.path();
    write(
        folder,
        "vmlinux.btf",
        &kernel().ty("flags", ENUM, 1, 4, &[1, 5]).bytes(),
    );
    // 1 `pair`, 2 `flags`, 3 `holder`, 4 `int`: in another order, and without members.
    let base = Btf::complete()
        .ty("pair", STRUCT, 0, 8, &[])
        .ty("flags", ENUM, 0, 4, &[])
        .ty("holder", STRUCT, 0, 999, &[])
        .int();
    let module = Btf::split(&base)
        .strct(
            "private",
            32,
            &[
                ("both", 1, 0),
                ("flags", 2, 8),
                ("next", 6, 16),
                ("of", 7, 24),
            ],
        )
        .ty("", PTR, 0, 5, &[])
        .ty("", PTR, 0, 3, &[])
        .ty("count", TYPEDEF, 0, 4, &[]);
    write(folder, "m.ko", &with_base(&base, &module));
    let text = succeeds(folder, &["--btf", "vmlinux.btf", "--module", "m"]);
    let table = "\nstruct:private 32\n both 0 struct:pair\n flags 8 enum:flags:u32\n next 16 p64>struct:private\n of 24 p64>struct:holder\n";
    assert!(
        text.contains(table),
        "{}",
        text.split("const TABLE").nth(1).unwrap_or_default()
    );
    assert!(
        text.contains("pub fn next(&self) -> btfgen::Field<*mut super::private, R, P,"),
        "{text}"
    );
    assert!(
        text.contains("pub fn of(&self) -> btfgen::Field<*mut super::holder, R, P,"),
        "{text}"
    );
    assert!(
        text.contains("\nstruct:pair 8\n a 0 i32\n b 4 i32\n"),
        "{text}"
    );
    assert!(text.contains("pub type count = i32;"), "{text}");
}

/// `BTFGEN_FIXTURES=1` writes them.
#[test]
fn the_fuzz_target_starts_from_these() {
    let (kernel, base) = (kernel(), Btf::complete().int().strct("pair", 8, &[]));
    let of_base = Btf::split(&base).strct("own", 12, &[("both", 2, 0), ("number", 1, 8)]);
    let module = module(&kernel).bytes();
    let with_base = [of_base.bytes(), base.bytes()];
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds/split");
    for (name, parts) in [
        ("module", &[module.clone(), Vec::new()][..]),
        ("base", &with_base),
        ("both", &[&[module, Vec::new()], &with_base[..]].concat()),
    ] {
        let mut seed = Vec::new();
        for part in [&[kernel.bytes()], parts].concat() {
            seed.extend((part.len() as u32).to_le_bytes());
            seed.extend(part);
        }
        let path = folder.join(name);
        if std::env::var_os("BTFGEN_FIXTURES").is_some() {
            write(&folder, name, &seed);
        }
        assert!(
            fs::read(&path).is_ok_and(|known| known == seed),
            "{}",
            path.display()
        );
    }
}

#[test]
fn a_distilled_base_that_does_not_fit() {
    let folder = folder();
    let folder = folder.path();
    let twice = kernel().strct("pair", 8, &[("c", 1, 0)]);
    let by_value = |base: &Btf| Btf::split(base).strct("private", 16, &[("it", 1, 0)]);
    for (kernel, base, reason) in [
        (
            kernel(),
            Btf::complete().ty("unheard_of", STRUCT, 0, 8, &[]),
            "BTF type id 1 of .BTF.base: the kernel has no struct unheard_of of 8 bytes",
        ),
        (
            kernel(),
            Btf::complete().ty("pair", STRUCT, 0, 16, &[]),
            "BTF type id 1 of .BTF.base: the kernel has no struct pair of 16 bytes",
        ),
        (
            twice,
            Btf::complete().ty("pair", STRUCT, 0, 8, &[]),
            "BTF type id 1 of .BTF.base: struct pair of 8 bytes is BTF type id 2 or 6 of the kernel",
        ),
        (
            kernel(),
            Btf::complete().ty("pair", TYPEDEF, 0, 0, &[]),
            "BTF type id 1 of .BTF.base: it has no name, or is of a kind that a distilled base does not have",
        ),
        (
            kernel(),
            Btf::complete().ty("", STRUCT, 0, 8, &[]),
            "BTF type id 1 of .BTF.base: it has no name, or is of a kind that a distilled base does not have",
        ),
    ] {
        write(folder, "vmlinux.btf", &kernel.bytes());
        write(folder, "m.ko", &with_base(&base, &by_value(&base)));
        let expected = format!("error: ./m.ko: {reason}\n{HINT}");
        fails(
            folder,
            &["--btf", "vmlinux.btf", "--module", "m"],
            &expected,
        );
    }
}

#[test]
fn a_module_says_for_which_release_it_is() {
    let folder = folder();
    let folder = folder.path();
    let sections = |release: &str| {
        let modinfo = format!("license=GPL\0vermagic={release} SMP preempt\0");
        elf(&[
            (".BTF", module(&kernel()).bytes()),
            (".modinfo", modinfo.into_bytes()),
        ])
    };
    let Ok(running) = fs::read_to_string("/proc/sys/kernel/osrelease") else {
        panic!("this test needs Linux")
    };
    let running = running.trim();
    write(folder, "m.ko", &sections("1.2.3-none"));
    if Path::new("/sys/kernel/btf/vmlinux").exists() {
        fails(
            folder,
            &["--module", "./m.ko"],
            &format!(
                "error: ./m.ko is a module of Linux 1.2.3-none, and /sys/kernel/btf/vmlinux is Linux {running}\n\
                 hint: a module's BTF fits the kernel that the module was built for, and no other: is that \
                 /sys/kernel/btf/vmlinux?\n"
            ),
        );
    }
    // No text of a module's gets into the bindings.
    let modinfo = b"vermagic=6.1\nfn main() {} SMP\0".to_vec();
    write(
        folder,
        "evil.ko",
        &elf(&[(".BTF", kernel().bytes()), (".modinfo", modinfo)]),
    );
    let text = succeeds(folder, &["--btf", "evil.ko"]);
    assert!(text.contains("\n// Kernel: Linux 6.1, "), "{text}");
    assert!(!text.contains("fn main"), "{text}");
    // A kernel that does not say its release.
    write(folder, "vmlinux.btf", &kernel().bytes());
    succeeds(folder, &["--btf", "vmlinux.btf", "--module", "m"]);
}

/// What `btf_layout` says of the kinds up to 19.
fn layouts() -> Vec<u8> {
    let sizes = [
        (0, 0),
        (4, 0),
        (0, 0),
        (12, 0),
        (0, 12),
        (0, 12),
        (0, 8),
        (0, 0),
        (0, 0),
        (0, 0),
        (0, 0),
        (0, 0),
        (0, 0),
        (0, 8),
        (4, 0),
        (0, 12),
        (0, 0),
        (4, 0),
        (0, 0),
        (0, 12),
    ];
    sizes
        .iter()
        .flat_map(|(fixed, element)| [*fixed, *element, 0, 0])
        .collect()
}

#[test]
fn a_layout_section_says_how_long_unknown_kinds_are() {
    let folder = folder();
    let folder = folder.path();
    let laid_out = |btf: Btf, unknown: &[u8]| Btf {
        layouts: [layouts(), unknown.to_vec()].concat(),
        ..btf
    };
    // Of kind 20, with four bytes and eight for each of two.
    let unknown = kernel().ty("future", 20, 2, 0, &[1, 2, 3, 4, 5]);
    let btf = laid_out(
        unknown.clone().strct("last", 4, &[("x", 1, 0)]),
        &[4, 8, 0, 0],
    );
    write(folder, "vmlinux.btf", &btf.bytes());
    let text = succeeds(folder, &["--btf", "vmlinux.btf"]);
    assert!(text.contains("\nstruct:last 4\n x 0 i32\n"), "{text}");

    let member = unknown.clone().strct("last", 4, &[("x", 6, 0)]);
    let differs = laid_out(kernel(), &[]);
    let differs = Btf {
        layouts: differs
            .layouts
            .iter()
            .enumerate()
            .map(|(i, byte)| byte + u8::from(i == 4) * 4)
            .collect(),
        ..differs
    };
    for (btf, reason) in [
        (
            unknown,
            "BTF type id 6, at byte 124 of the BTF: its kind 20 is not known to this btfgen, nor does the BTF say how long it is",
        ),
        (
            laid_out(kernel().ty("future", 21, 0, 0, &[]), &[4, 8, 0, 0]),
            "BTF type id 6, at byte 132 of the BTF: its kind 21 is not known to this btfgen, nor does the BTF say how long it is",
        ),
        (
            laid_out(member, &[4, 8, 0, 0]),
            "BTF type id 7: its member \"x\" is of kind 20, which is not known to this btfgen",
        ),
        (
            differs,
            "BTF type id 1, at byte 32 of the BTF: this BTF has another layout of INT than this btfgen knows",
        ),
        (
            Btf {
                more: vec![0, 0, 1],
                ..kernel()
            },
            "the BTF header is not valid: it has more fields than this btfgen knows, and they are in use",
        ),
        (
            kernel().ty("t", TYPEDEF | 0x80, 0, 1, &[]),
            "BTF type id 6, at byte 124 of the BTF: its kind_flag is set, which means nothing for TYPEDEF",
        ),
    ] {
        write(folder, "vmlinux.btf", &btf.bytes());
        fails(
            folder,
            &["--btf", "vmlinux.btf"],
            &format!("error: vmlinux.btf: {reason}\n"),
        );
    }
    // More fields of the header, all unused.
    write(
        folder,
        "vmlinux.btf",
        &Btf {
            more: vec![0, 0, 0],
            ..kernel()
        }
        .bytes(),
    );
    succeeds(folder, &["--btf", "vmlinux.btf"]);
}

#[test]
fn more_members_than_older_btf_could_count() {
    let folder = folder();
    let names: Vec<String> = (0..70_000).map(|i| format!("m{i}")).collect();
    let members: Vec<_> = names
        .iter()
        .zip(0..)
        .map(|(name, i)| (name.as_str(), 1, 4 * i))
        .collect();
    let btf = Btf::complete().int().strct("wide", 280_000, &members);
    write(folder.path(), "vmlinux.btf", &btf.bytes());
    let text = succeeds(
        folder.path(),
        &["--btf", "vmlinux.btf", "--allow", "wide.m69999"],
    );
    assert!(
        text.contains("\nstruct:wide 280000\n m69999 279996 i32\n"),
        "{text}"
    );
}

#[test]
fn pointers_are_as_long_as_the_data_says() {
    let folder = folder();
    let folder = folder.path();
    let long = |bytes: u32| ("long unsigned int", INT, 0, bytes, 8 * bytes);
    for (long, room, expected) in [
        (Some(long(4)), 8, "p32"),
        (Some(long(8)), 8, "p64"),
        (None, 4, "p32"),
        (None, 8, "p64"),
    ] {
        let mut btf = Btf::complete().int().ty("", PTR, 0, 0, &[]);
        btf = btf.strct("s", room + 4, &[("p", 2, 0), ("n", 1, room)]);
        if let Some((name, kind, count, bytes, bits)) = long {
            btf = btf.ty(name, kind, count, bytes, &[bits]);
        }
        write(folder, "vmlinux.btf", &btf.bytes());
        let text = succeeds(folder, &["--btf", "vmlinux.btf", "--allow", "s"]);
        let table = format!("\nstruct:s {}\n p 0 {expected}\n n {room} i32\n", room + 4);
        assert!(text.contains(&table), "{long:?} {room}");
    }
}
