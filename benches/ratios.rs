//! What a gradient costs, in units of its function and of the adjoint written by hand.
//!
//! `cargo bench --bench ratios` prints a table in Markdown; `cargo bench --bench ratios -- lorenz`
//! prints the rows whose kernel's name contains `lorenz`. The three sides of a kernel take turns,
//! a millisecond each, and a ratio is the median of the rounds' ratios: what disturbs the machine
//! for longer than a round disturbs both sides of it.

mod kernels;

use std::alloc::{GlobalAlloc, Layout, System};
use std::hint::black_box;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::{Duration, Instant};

use kernels::{Case, Side};

const ROUNDS: usize = 63;
const TURN: Duration = Duration::from_millis(1);

fn main() {
    // Cargo passes `--bench` on.
    let filter = std::env::args()
        .skip(1)
        .find(|argument| !argument.starts_with("--"));
    let filter = filter.unwrap_or_default().to_lowercase();
    let mut cases = kernels::all();
    cases.retain(|case| case.name.to_lowercase().contains(&filter));
    if cases.is_empty() {
        eprintln!("no kernel has a name with \"{filter}\" in it");
        std::process::exit(1);
    }
    cases.iter().for_each(Case::assert_agreement);

    println!(
        "| {:<36} | function | gradient | gradient ÷ function | by hand ÷ function | gradient ÷ by hand | allocations (by hand) | bytes (by hand) |",
        "kernel"
    );
    println!("|{:-<38}|--:|--:|--:|--:|--:|--:|--:|", "");
    let mut to_hand = Vec::new();
    for case in &mut cases {
        let row = measure(case);
        println!("{row}");
        to_hand.push(row.gradient_to_hand);
    }
    let mean = to_hand.iter().map(|ratio| ratio.ln()).sum::<f64>() / to_hand.len() as f64;
    let most = to_hand
        .iter()
        .fold(0.0, |most: f64, ratio| most.max(*ratio));
    println!(
        "\ngradient ÷ by hand of {} kernels: geometric mean {:.2}, largest {most:.2}",
        to_hand.len(),
        mean.exp()
    );
}

/// A row of the table.
struct Row {
    name: &'static str,
    function: f64,
    gradient: f64,
    gradient_to_function: f64,
    hand_to_function: f64,
    gradient_to_hand: f64,
    allocated: Allocated,
    allocated_by_hand: Allocated,
}

impl std::fmt::Display for Row {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        let allocations = (self.allocated.times, self.allocated_by_hand.times);
        let bytes = (self.allocated.bytes, self.allocated_by_hand.bytes);
        write!(f, "| {:<36} ", self.name)?;
        write!(f, "| {} | {} ", time(self.function), time(self.gradient))?;
        write!(
            f,
            "| {:.2} | {:.2} ",
            self.gradient_to_function, self.hand_to_function
        )?;
        write!(f, "| {:.2} ", self.gradient_to_hand)?;
        write!(f, "| {} ({}) ", allocations.0, allocations.1)?;
        write!(f, "| {} ({}) |", grouped(bytes.0), grouped(bytes.1))
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

fn measure(case: &mut Case) -> Row {
    let allocated_by_hand = Allocated::by(&mut case.by_hand);
    let allocated = Allocated::by(&mut case.generated);
    let mut turns = [&mut case.function, &mut case.by_hand, &mut case.generated].map(Turn::new);
    let rounds: Vec<[f64; 3]> = (0..ROUNDS)
        .map(|round| {
            let mut nanoseconds = [0.0; 3];
            for turn in 0..3 {
                let side = (round + turn) % 3;
                nanoseconds[side] = turns[side].take();
            }
            nanoseconds
        })
        .collect();
    let of = |figure: fn(&[f64; 3]) -> f64| median(rounds.iter().map(figure).collect());
    Row {
        name: case.name,
        function: of(|[function, _, _]| *function),
        gradient: of(|[_, _, gradient]| *gradient),
        gradient_to_function: of(|[function, _, gradient]| gradient / function),
        hand_to_function: of(|[function, hand, _]| hand / function),
        gradient_to_hand: of(|[_, hand, gradient]| gradient / hand),
        allocated,
        allocated_by_hand,
    }
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}

/// A side and how often it runs in one turn.
struct Turn<'a> {
    side: &'a mut Side,
    times: u64,
}

impl<'a> Turn<'a> {
    /// Warms the side up and finds how often it runs in [`TURN`].
    fn new(side: &'a mut Side) -> Self {
        let mut turn = Self { side, times: 1 };
        loop {
            let took = turn.take() * turn.times as f64;
            let wanted = TURN.as_nanos() as f64;
            if took >= 0.7 * wanted {
                return turn;
            }
            let growth = (wanted / took.max(1.0)).clamp(1.2, 10.0);
            turn.times = (turn.times as f64 * growth).ceil() as u64;
        }
    }

    /// Nanoseconds a run.
    fn take(&mut self) -> f64 {
        let start = Instant::now();
        (self.side)(black_box(self.times));
        start.elapsed().as_nanos() as f64 / self.times as f64
    }
}

/// What one run takes from the heap.
struct Allocated {
    times: u64,
    bytes: u64,
}

impl Allocated {
    fn by(side: &mut Side) -> Self {
        let before = (TIMES.load(Relaxed), BYTES.load(Relaxed));
        side(1);
        Self {
            times: TIMES.load(Relaxed) - before.0,
            bytes: BYTES.load(Relaxed) - before.1,
        }
    }
}

static TIMES: AtomicU64 = AtomicU64::new(0);
static BYTES: AtomicU64 = AtomicU64::new(0);

struct Counting;

#[global_allocator]
static COUNTING: Counting = Counting;

impl Counting {
    /// There is one thread: a load and a store do, and cost less than an atomic addition.
    fn count(bytes: usize) {
        TIMES.store(TIMES.load(Relaxed) + 1, Relaxed);
        BYTES.store(BYTES.load(Relaxed) + bytes as u64, Relaxed);
    }
}

// SAFETY: the system's allocator does all the work.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        Self::count(layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        Self::count(layout.size());
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        Self::count(size);
        unsafe { System.realloc(block, layout, size) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        unsafe { System.dealloc(block, layout) }
    }
}
