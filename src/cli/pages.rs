//! Man pages and shell completions, from the definition of the command line.

use std::io;

use clap::Command;
use clap_complete::Shell;

/// The file name and the text of each man page: one of the program, and one of each subcommand.
pub(crate) fn man(mut command: Command) -> io::Result<Vec<(String, Vec<u8>)>> {
    // Gives each subcommand its full name.
    command.build();
    let subcommands = command.get_subcommands();
    let subcommands = subcommands.filter(|command| command.get_name() != "help");
    let mut pages = vec![page(&command)?];
    for subcommand in subcommands {
        pages.push(page(subcommand)?);
    }
    Ok(pages)
}

fn page(command: &Command) -> io::Result<(String, Vec<u8>)> {
    let name = command.get_display_name().unwrap_or(command.get_name());
    let mut text = Vec::new();
    clap_mangen::Man::new(command.clone()).render(&mut text)?;
    Ok((format!("{name}.1"), text))
}

/// The script of a shell.
pub(crate) fn completions(mut command: Command, shell: Shell) -> Vec<u8> {
    let name = command.get_name().to_string();
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut command, name, &mut text);
    text
}
