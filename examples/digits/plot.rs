//! The loss curve.

use std::error::Error;
use std::fs;
use std::path::Path;

use plotters::prelude::*;

use crate::train::Epoch;

/// Draws the losses of all epochs on a logarithmic scale; makes the folder of `file` if need be.
pub(crate) fn draw(history: &[Epoch], file: &Path) -> Result<(), Box<dyn Error>> {
    let mut picture = String::new();
    render(history, SVGBackend::with_string(&mut picture, (800, 500)))?;
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    Ok(fs::write(file, picture)?)
}

fn render(history: &[Epoch], paper: SVGBackend) -> Result<(), Box<dyn Error>> {
    let (lowest, highest) = range(history);
    let area = paper.into_drawing_area();
    area.fill(&WHITE)?;
    let mut chart = ChartBuilder::on(&area)
        .caption("Cross-entropy of handwritten digits", ("sans-serif", 22))
        .margin(16)
        .x_label_area_size(40)
        .y_label_area_size(60)
        .build_cartesian_2d(0..history.len() - 1, (lowest..highest).log_scale())?;
    chart
        .configure_mesh()
        .x_desc("epoch")
        .y_desc("mean loss")
        .draw()?;

    type Loss = fn(&Epoch) -> f64;
    let lines: [(_, _, Loss); 2] = [
        ("training", BLUE, |epoch| epoch.training_loss),
        ("held out", RED, |epoch| epoch.held_out_loss),
    ];
    for (name, colour, loss) in lines {
        let points = (0..).zip(history.iter().map(loss));
        chart
            .draw_series(LineSeries::new(points, colour.stroke_width(2)))?
            .label(name)
            .legend(move |(x, y)| PathElement::new([(x, y), (x + 20, y)], colour.stroke_width(2)));
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

/// The losses' lowest and highest, with some air; never 0, which has no logarithm.
fn range(history: &[Epoch]) -> (f64, f64) {
    let losses = || {
        history
            .iter()
            .flat_map(|epoch| [epoch.training_loss, epoch.held_out_loss])
    };
    let lowest = losses().fold(f64::INFINITY, f64::min).max(f64::EPSILON);
    let highest = losses().fold(0.0, f64::max);
    (lowest / 1.5, highest * 1.5)
}
