"""A person's own involvement passport: kept encrypted, shared by choice, checked offline."""
