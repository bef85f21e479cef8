"""What a passport says: values only, no files, no clock, no screen."""
