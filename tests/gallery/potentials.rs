//! Forces and populations: traits, enums, events.

use differentiate::{Differentiable, differentiate};

/// Something with an energy at a distance.
trait Potential: Differentiable {
    #[differentiate]
    fn energy(&self, r: f64) -> f64;
}

#[derive(Clone, Copy, Differentiable)]
struct LennardJones {
    depth: f64,
    size: f64,
}

#[derive(Clone, Copy, Differentiable)]
struct Morse {
    depth: f64,
    width: f64,
    rest: f64,
}

impl Potential for LennardJones {
    #[differentiate]
    fn energy(&self, r: f64) -> f64 {
        let s6 = (self.size / r).powi(6);
        4.0 * self.depth * (s6 * s6 - s6)
    }
}

impl Potential for Morse {
    #[differentiate]
    fn energy(&self, r: f64) -> f64 {
        let e = 1.0 - (-self.width * (r - self.rest)).exp();
        self.depth * e * e
    }
}

/// The energy of a chain in any potential.
#[differentiate]
fn chain_energy<P: Potential>(potential: &P, xs: &[f64]) -> f64 {
    xs.windows(2).map(|w| potential.energy(w[1] - w[0])).sum()
}

#[test]
fn trait_with_two_implementations() {
    let lennard_jones = LennardJones {
        depth: 0.8,
        size: 1.0,
    };
    let morse = Morse {
        depth: 1.2,
        width: 1.5,
        rest: 1.1,
    };
    check!(chain_energy(
        &potential = lennard_jones,
        &xs = vec![0.0, 1.2, 2.3]
    ));
    check!(chain_energy(&potential = morse, &xs = vec![0.0, 1.2, 2.3]));
}

/// What may happen to a population.
#[derive(Clone, Copy, Differentiable)]
enum Event {
    Infect { rate: f64 },
    Recover(f64),
    Vaccinate(usize),
    Nothing,
}

#[derive(Clone, Copy, Differentiable)]
struct Population {
    susceptible: f64,
    infected: f64,
    recovered: f64,
}

/// An epidemic, event by event.
#[differentiate]
fn epidemic(start: Population, contact: f64, events: &[Event]) -> f64 {
    let mut p = start;
    for event in events {
        match *event {
            Event::Infect { rate } => {
                let fresh = rate * contact * p.susceptible * p.infected;
                p.susceptible -= fresh;
                p.infected += fresh;
            }
            Event::Recover(share) => {
                let well = share * p.infected;
                p = Population {
                    infected: p.infected - well,
                    recovered: p.recovered + well,
                    ..p
                };
            }
            Event::Vaccinate(doses) => {
                for _ in 0..doses {
                    p.recovered += 0.1 * p.susceptible;
                    p.susceptible *= 0.9;
                }
            }
            Event::Nothing => {}
        }
    }
    p.infected + 0.5 * p.recovered
}

#[test]
fn epidemic_by_events() {
    let start = Population {
        susceptible: 0.9,
        infected: 0.1,
        recovered: 0.0,
    };
    let events = vec![
        Event::Infect { rate: 0.8 },
        Event::Recover(0.3),
        Event::Nothing,
        Event::Vaccinate(2),
        Event::Infect { rate: 1.2 },
    ];
    check!(epidemic(start = start, contact = 0.9, &events = events));
}

/// The time at which a queue is too long, or the length at the end.
#[differentiate]
fn queue(arrivals: &[f64], service: f64, limit: f64) -> f64 {
    let mut waiting = 0.0_f64;
    let mut time = 0.0;
    for gap in arrivals {
        time += gap;
        waiting = (waiting + 1.0 - service * gap).max(0.0);
        if waiting > limit {
            return time * waiting;
        }
    }
    waiting
}

#[test]
fn queue_with_early_return() {
    check!(queue(
        &arrivals = vec![0.5, 0.4, 0.7, 0.3],
        service = 1.2,
        limit = 1.7
    ));
    check!(queue(
        &arrivals = vec![0.5, 0.4, 0.7, 0.3],
        service = 1.2,
        limit = 10.0
    ));
}

/// The reach of a robot's arm.
#[differentiate]
fn robot_arm(angles: &[f64], lengths: &[f64], target: (f64, f64)) -> f64 {
    let (x, y, _) =
        angles
            .iter()
            .zip(lengths)
            .fold((0.0, 0.0, 0.0), |(x, y, heading), (angle, length)| {
                let heading = heading + angle;
                (
                    x + length * heading.cos(),
                    y + length * heading.sin(),
                    heading,
                )
            });
    (x - target.0).hypot(y - target.1)
}

#[test]
fn robot_arm_by_fold() {
    check!(robot_arm(
        &angles = vec![0.4, -0.3, 0.9],
        &lengths = vec![1.0, 0.8, 0.5],
        target = (1.2, 1.3)
    ));
}
