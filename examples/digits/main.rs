//! Trains a small neural network on images of handwritten digits. Its loss is an ordinary function
//! with loops (in `model.rs`), and `#[differentiate]` writes the gradient.
//!
//! `cargo run --release --example digits`, with `-- --help` for the options.

mod cost;
mod data;
mod digit;
mod model;
mod options;
mod plot;
mod train;

use std::process::ExitCode;
use std::time::Instant;

use fastrand::Rng;
use indicatif::{ProgressBar, ProgressStyle};

use data::BadData;
use digit::Fault;
use model::Model;
use options::{Options, USAGE};
use train::{Epoch, HELD_OUT, Split};

const SEED: u64 = 1;
const ENOUGH: f64 = 0.96;

fn main() -> ExitCode {
    let options = Options::parse(std::env::args_os().skip(1));
    match options.and_then(|options| run(&options)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> Result<(), String> {
    if options.help {
        print!("{USAGE}");
        return Ok(());
    }
    let mut rng = Rng::with_seed(SEED);
    let mut data = load(options, &mut rng).map_err(|error| error.to_string())?;
    let (training, held_out) = (data.training.len(), data.held_out.len());
    println!("images             {training} to learn from, {held_out} held out");

    let mut model = Model::random(&mut rng);
    let start = Instant::now();
    let history = train(&mut model, &mut data, options.epochs, &mut rng);
    let seconds = start.elapsed().as_secs_f64();
    println!("training           {seconds:.2} s");

    let cost = cost::of_gradient(&model, &data.training);
    println!("gradient           {cost:.2} times the cost of the loss");
    plot(&history, options)?;
    judge(&history)
}

fn load(options: &Options, rng: &mut Rng) -> Result<Split, BadData> {
    let digits = data::read(&options.data)?;
    let count = digits.len();
    if count < HELD_OUT {
        let what = format!("expected at least {HELD_OUT} images, found {count}");
        let fault = Fault { column: 1, what };
        return Err(BadData::at(&options.data, count + 1, fault));
    }
    Ok(Split::new(digits, rng))
}

fn train(model: &mut Model, data: &mut Split, epochs: usize, rng: &mut Rng) -> Vec<Epoch> {
    let style = ProgressStyle::with_template("{wide_bar} epoch {pos} of {len}, {msg}")
        .expect("the template is a constant");
    let bar = ProgressBar::new(epochs as u64).with_style(style);
    let history = train::train(model, data, epochs, rng, |epoch| {
        let (loss, accuracy) = (epoch.training_loss, 100.0 * epoch.accuracy);
        bar.set_message(format!("loss {loss:.4}, held-out accuracy {accuracy:.1} %"));
        bar.inc(1);
    });
    bar.finish();
    history
}

fn plot(history: &[Epoch], options: &Options) -> Result<(), String> {
    let out = options.out.display();
    plot::draw(history, &options.out)
        .map_err(|error| format!("{out}: cannot be written: {error}"))?;
    println!("loss curve         {out}");
    Ok(())
}

fn judge(history: &[Epoch]) -> Result<(), String> {
    let accuracy = history.last().map_or(0.0, |epoch| epoch.accuracy);
    println!("held-out accuracy  {:.2} %", 100.0 * accuracy);
    if accuracy < ENOUGH {
        let enough = 100.0 * ENOUGH;
        return Err(format!("the held-out accuracy is below {enough} %"));
    }
    Ok(())
}
