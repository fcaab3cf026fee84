//! The images of a `.csv` or `.csv.gz` file.

use std::fmt;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use flate2::bufread::MultiGzDecoder;

use crate::digit::{Digit, Fault};

const GZIP: [u8; 2] = [0x1f, 0x8b];

/// What is wrong with a file, and at which line and column. A column is a field of the table, and
/// both count from 1.
#[derive(Debug)]
pub(crate) struct BadData {
    file: PathBuf,
    place: Option<(usize, usize)>,
    what: String,
}

impl BadData {
    pub(crate) fn at(file: &Path, line: usize, fault: Fault) -> Self {
        Self {
            file: file.into(),
            place: Some((line, fault.column)),
            what: fault.what,
        }
    }

    fn unreadable(file: &Path, error: &io::Error) -> Self {
        Self {
            file: file.into(),
            place: None,
            what: unreadable(error),
        }
    }
}

impl fmt::Display for BadData {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}:", self.file.display())?;
        if let Some((line, column)) = self.place {
            write!(f, "{line}:{column}:")?;
        }
        write!(f, " {}", self.what)
    }
}

pub(crate) fn read(file: &Path) -> Result<Vec<Digit>, BadData> {
    let unreadable = |error| BadData::unreadable(file, &error);
    let mut source = BufReader::new(File::open(file).map_err(unreadable)?);
    // The content decides, not the name: browsers unpack what they download.
    if source.fill_buf().map_err(unreadable)?.starts_with(&GZIP) {
        parse(file, MultiGzDecoder::new(source))
    } else {
        parse(file, source)
    }
}

fn parse(file: &Path, source: impl Read) -> Result<Vec<Digit>, BadData> {
    let rows = BufReader::new(source).split(b'\n').zip(1..);
    rows.map(|(row, line)| parse_row(row).map_err(|fault| BadData::at(file, line, fault)))
        .collect()
}

fn parse_row(row: io::Result<Vec<u8>>) -> Result<Digit, Fault> {
    match row {
        // What is not text becomes U+FFFD, which no field may contain.
        Ok(row) => Digit::parse(&String::from_utf8_lossy(&row)),
        Err(error) => Err(Fault {
            column: 1,
            what: unreadable(&error),
        }),
    }
}

fn unreadable(error: &io::Error) -> String {
    format!("cannot be read: {error}")
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::{Compression, write::GzEncoder};

    use super::*;

    fn row(first: &str) -> String {
        format!("{first}{},3\n", ",8".repeat(63))
    }

    fn packed(text: &str) -> Vec<u8> {
        let mut packer = GzEncoder::new(Vec::new(), Compression::default());
        packer.write_all(text.as_bytes()).unwrap();
        packer.finish().unwrap()
    }

    fn read_content(name: &str, content: &[u8]) -> Result<Vec<Digit>, String> {
        let folder = std::env::temp_dir();
        let file = folder.join(format!("digits-{}-{name}", std::process::id()));
        std::fs::write(&file, content).unwrap();
        let digits = read(&file);
        std::fs::remove_file(&file).unwrap();
        digits.map_err(|error| error.to_string().split_once(name).unwrap().1.into())
    }

    fn fault(name: &str, content: &[u8]) -> String {
        read_content(name, content).err().expect("a fault")
    }

    #[test]
    fn shipped_file() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/digits.csv.gz");
        let digits = read(Path::new(file)).unwrap();
        assert_eq!(digits.len(), 1797);
        assert_eq!(
            digits[0].pixels[..5],
            [0.0, 0.0, 5.0 / 16.0, 13.0 / 16.0, 9.0 / 16.0]
        );
        assert_eq!(digits.iter().filter(|digit| digit.label == 3).count(), 183);
    }

    #[test]
    fn packed_or_not() {
        let text = row("0").repeat(3);
        assert_eq!(read_content("plain.csv", text.as_bytes()).unwrap().len(), 3);
        assert_eq!(
            read_content("packed.csv.gz", &packed(&text)).unwrap().len(),
            3
        );
        assert_eq!(
            read_content("unpacked.csv.gz", text.as_bytes())
                .unwrap()
                .len(),
            3
        );
    }

    #[test]
    fn lines_of_windows() {
        let text = row("0").replace('\n', "\r\n").repeat(2);
        assert_eq!(
            read_content("windows.csv", text.as_bytes()).unwrap().len(),
            2
        );
    }

    #[test]
    fn broken_row() {
        let text = row("0").repeat(16) + &row("abc");
        let expected = r#":17:1: expected a pixel from 0 to 16, found "abc""#;
        assert_eq!(fault("broken.csv", text.as_bytes()), expected);
        assert_eq!(fault("broken.csv.gz", &packed(&text)), expected);
    }

    #[test]
    fn missing_file() {
        let error = read(Path::new("no/such.csv"))
            .err()
            .expect("a fault")
            .to_string();
        assert!(
            error.starts_with("no/such.csv: cannot be read: "),
            "{error}"
        );
    }

    #[test]
    fn cut_archive() {
        let whole = packed(&row("0").repeat(100));
        let error = fault("cut.csv.gz", &whole[..whole.len() - 12]);
        assert!(error.contains(":1: cannot be read: "), "{error}");
    }

    #[test]
    fn neither_text_nor_archive() {
        let error = fault("image.png", b"\x89PNG\r\n\x1a\n");
        assert_eq!(
            error,
            r#":1:1: expected a pixel from 0 to 16, found "�PNG""#
        );
    }
}
