"""Benchmarks and proofs that anyone can run through ./run."""
