//! A labelled image, and the row of text that it is read from.

use std::ops::RangeInclusive;

pub(crate) const PIXELS: usize = 64;
pub(crate) const CLASSES: usize = 10;

const INK: u8 = 16;
const LAST_CLASS: u8 = CLASSES as u8 - 1;

pub(crate) struct Digit {
    /// From 0 (paper) to 1 (ink), row by row.
    pub(crate) pixels: [f64; PIXELS],
    pub(crate) label: usize,
}

/// The column of a row, from 1, and what is wrong there.
#[derive(Debug)]
pub(crate) struct Fault {
    pub(crate) column: usize,
    pub(crate) what: String,
}

impl Digit {
    pub(crate) fn parse(row: &str) -> Result<Self, Fault> {
        let mut fields = row.split(',').map(str::trim);
        let mut pixels = [0.0; PIXELS];
        for (pixel, column) in pixels.iter_mut().zip(1..) {
            let ink = number(fields.next(), "a pixel", 0..=INK, column)?;
            *pixel = f64::from(ink) / f64::from(INK);
        }
        let label = number(fields.next(), "a digit", 0..=LAST_CLASS, PIXELS + 1)?;
        match fields.next() {
            None => Ok(Self {
                pixels,
                label: label.into(),
            }),
            Some(more) => Err(unexpected(PIXELS + 2, "the end of the row", Some(more))),
        }
    }
}

fn number(
    field: Option<&str>,
    name: &str,
    allowed: RangeInclusive<u8>,
    column: usize,
) -> Result<u8, Fault> {
    let number = field.and_then(|field| field.parse().ok());
    number
        .filter(|number| allowed.contains(number))
        .ok_or_else(|| {
            let wanted = format!("{name} from {} to {}", allowed.start(), allowed.end());
            unexpected(column, &wanted, field)
        })
}

fn unexpected(column: usize, wanted: &str, found: Option<&str>) -> Fault {
    let found = found.map_or("the end of the row".into(), quote);
    Fault {
        column,
        what: format!("expected {wanted}, found {found}"),
    }
}

fn quote(field: &str) -> String {
    const LONGEST: usize = 20;
    match field.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{:?}…", &field[..end]),
        None => format!("{field:?}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(pixel: &str, label: &str) -> String {
        format!("{pixel},").repeat(PIXELS) + label
    }

    fn fault(row: &str) -> String {
        let fault = Digit::parse(row).err().expect("a fault");
        format!("{}: {}", fault.column, fault.what)
    }

    #[test]
    fn lightest_and_darkest() {
        let blank = Digit::parse(&row("0", "9")).unwrap();
        assert_eq!((blank.label, blank.pixels), (9, [0.0; PIXELS]));
        let full = Digit::parse(&row(" 16", "0 ")).unwrap();
        assert_eq!((full.label, full.pixels), (0, [1.0; PIXELS]));
    }

    #[test]
    fn not_a_pixel() {
        for field in ["17", "-1", "2.5", "", "abc", "999999999999"] {
            let row = row("8", "3").replacen("8,8,", &format!("8,{field},"), 1);
            let expected = format!("2: expected a pixel from 0 to 16, found {field:?}");
            assert_eq!(fault(&row), expected);
        }
    }

    #[test]
    fn not_a_digit() {
        let row = row("1", "10");
        assert_eq!(
            fault(&row),
            r#"65: expected a digit from 0 to 9, found "10""#
        );
    }

    #[test]
    fn short_row() {
        let cut = "1,".repeat(40) + "2";
        let expected = "42: expected a pixel from 0 to 16, found the end of the row";
        assert_eq!(fault(&cut), expected);

        let unlabelled = vec!["1"; PIXELS].join(",");
        let expected = "65: expected a digit from 0 to 9, found the end of the row";
        assert_eq!(fault(&unlabelled), expected);

        assert_eq!(fault(""), r#"1: expected a pixel from 0 to 16, found """#);
    }

    #[test]
    fn long_row() {
        let row = row("1", "3,4");
        assert_eq!(fault(&row), r#"66: expected the end of the row, found "4""#);
    }

    #[test]
    fn long_field() {
        let expected = r#"1: expected a pixel from 0 to 16, found "<!DOCTYPE html><html"…"#;
        assert_eq!(fault("<!DOCTYPE html><html lang=en>"), expected);
    }
}
