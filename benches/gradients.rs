//! Each kernel, its gradient and its gradient by hand, by criterion:
//! `cargo bench --bench gradients`.

#![allow(missing_docs, reason = "of what `criterion_group!` writes")]

mod kernels;

use std::time::Instant;

use criterion::{Criterion, criterion_group, criterion_main};

fn gradients(criterion: &mut Criterion) {
    for mut case in kernels::all() {
        case.assert_agreement();
        let mut group = criterion.benchmark_group(case.name);
        let mut measure = |name, side: &mut dyn FnMut(u64)| {
            group.bench_function(name, |bencher| {
                bencher.iter_custom(|times| {
                    let start = Instant::now();
                    side(times);
                    start.elapsed()
                });
            });
        };
        measure("function", &mut case.function);
        let [generated, by_hand] = match case.by_columns {
            true => ["Jacobian", "Jacobian by hand"],
            false => ["gradient", "gradient by hand"],
        };
        measure(generated, &mut case.generated);
        measure(by_hand, &mut case.by_hand);
        group.finish();
    }
}

criterion_group!(benches, gradients);
criterion_main!(benches);
