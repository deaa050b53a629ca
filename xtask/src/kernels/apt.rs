//! apt with a state of its own, so that neither the sources nor the architectures of the machine change.

use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::sources;
use crate::host::{self, Result};
use crate::tools;

/// Package lists of one release of Debian and one architecture, fetched once.
pub(crate) struct Apt {
    debian: &'static str,
    arch: &'static str,
    dir: TempDir,
}

impl Apt {
    /// Fetches the lists.
    pub(crate) fn open(debian: &'static str, arch: &'static str) -> Result<Self> {
        let apt = Self {
            debian,
            arch,
            dir: host::scratch()?,
        };
        let dir = apt.dir.path();
        for sub in [
            "sources",
            "lists/partial",
            "cache/archives/partial",
            "download",
        ] {
            host::make_dir(&dir.join(sub))?;
        }
        host::write(
            &dir.join("sources/debian.sources"),
            sources::private(debian, suites(debian))?,
        )?;
        host::write(&dir.join("status"), "")?;
        host::write(&dir.join("apt.conf"), configuration(dir, arch))?;
        host::output(apt.command("apt-get").args(["-qq", "update"]))?;
        Ok(apt)
    }

    /// The release and the architecture of the lists.
    pub(crate) fn of(&self) -> (&'static str, &'static str) {
        (self.debian, self.arch)
    }

    /// The newest package between `prefix` and `suffix`: a version, so neither `-unsigned` nor another flavour.
    pub(crate) fn newest(&self, prefix: &str, suffix: &str) -> Result<String> {
        let names = host::output(self.command("apt-cache").args(["pkgnames", prefix]))?;
        let version = |name: &str| {
            name.strip_prefix(prefix)?
                .strip_suffix(suffix)
                .filter(|version| !version.contains('-'))
                .map(tools::numbers)
        };
        let newest = names
            .lines()
            .filter_map(|name| Some((version(name)?, name)))
            .max();
        newest
            .map(|(_, name)| name.to_owned())
            .ok_or_else(|| format!("Debian has no package {prefix}…{suffix} for {}", self.arch))
    }

    /// Downloads a package and unpacks its files; returns where.
    pub(crate) fn unpack(&self, package: &str) -> Result<PathBuf> {
        let root = self.dir.path().join(package);
        self.unpack_into(package, &root)?;
        Ok(root)
    }

    /// The same, into a folder.
    pub(crate) fn unpack_into(&self, package: &str, root: &Path) -> Result {
        let download = self.dir.path().join("download");
        host::output(
            self.command("apt-get")
                .args(["-qq", "download", package])
                .current_dir(&download),
        )?;
        let debs = host::list(&download)?;
        let deb = debs.iter().find(|file| {
            file.file_name()
                .is_some_and(|name| name.to_string_lossy().starts_with(&format!("{package}_")))
        });
        let deb = deb.ok_or_else(|| format!("apt-get downloaded no file for {package}"))?;
        host::output(host::command("dpkg-deb").arg("-x").arg(deb).arg(root))?;
        Ok(())
    }

    fn command(&self, program: &str) -> std::process::Command {
        let mut command = host::command(program);
        command.arg("-c").arg(self.dir.path().join("apt.conf"));
        command
    }
}

/// Mirrors do not keep the backports of releases that are no longer supported.
fn suites(debian: &str) -> &'static [&'static str] {
    match debian {
        "bullseye" => &[""],
        _ => &["", "-updates", "-backports"],
    }
}

/// Read after the machine's configuration, whose proxies stay in force. Its hooks would touch the machine's own state,
/// and its sandbox user cannot write here; what is downloaded is checked against the keys in either case.
fn configuration(dir: &Path, arch: &str) -> String {
    let dir = dir.display();
    format!(
        "#clear APT::Update::Pre-Invoke;\n#clear APT::Update::Post-Invoke;\n#clear APT::Update::Post-Invoke-Success;\n\
         #clear APT::Architectures;\n\
         Dir::Etc::sourcelist \"/dev/null\";\nDir::Etc::sourceparts \"{dir}/sources\";\n\
         Dir::State::Lists \"{dir}/lists\";\nDir::State::status \"{dir}/status\";\nDir::Cache \"{dir}/cache\";\n\
         APT::Architecture \"{arch}\";\nAPT::Architectures {{ \"{arch}\"; }};\nAPT::Sandbox::User \"root\";\n"
    )
}
