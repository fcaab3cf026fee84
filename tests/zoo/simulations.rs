//! Everyday programs of physics: motions, fields, forces.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

        #[differentiate]
        fn pendulum(angle: $F, speed: $F, damping: $F) -> ($F, $F) {
            (speed, -angle.sin() - damping * speed)
        }

        #[differentiate]
        fn runge_kutta(angle: $F, speed: $F, damping: $F, n: usize) -> $F {
            let h = 0.1;
            let (mut a, mut v) = (angle, speed);
            for _ in 0..n {
                let k1 = pendulum(a, v, damping);
                let k2 = pendulum(a + 0.5 * h * k1.0, v + 0.5 * h * k1.1, damping);
                let k3 = pendulum(a + 0.5 * h * k2.0, v + 0.5 * h * k2.1, damping);
                let k4 = pendulum(a + h * k3.0, v + h * k3.1, damping);
                a += h / 6.0 * (k1.0 + 2.0 * k2.0 + 2.0 * k3.0 + k4.0);
                v += h / 6.0 * (k1.1 + 2.0 * k2.1 + 2.0 * k3.1 + k4.1);
            }
            0.5 * v * v - a.cos()
        }

        #[differentiate]
        fn bouncing_ball(height: $F, restitution: $F, n: usize) -> $F {
            let mut y = height;
            let mut v = 0.0;
            for _ in 0..n {
                v -= 0.1 * 9.81;
                y += 0.1 * v;
                if y < 0.0 {
                    y = -y * restitution;
                    v = -v * restitution;
                }
            }
            y + 0.1 * v * v
        }

        #[differentiate]
        fn heat_equation(u0: &[$F], conductivity: $F, n: usize) -> $F {
            let mut u = u0.to_vec();
            for _ in 0..n {
                let old = u.clone();
                for i in 1..u.len() - 1 {
                    u[i] = old[i] + conductivity * (old[i - 1] - 2.0 * old[i] + old[i + 1]);
                }
            }
            let mut energy = 0.0;
            for x in &u {
                energy += x * x;
            }
            energy
        }

        #[differentiate]
        fn burgers_equation(u0: &[$F; 6], n: usize) -> $F {
            let mut u = *u0;
            for _ in 0..n {
                let mut next = u;
                for i in 0..6 {
                    let left = u[(i + 5) % 6];
                    let right = u[(i + 1) % 6];
                    let flux = if u[i] > 0.0 {
                        u[i] - left
                    } else {
                        right - u[i]
                    };
                    next[i] = u[i] - 0.1 * u[i] * flux + 0.05 * (left - 2.0 * u[i] + right);
                }
                u = next;
            }
            u[0] * u[3] + u[1]
        }

        #[differentiate]
        fn wave_equation(u0: [$F; 5], speed: $F, n: usize) -> $F {
            let mut before = u0;
            let mut now = u0;
            for _ in 0..n {
                let mut after = [0.0; 5];
                for i in 1..4 {
                    let bend = now[i - 1] - 2.0 * now[i] + now[i + 1];
                    after[i] = 2.0 * now[i] - before[i] + speed * speed * bend;
                }
                before = now;
                now = after;
            }
            now[2] * before[1]
        }

        #[differentiate]
        fn lennard_jones(positions: &[[$F; 2]], sigma: $F) -> $F {
            let mut energy = 0.0;
            for i in 0..positions.len() {
                for j in 0..i {
                    let dx = positions[i][0] - positions[j][0];
                    let dy = positions[i][1] - positions[j][1];
                    let r2 = dx * dx + dy * dy;
                    if r2 > 9.0 {
                        continue;
                    }
                    let s6 = (sigma * sigma / r2).powi(3);
                    energy += 4.0 * (s6 * s6 - s6);
                }
            }
            energy
        }

        #[differentiate]
        fn three_bodies(positions: [[$F; 2]; 3], masses: &[$F; 3], n: usize) -> $F {
            let mut x = positions;
            let mut v = [[0.0; 2]; 3];
            for _ in 0..n {
                let mut force = [[0.0; 2]; 3];
                for i in 0..3 {
                    for j in 0..3 {
                        if i == j {
                            continue;
                        }
                        let d = [x[j][0] - x[i][0], x[j][1] - x[i][1]];
                        let r = d[0].hypot(d[1]) + 0.1;
                        for k in 0..2 {
                            force[i][k] += masses[j] * d[k] / (r * r * r);
                        }
                    }
                }
                for i in 0..3 {
                    for k in 0..2 {
                        v[i][k] += 0.05 * force[i][k];
                        x[i][k] += 0.05 * v[i][k];
                    }
                }
            }
            x[0][0] * x[1][1] + v[2][0]
        }

        #[differentiate]
        fn lotka_volterra(prey: $F, predators: $F, rates: [$F; 4], n: usize) -> $F {
            let mut x = prey;
            let mut y = predators;
            for _ in 0..n {
                let dx = rates[0] * x - rates[1] * x * y;
                let dy = rates[2] * x * y - rates[3] * y;
                x += 0.1 * dx;
                y += 0.1 * dy;
            }
            x * y
        }

        #[differentiate]
        fn robot_arm(angles: &[$F], lengths: &[$F]) -> $F {
            let (mut x, mut y, mut heading) = (0.0, 0.0, 0.0);
            for (angle, length) in angles.iter().zip(lengths) {
                heading += angle;
                let (s, c) = $F::sin_cos(heading);
                x += length * c;
                y += length * s;
            }
            x.hypot(y - 2.0)
        }
    };
}

