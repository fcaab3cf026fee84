//! What a gradient costs, in units of its function and of the adjoint written by hand.
//!
//! `cargo bench --bench ratios` prints a table in Markdown; `cargo bench --bench ratios -- lorenz`
//! prints the rows whose kernel's name contains `lorenz`; with `--readme`, the table is the one of
//! README.md, without what the sides by hand take from the heap. The three sides of a kernel take
//! turns, a millisecond each, and a ratio is the median of the rounds' ratios.
//!
//! *Tape bytes* are what a gradient takes from the heap beyond what the function does; a tape of a
//! fixed length lies on the stack and is not counted. A gradient that is returned, and not added
//! to a buffer, is.

mod heap;
mod kernels;
mod timing;

use heap::Taken;
use kernels::Case;

const ROUNDS: usize = 63;

fn main() {
    let options = Options::read();
    let mut cases = kernels::all();
    cases.retain(|case| case.name.to_lowercase().contains(&options.filter));
    if cases.is_empty() {
        eprintln!("no kernel has a name with \"{}\" in it", options.filter);
        std::process::exit(1);
    }
    cases.iter().for_each(Case::assert_agreement);

    options.heading();
    let rows: Vec<Row> = cases
        .iter_mut()
        .map(|case| {
            let row = Row::measure(case);
            options.print(&row);
            row
        })
        .collect();
    println!();
    let (columns, gradients): (Vec<&Row>, Vec<&Row>) = rows.iter().partition(|row| row.by_columns);
    summarize("gradients", &gradients);
    summarize("Jacobians by columns", &columns);
}

struct Options {
    /// What the names of the kernels contain, in lower case.
    filter: String,
    readme: bool,
}

impl Options {
    fn read() -> Self {
        let arguments = || std::env::args().skip(1);
        // Cargo passes `--bench` on.
        let filter = arguments().find(|argument| !argument.starts_with("--"));
        Options {
            filter: filter.unwrap_or_default().to_lowercase(),
            readme: arguments().any(|argument| argument == "--readme"),
        }
    }

    fn heading(&self) {
        let of_heap = match self.readme {
            true => "tape bytes | allocations",
            false => "tape bytes (by hand) | allocations (by hand)",
        };
        println!(
            "| {:<38} | function | gradient | gradient ÷ function | by hand ÷ function | gradient ÷ by hand | {of_heap} |",
            "kernel"
        );
        println!("|{:-<40}|--:|--:|--:|--:|--:|--:|--:|", "");
    }

    fn print(&self, row: &Row) {
        let (tape, by_hand) = (grouped(row.tape_bytes), grouped(row.tape_bytes_by_hand));
        let (taken, taken_by_hand) = (grouped(row.allocations), grouped(row.allocations_by_hand));
        match self.readme {
            true => println!("{row} {tape} | {taken} |"),
            false => println!("{row} {tape} ({by_hand}) | {taken} ({taken_by_hand}) |"),
        }
    }
}

/// A row of the table.
struct Row {
    name: &'static str,
    by_columns: bool,
    function: f64,
    gradient: f64,
    gradient_to_function: f64,
    hand_to_function: f64,
    gradient_to_hand: f64,
    tape_bytes: u64,
    tape_bytes_by_hand: u64,
    allocations: u64,
    allocations_by_hand: u64,
}

impl Row {
    fn measure(case: &mut Case) -> Self {
        // The first run of a side may take what later ones find.
        (case.function)(1);
        let function = Taken::by(&mut case.function);
        let by_hand = Taken::by(&mut case.by_hand);
        let generated = Taken::by(&mut case.generated);
        let sides: [timing::Side; 3] = [&mut case.function, &mut case.by_hand, &mut case.generated];
        let rounds = timing::rounds(ROUNDS, sides);
        Row {
            name: case.name,
            by_columns: case.by_columns,
            function: timing::median(&rounds, |[function, _, _]| *function),
            gradient: timing::median(&rounds, |[_, _, gradient]| *gradient),
            gradient_to_function: timing::median(&rounds, |[f, _, gradient]| gradient / f),
            hand_to_function: timing::median(&rounds, |[f, hand, _]| hand / f),
            gradient_to_hand: timing::median(&rounds, |[_, hand, gradient]| gradient / hand),
            tape_bytes: generated.bytes.saturating_sub(function.bytes),
            tape_bytes_by_hand: by_hand.bytes.saturating_sub(function.bytes),
            allocations: generated.times,
            allocations_by_hand: by_hand.times,
        }
    }
}

impl std::fmt::Display for Row {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "| {:<38} ", self.name)?;
        write!(f, "| {} | {} ", time(self.function), time(self.gradient))?;
        write!(f, "| {:.2} ", self.gradient_to_function)?;
        write!(f, "| {:.2} ", self.hand_to_function)?;
        write!(f, "| {:.2} |", self.gradient_to_hand)
    }
}

fn time(nanoseconds: f64) -> String {
    match nanoseconds {
        ..100.0 => format!("{nanoseconds:.1} ns"),
        _ => format!("{} ns", grouped(nanoseconds.round() as u64)),
    }
}

/// `1234567` as `1,234,567`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// The geometric mean and the largest of the ratios.
fn summarize(what: &str, rows: &[&Row]) {
    let worst = rows
        .iter()
        .max_by(|a, b| a.gradient_to_hand.total_cmp(&b.gradient_to_hand));
    let Some(worst) = worst else {
        return;
    };
    println!(
        "{} {what}: gradient ÷ by hand {:.2} in the geometric mean, {:.2} at most ({}); gradient ÷ function {:.2}",
        rows.len(),
        mean(rows, |row| row.gradient_to_hand),
        worst.gradient_to_hand,
        worst.name,
        mean(rows, |row| row.gradient_to_function),
    );
}

fn mean(rows: &[&Row], ratio: impl Fn(&Row) -> f64) -> f64 {
    let logarithms = rows.iter().map(|row| ratio(row).ln());
    (logarithms.sum::<f64>() / rows.len() as f64).exp()
}
