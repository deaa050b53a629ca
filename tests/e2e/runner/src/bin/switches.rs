//! `switches OBJECT`: attaches the program `switched` of tests/kernels for a moment, and prints what `switches` then returns. bpftool can
//! do neither: before version 7.2 it attaches no program, and it always asks for a context back, which the kernel refuses.

use std::process::ExitCode;
use std::time::Duration;
use std::{env, thread};

use libbpf_rs::{Object, ObjectBuilder, ProgramInput, ProgramMut};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    match switches() {
        Ok(found) => {
            println!("{found}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("switches: {error}");
            ExitCode::FAILURE
        }
    }
}

fn switches() -> Result<u32> {
    let path = env::args_os().nth(1).ok_or("usage: switches OBJECT")?;
    let mut object = ObjectBuilder::default().open_file(path)?.load()?;
    let _link = program(&mut object, "switched")?.attach()?;
    // In between, this process has slept.
    thread::sleep(Duration::from_millis(100));
    let ran = program(&mut object, "switches")?.test_run(ProgramInput::default())?;
    Ok(ran.return_value)
}

fn program<'o>(object: &'o mut Object, name: &str) -> Result<ProgramMut<'o>> {
    let found = object.progs_mut().find(|program| program.name() == name);
    found.ok_or_else(|| format!("there is no program `{name}`").into())
}
