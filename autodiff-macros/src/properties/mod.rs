//! What holds for all programs, tried on random ones.
//!
//! A program goes through the compiler in process, and what comes out is interpreted. Each pass, the
//! forward sweep and forward mode give the function's own value bit for bit; both modes give the
//! same derivatives, and where the function is smooth, differences agree.
//!
//! `PROPTEST_CASES` says how many programs are tried. What fails is reduced, then printed.

mod check;
mod shrink;
mod strategy;

use std::cell::RefCell;
use std::collections::BTreeMap;

use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};

use crate::random::program;
use check::Outcome;
use strategy::Programs;

/// How many programs the normal test run tries.
const CASES: u32 = 60;

/// About how many parts a program has.
const SIZE: usize = 120;

/// The normal run tries the same programs each time; `PROPTEST_CASES` asks for others.
#[test]
fn derivatives_of_random_programs() {
    let cases = variable("PROPTEST_CASES").and_then(|cases| cases.parse().ok());
    let config = Config {
        cases: cases.unwrap_or(CASES),
        failure_persistence: None,
        max_shrink_iters: 20_000,
        ..Config::default()
    };
    let mut runner = match cases {
        Some(_) => TestRunner::new(config),
        None => TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha)),
    };
    let first = RefCell::new(None);
    let found = runner.run(&Programs, |program| match check::check(&program) {
        Ok(Outcome::Holds) => Ok(()),
        Ok(Outcome::Skipped(why)) => Err(TestCaseError::reject(why)),
        Err(fault) => match first.borrow_mut().get_or_insert_with(|| fault.clone()) {
            first if alike(first, &fault) => Err(TestCaseError::fail(fault)),
            _ => Ok(()),
        },
    });
    match found {
        Ok(()) => {}
        Err(TestError::Fail(why, program)) => panic!("{why}\n\n{program:?}"),
        Err(TestError::Abort(why)) => panic!("{why}"),
    }
}

/// `RANDOM_SEED` names a program that is to be tried as it is, and reduced if it fails.
#[test]
fn one_program() {
    let Some(seed) = variable("RANDOM_SEED").and_then(|seed| seed.parse().ok()) else {
        return;
    };
    let program = program(seed, SIZE);
    println!("{program:?}");
    match check::check(&program) {
        Ok(Outcome::Holds) => {}
        Ok(Outcome::Skipped(why)) => println!("skipped: {why}"),
        Err(_) => {
            let (program, fault) =
                strategy::reduced(program, |program| check::check(program).err());
            panic!("{fault}\n\n{program:?}");
        }
    }
}

/// `RANDOM_SEEDS=0..1000` tells what becomes of each of these programs.
#[test]
fn many_programs() {
    let Some(range) = variable("RANDOM_SEEDS") else {
        return;
    };
    let mut ends = range.split("..").map(|end| end.parse().unwrap_or(0));
    let (first, last) = (ends.next().unwrap_or(0), ends.next().unwrap_or(0));
    let mut counts = BTreeMap::new();
    for seed in first..last {
        let outcome = match check::check(&program(seed, SIZE)) {
            Ok(Outcome::Holds) => "holds".to_owned(),
            Ok(Outcome::Skipped(why)) => why.to_owned(),
            Err(fault) => {
                println!("{seed}: {}", fault.lines().next().unwrap_or_default());
                "fails".to_owned()
            }
        };
        *counts.entry(outcome).or_insert(0) += 1;
    }
    println!("{counts:?}");
}

/// Whether two faults are of one kind, so that what is reduced does not slip from one to another.
fn alike(one: &str, other: &str) -> bool {
    let kind = |fault: &str| -> String {
        let kind = fault.chars().filter(|c| !c.is_ascii_digit());
        kind.skip_while(|c| *c != ' ').take(60).collect()
    };
    kind(one) == kind(other)
}

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}
