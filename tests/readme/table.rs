//! The tables of README.md.

use std::collections::BTreeSet;

const README: &str = include_str!("../../README.md");

/// What stands below a heading, down to the next one of the same or a higher level.
pub(super) fn section(heading: &str) -> &'static str {
    let start = README.find(&format!("\n{heading}\n"));
    let start = start.unwrap_or_else(|| panic!("README.md has no heading {heading:?}"));
    let text = &README[start + heading.len() + 2..];
    let marks = heading.find(' ').expect("a heading begins with #");
    let next = (1..=marks).filter_map(|level| text.find(&format!("\n{} ", "#".repeat(level))));
    &text[..next.min().unwrap_or(text.len())]
}

/// The cells of a section's table, row by row, without its head.
pub(super) fn rows(heading: &str) -> Vec<Vec<String>> {
    let lines = section(heading)
        .lines()
        .filter(|line| line.starts_with('|'));
    lines.skip(2).map(cells).collect()
}

fn cells(line: &str) -> Vec<String> {
    let line = line.trim().trim_start_matches('|').trim_end_matches('|');
    line.replace("\\|", "\u{0}")
        .split('|')
        .map(|cell| cell.replace('\u{0}', "|").trim().to_owned())
        .collect()
}

/// The pieces of code in a text.
pub(super) fn code(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// Runs the test of each row. Fails where a row has none, a test has no row, or the code in the
/// second cell is not the test's.
pub(super) fn check(heading: &str, tests: &[(&str, fn())], source: &str) {
    let rows = rows(heading);
    let titles: BTreeSet<&str> = rows.iter().map(|row| row[0].as_str()).collect();
    let tested: BTreeSet<&str> = tests.iter().map(|(title, _)| *title).collect();
    assert_eq!(
        titles.len(),
        rows.len(),
        "two rows of {heading:?} have one title"
    );
    assert_eq!(
        titles, tested,
        "rows of {heading:?} (left) and tests (right)"
    );
    let source = squeezed(source);
    for row in &rows {
        for code in code(&row[1]) {
            assert!(
                source.contains(&squeezed(code)),
                "{}: no test has `{code}`",
                row[0]
            );
        }
    }
    for (title, test) in tests {
        println!("{title}");
        test();
    }
}

/// Code without what a formatter decides.
fn squeezed(code: &str) -> String {
    let code: String = code.split_whitespace().collect();
    code.replace(",)", ")").replace(",}", "}")
}
