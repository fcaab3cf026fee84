//! Counts what is taken from the heap.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

/// What one run takes from the heap.
pub(crate) struct Taken {
    pub(crate) times: u64,
    pub(crate) bytes: u64,
}

impl Taken {
    pub(crate) fn by(side: &mut dyn FnMut(u64)) -> Self {
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