zoo! {
    functions;
    pendulum(angle, speed, damping) without grad at (0.8, -0.3, 0.1);
    runge_kutta(angle, speed, damping, const n) at
        (0.8, -0.3, 0.1, 0), (0.8, -0.3, 0.1, 1), (0.8, -0.3, 0.1, 7);
    bouncing_ball(height, restitution, const n) at (0.8, 0.7, 0), (0.8, 0.7, 3), (0.8, 0.7, 13);
    heat_equation(u0, conductivity, const n) at
        ([0.8, -0.3], 0.2, 3), ([0.8, -0.3, 1.2, 0.5, -0.1], 0.2, 0),
        ([0.8, -0.3, 1.2, 0.5, -0.1], 0.2, 4);
    burgers_equation(u0, const n) at
        ([0.8, -0.3, 1.2, 0.5, -0.6, 0.9], 0), ([0.8, -0.3, 1.2, 0.5, -0.6, 0.9], 3);
    wave_equation(u0, speed, const n) at
        ([0.0, 0.8, -0.3, 1.2, 0.0], 0.6, 0), ([0.0, 0.8, -0.3, 1.2, 0.0], 0.6, 1),
        ([0.0, 0.8, -0.3, 1.2, 0.0], 0.6, 7);
    lennard_jones(positions, sigma) at
        ([[0.0; 2]; 0], 0.9), ([[0.8, -0.3]], 0.9),
        ([[0.0, 0.1], [1.1, 0.2], [0.3, 1.2], [4.0, 0.5]], 0.9);
    three_bodies(positions, masses, const n) at
        ([[0.0, 0.1], [1.1, 0.2], [0.3, 1.2]], [1.0, 0.5, 0.8], 0),
        ([[0.0, 0.1], [1.1, 0.2], [0.3, 1.2]], [1.0, 0.5, 0.8], 3);
    lotka_volterra(prey, predators, rates, const n) at
        (1.2, 0.7, [0.9, 0.5, 0.4, 0.6], 0), (1.2, 0.7, [0.9, 0.5, 0.4, 0.6], 7);
    robot_arm(angles, lengths) at
        ([0.0; 0], [0.0; 0]), ([0.8], [1.0]), ([0.8, -0.3, 1.2], [1.0, 0.7, 0.4]);
}
