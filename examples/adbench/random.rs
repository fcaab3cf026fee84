//! Numbers for the instances: always the same ones for the same seed.

/// A small generator (G. Marsaglia, *Xorshift RNGs*, 2003).
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A whole number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.uniform() * end as f64) as usize
    }

    /// A number from 0 up to 1.
    pub(crate) fn uniform(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A number between the negative of `scale` and `scale`.
    pub(crate) fn around(&mut self, scale: f64) -> f64 {
        scale * (2.0 * self.uniform() - 1.0)
    }

    pub(crate) fn vector(&mut self, length: usize, scale: f64) -> Vec<f64> {
        (0..length).map(|_| self.around(scale)).collect()
    }

    pub(crate) fn array<const N: usize>(&mut self, scale: f64) -> [f64; N] {
        std::array::from_fn(|_| self.around(scale))
    }
}
