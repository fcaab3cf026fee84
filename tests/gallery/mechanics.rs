//! Bodies, springs, fields.

use differentiate::{Differentiable, differentiate};

/// A point mass in the plane.
#[derive(Clone, Copy, Differentiable)]
struct Body {
    mass: f64,
    position: [f64; 2],
    velocity: [f64; 2],
}

impl Body {
    #[differentiate]
    fn kinetic(&self) -> f64 {
        0.5 * self.mass * self.velocity.iter().map(|v| v * v).sum::<f64>()
    }

    #[differentiate]
    fn distance(&self, other: &Body) -> f64 {
        let [x, y] = self.position;
        (x - other.position[0]).hypot(y - other.position[1])
    }
}

/// The energy of bodies that attract each other.
#[differentiate]
fn total_energy(bodies: &[Body], gravity: f64) -> f64 {
    let kinetic: f64 = bodies.iter().map(|b| b.kinetic()).sum();
    let mut potential = 0.0;
    for (i, a) in bodies.iter().enumerate() {
        for b in &bodies[i + 1..] {
            potential -= gravity * a.mass * b.mass / a.distance(b);
        }
    }
    kinetic + potential
}

/// A step in time of all bodies, in place.
#[differentiate]
fn drift(bodies: &mut [Body], gravity: f64, dt: f64) {
    for i in 0..bodies.len() {
        let mut force = [0.0; 2];
        for j in 0..bodies.len() {
            if i != j {
                let r = bodies[i].distance(&bodies[j]);
                for axis in 0..2 {
                    let delta = bodies[j].position[axis] - bodies[i].position[axis];
                    force[axis] += gravity * bodies[j].mass * delta / r.powi(3);
                }
            }
        }
        bodies[i].velocity[0] += dt * force[0];
        bodies[i].velocity[1] += dt * force[1];
    }
    for body in bodies.iter_mut() {
        for (x, v) in body.position.iter_mut().zip(&body.velocity) {
            *x += dt * v;
        }
    }
}

/// The energy of a system after some steps.
#[differentiate]
fn later_energy(bodies: &[Body], gravity: f64, steps: usize) -> f64 {
    let mut bodies = bodies.to_vec();
    for _ in 0..steps {
        drift(&mut bodies, gravity, 0.1);
    }
    total_energy(&bodies, gravity)
}

#[test]
fn n_bodies() {
    let body = |mass, position, velocity| Body {
        mass,
        position,
        velocity,
    };
    let bodies = vec![
        body(1.0, [0.0, 0.0], [0.1, 0.2]),
        body(0.5, [1.5, 0.3], [-0.3, 0.4]),
        body(0.8, [-0.7, 1.2], [0.2, -0.1]),
    ];
    check!(total_energy(&bodies = bodies.clone(), gravity = 1.1));
    check!(later_energy(&bodies = bodies, gravity = 0.9, const steps = 3));
}

/// The state of a pendulum.
#[derive(Clone, Copy, Differentiable)]
struct Pendulum {
    angle: f64,
    speed: f64,
}

impl Pendulum {
    #[differentiate]
    fn rate(self, damping: f64) -> Self {
        Self {
            angle: self.speed,
            speed: -self.angle.sin() - damping * self.speed,
        }
    }

    #[differentiate]
    fn moved(self, rate: Self, h: f64) -> Self {
        Pendulum {
            angle: self.angle + h * rate.angle,
            speed: self.speed + h * rate.speed,
        }
    }
}

/// A pendulum by the classical method of Runge and Kutta.
#[differentiate]
fn swing(start: Pendulum, damping: f64, steps: usize) -> f64 {
    let h = 0.1;
    let mut now = start;
    let mut next = start;
    for _ in 0..steps {
        let k1 = now.rate(damping);
        let k2 = now.moved(k1, 0.5 * h).rate(damping);
        let k3 = now.moved(k2, 0.5 * h).rate(damping);
        let k4 = now.moved(k3, h).rate(damping);
        next.angle = now.angle + h / 6.0 * (k1.angle + 2.0 * (k2.angle + k3.angle) + k4.angle);
        next.speed = now.speed + h / 6.0 * (k1.speed + 2.0 * (k2.speed + k3.speed) + k4.speed);
        std::mem::swap(&mut now, &mut next);
    }
    0.5 * now.speed.powi(2) - now.angle.cos()
}

#[test]
fn runge_kutta_with_swapped_states() {
    let start = Pendulum {
        angle: 0.8,
        speed: -0.2,
    };
    check!(swing(start = start, damping = 0.1, const steps = 7));
}

/// Hares and lynxes by Euler's method.
#[differentiate]
fn lotka_volterra(rates: [f64; 4], start: (f64, f64), steps: usize) -> (f64, f64) {
    let [birth, hunt, feed, death] = rates;
    (0..steps).fold(start, |(hares, lynxes), _| {
        (
            hares + 0.1 * (birth * hares - hunt * hares * lynxes),
            lynxes + 0.1 * (feed * hares * lynxes - death * lynxes),
        )
    })
}

#[test]
fn predators_and_prey() {
    check!(map lotka_volterra(rates = [1.1, 0.4, 0.1, 0.4], start = (2.0, 1.0), const steps = 8));
}

/// A chain of springs, and its energy.
#[differentiate]
fn spring_chain(positions: &[f64], stiffness: &[f64], rest: f64) -> f64 {
    positions
        .iter()
        .zip(positions.iter().skip(1))
        .zip(stiffness)
        .map(|((a, b), k)| 0.5 * k * (b - a - rest).powi(2))
        .sum()
}

#[test]
fn chain_of_springs() {
    check!(spring_chain(
        &positions = vec![0.0, 1.1, 1.9, 3.3],
        &stiffness = vec![2.0, 1.0, 3.0],
        rest = 1.0
    ));
}

/// Heat along a rod, with two buffers that change places.
#[differentiate]
fn heat(start: &[f64], rate: f64, steps: usize) -> f64 {
    let mut now = start.to_vec();
    let mut next = now.clone();
    for _ in 0..steps {
        for (i, w) in now.windows(3).enumerate() {
            next[i + 1] = w[1] + rate * (w[0] - 2.0 * w[1] + w[2]);
        }
        std::mem::swap(&mut now, &mut next);
    }
    now.iter().map(|t| t * t).sum()
}

#[test]
fn heat_in_two_buffers() {
    check!(heat(&start = vec![0.0, 1.0, 3.0, 2.0, 0.5], rate = 0.2, const steps = 4));
}
