"""How a passport looks on paper: compose, typeset, enclose, seal, unwrap."""
