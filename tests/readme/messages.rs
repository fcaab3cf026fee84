//! The refusals that README.md shows are those of the compiler, word for word.

use std::path::Path;

use super::table;

#[test]
fn refusals_are_quoted() {
    let text = table::section("## What it refuses");
    let blocks: Vec<&str> = text.split("```").skip(1).step_by(2).collect();
    let messages = blocks
        .iter()
        .filter_map(|block| block.strip_prefix("text\n"));
    let mut count = 0;
    for message in messages {
        let place = message
            .lines()
            .find_map(|line| line.trim_start().strip_prefix("--> "));
        let file = place
            .and_then(|place| place.split(':').next())
            .expect("a message says where it stands");
        let file = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join(file)
            .with_extension("stderr");
        let known = std::fs::read_to_string(&file)
            .unwrap_or_else(|_| panic!("{} is not there", file.display()));
        assert_eq!(message.trim_end(), known.trim_end(), "{}", file.display());
        count += 1;
    }
    assert!(count >= 2, "README.md shows {count} refusals");
}
