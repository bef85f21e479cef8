"""``python -m passport``."""

from passport.cli.main import main

main()
