//! Whether the cost of a gradient grows linearly: nanoseconds a step over the number of steps, of a
//! kernel that carries its state (the logistic map, which keeps a number a step) and of one whose
//! iterations only add up (a logistic regression, which keeps nothing).
//!
//! `cargo bench --bench linear` prints the figures and draws `target/linear.svg`.

mod timing;

use std::error::Error;
use std::hint::black_box;

use differentiate::differentiate;
use plotters::prelude::*;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/target/linear.svg");
const LENGTHS: [usize; 9] = [
    100, 316, 1_000, 3_162, 10_000, 31_623, 100_000, 316_228, 1_000_000,
];
const ROUNDS: usize = 15;

#[differentiate(wrt(start, rate))]
fn carried(start: f64, rate: f64, steps: usize) -> f64 {
    let mut x = start;
    for _ in 0..steps {
        x = rate * x * (1.0 - x);
    }
    x
}

#[differentiate(wrt(slope, bias))]
fn fused(slope: f64, bias: f64, features: &[f64], labels: &[f64]) -> f64 {
    let mut loss = 0.0;
    for (x, label) in features.iter().zip(labels) {
        let z = slope * x + bias;
        loss += z.max(0.0) - label * z + (-z.abs()).exp().ln_1p();
    }
    loss
}

/// Nanoseconds a step, for each of [`LENGTHS`].
struct Line {
    name: &'static str,
    colour: RGBColor,
    function: Vec<f64>,
    gradient: Vec<f64>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let lines = [logistic_map(), regression()];
    for line in &lines {
        line.print();
    }
    let mut picture = String::new();
    draw(&lines, SVGBackend::with_string(&mut picture, (800, 500)))?;
    std::fs::create_dir_all(concat!(env!("CARGO_MANIFEST_DIR"), "/target"))?;
    std::fs::write(FILE, picture)?;
    println!("drawn in {FILE}");
    Ok(())
}

fn logistic_map() -> Line {
    // Where periods end and chaos begins: there the gradient neither vanishes nor overflows.
    let at = black_box((0.3, 3.569_945_6));
    Line::measure(
        "carried: logistic map",
        BLUE,
        |n| {
            black_box(carried(at.0, at.1, n));
        },
        |n| {
            black_box(carried::value_and_grad(at.0, at.1, n));
        },
    )
}

fn regression() -> Line {
    let most = LENGTHS[LENGTHS.len() - 1];
    let features: Vec<f64> = (0..most).map(|i| (0.7 * i as f64).sin() * 3.0).collect();
    let labels: Vec<f64> = (0..most).map(|i| (i * i % 7 / 4) as f64).collect();
    let at = black_box((0.8, 0.1));
    Line::measure(
        "fused: logistic regression",
        RED,
        |n| {
            black_box(fused(at.0, at.1, &features[..n], &labels[..n]));
        },
        |n| {
            black_box(fused::value_and_grad(
                at.0,
                at.1,
                &features[..n],
                &labels[..n],
            ));
        },
    )
}

impl Line {
    fn measure(
        name: &'static str,
        colour: RGBColor,
        function: impl Fn(usize),
        gradient: impl Fn(usize),
    ) -> Self {
        let mut line = Line {
            name,
            colour,
            function: Vec::new(),
            gradient: Vec::new(),
        };
        for n in LENGTHS {
            let mut function = |times| (0..times).for_each(|_| function(black_box(n)));
            let mut gradient = |times| (0..times).for_each(|_| gradient(black_box(n)));
            let rounds = timing::rounds(ROUNDS, [&mut function, &mut gradient]);
            let step = |side: usize| timing::median(&rounds, |round| round[side]) / n as f64;
            line.function.push(step(0));
            line.gradient.push(step(1));
        }
        line
    }

    fn print(&self) {
        println!("{} (ns a step)", self.name);
        println!(
            "{:>10} {:>10} {:>10} {:>8}",
            "steps", "function", "gradient", "ratio"
        );
        let figures = self.function.iter().zip(&self.gradient);
        for (n, (function, gradient)) in LENGTHS.iter().zip(figures) {
            let ratio = gradient / function;
            println!("{n:>10} {function:>10.2} {gradient:>10.2} {ratio:>8.2}");
        }
    }

    fn highest(&self) -> f64 {
        self.gradient.iter().copied().fold(0.0, f64::max)
    }
}

fn draw(lines: &[Line], paper: SVGBackend) -> Result<(), Box<dyn Error>> {
    let highest = lines.iter().map(Line::highest).fold(0.0, f64::max);
    let steps = LENGTHS[0] as f64..LENGTHS[LENGTHS.len() - 1] as f64;
    let area = paper.into_drawing_area();
    area.fill(&WHITE)?;
    let mut chart = ChartBuilder::on(&area)
        .caption("The cost of a step", ("sans-serif", 22))
        .margin(16)
        .x_label_area_size(40)
        .y_label_area_size(60)
        .build_cartesian_2d(steps.log_scale(), 0.0..1.5 * highest)?;
    chart
        .configure_mesh()
        .x_desc("steps")
        .y_desc("nanoseconds a step")
        .x_label_formatter(&|n| format!("{n:.0}"))
        .draw()?;
    for line in lines {
        let sides = [
            (format!("{}, gradient", line.name), &line.gradient, 2),
            (format!("{}, function", line.name), &line.function, 1),
        ];
        for (label, figures, width) in sides {
            let style = line.colour.stroke_width(width);
            let points = LENGTHS.iter().zip(figures).map(|(n, y)| (*n as f64, *y));
            chart
                .draw_series(LineSeries::new(points, style))?
                .label(label)
                .legend(move |(x, y)| PathElement::new([(x, y), (x + 20, y)], style));
        }
    }
    chart
        .configure_series_labels()
        .position(SeriesLabelPosition::UpperRight)
        .background_style(WHITE)
        .border_style(BLACK)
        .draw()?;
    area.present()?;
    Ok(())
}
