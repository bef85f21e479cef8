"""What a person can do: one verb a file. Takes values, returns values."""
