//! The command line.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

pub(crate) const USAGE: &str = "\
Trains a small neural network on images of handwritten digits.

Usage: cargo run --release --example digits -- [OPTIONS]

  --data FILE    images, .csv or .csv.gz: 64 pixels from 0 to 16 and the digit in each row
                 [default: examples/data/digits.csv.gz]
  --epochs N     how often to go through the images [default: 30]
  --out FILE     where to write the loss curve [default: target/digits.svg]
  --help         this text
";

const EPOCHS: usize = 30;

#[derive(Debug, PartialEq)]
pub(crate) struct Options {
    pub(crate) data: PathBuf,
    pub(crate) epochs: usize,
    pub(crate) out: PathBuf,
    pub(crate) help: bool,
}

impl Options {
    pub(crate) fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Self, String> {
        let mut options = Self {
            data: in_project("examples/data/digits.csv.gz"),
            epochs: EPOCHS,
            out: in_project("target/digits.svg"),
            help: false,
        };
        let mut args = args.into_iter();
        while let Some(arg) = args.next() {
            let (name, value) = split(arg);
            let mut value = |what| {
                let value = value.clone().or_else(|| args.next());
                value.ok_or_else(|| format!("{name} needs {what}"))
            };
            match name.as_str() {
                "--data" => options.data = value("a file")?.into(),
                "--out" => options.out = value("a file")?.into(),
                "--epochs" => options.epochs = count(&value("a number")?)?,
                "--help" | "-h" => options.help = true,
                _ => return Err(format!("there is no option {name:?}; see --help")),
            }
        }
        Ok(options)
    }
}

/// Parts `--name=value`.
fn split(arg: OsString) -> (String, Option<OsString>) {
    let arg = arg.to_string_lossy();
    match arg.split_once('=') {
        Some((name, value)) => (name.to_owned(), Some(value.into())),
        None => (arg.into_owned(), None),
    }
}

fn count(value: &OsString) -> Result<usize, String> {
    let number = value.to_str().and_then(|value| value.parse().ok());
    number
        .filter(|&number| number > 0)
        .ok_or_else(|| format!("--epochs needs a whole number from 1 on, not {value:?}"))
}

/// A file of this package, spelled from the current folder if it lies below it.
fn in_project(file: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    match std::env::current_dir() {
        Ok(here) => path.strip_prefix(here).map(Path::to_owned).unwrap_or(path),
        Err(_) => path,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Options, String> {
        Options::parse(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn defaults() {
        let options = parse("").unwrap();
        assert!(options.data.ends_with("examples/data/digits.csv.gz"));
        assert!(options.out.ends_with("target/digits.svg"));
        assert!(!options.help);
    }

    #[test]
    fn both_spellings() {
        let options = parse("--data a.csv --epochs=3 --out=b=c.svg").unwrap();
        assert_eq!(options.data, Path::new("a.csv"));
        assert_eq!(options.epochs, 3);
        assert_eq!(options.out, Path::new("b=c.svg"));
    }

    #[test]
    fn mistakes() {
        for (line, message) in [
            ("--epoch 3", r#"there is no option "--epoch"; see --help"#),
            ("a.csv", r#"there is no option "a.csv"; see --help"#),
            ("--epochs", "--epochs needs a number"),
            (
                "--epochs 0",
                r#"--epochs needs a whole number from 1 on, not "0""#,
            ),
            (
                "--epochs ten",
                r#"--epochs needs a whole number from 1 on, not "ten""#,
            ),
            ("--out", "--out needs a file"),
        ] {
            assert_eq!(parse(line).unwrap_err(), message);
        }
    }
}
