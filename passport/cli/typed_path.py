"""A path as somebody types it at the command line."""

from pathlib import Path

import click

a_path = click.Path(path_type=Path, readable=False)
"""Whether it can be read is found out, and said, where it is opened."""
