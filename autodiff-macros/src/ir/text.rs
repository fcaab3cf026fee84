//! The IR as text, to read and to test.
