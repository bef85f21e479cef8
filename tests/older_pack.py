"""A record made under an older crisis plan, and a shelf whose crisis plan has a newer version since.

Since then one question was taken out (its label is kept under ``gone``), one was taken out without a word, one was named
anew, one choice was taken out, and two are asked in another way.
"""

import re
import shutil
from pathlib import Path

from passport.forms.shelf import Shelf, packs_folder, read_shelf

ANSWERS = {
    "cp_you_do": ["Sit down first"],
    "cp_services": [{"who": "Riverbank Line", "phone": "07700 900142"}],
    "cp_people": [{"who": "Jamie"}],
    "cp_signs": "I whisper",
    "cp_well": "Marker taken out, words",
    "cp_hard": "Marker unnamed words",
    "cp_staff": "Marker renamed words",
    "cp_where": "crisis_house",
    "cp_early": "Marker asked otherwise",
    "cp_i_do": ["Marker one", "Marker two"],
}
GONE = ("Marker taken out, words", "Marker unnamed words", "Marker renamed words")
"""Words whose question is not asked any more."""
KEPT = (*GONE, "Marker asked otherwise", "Marker one", "Marker two", "crisis_house")
LABEL = "What I am like when I am well"


def newer_shelf(folder: Path) -> Shelf:
    """Our shelf with a crisis plan that has moved on."""
    shutil.copytree(Path(str(packs_folder())), folder)
    pack, words = folder / "crisis_plan" / "pack.toml", folder / "crisis_plan" / "en.toml"
    asked, said = pack.read_text(encoding="utf-8"), words.read_text(encoding="utf-8")
    asked = re.sub(r"^version = 1$", 'version = 2\ngone = ["cp_well"]', asked, count=1, flags=re.MULTILINE)
    for question in ("cp_well", "cp_hard"):
        asked = re.sub(rf'\[\[pages\.questions\]\]\nid = "{question}"\n(?:[^\[\n][^\n]*\n)*', "", asked)
        said = re.sub(rf"\[questions\.{question}\]\n(?:[^\[\n][^\n]*\n|\n)*", "", said)
    asked = asked.replace('id = "cp_staff"', 'id = "cp_staff_now"')
    said = said.replace("[questions.cp_staff]", "[questions.cp_staff_now]")
    asked = asked.replace('"crisis_house", ', "", 1)
    said = re.sub(r"^crisis_house = .*\n", "", said, count=1, flags=re.MULTILINE)
    asked = asked.replace('id = "cp_early"\nkind = "long_text"', 'id = "cp_early"\nkind = "date"')
    asked = asked.replace('id = "cp_i_do"\nkind = "list"', 'id = "cp_i_do"\nkind = "short_text"')
    pack.write_text(asked, encoding="utf-8")
    words.write_text(f'{said}\n[gone]\ncp_well = "{LABEL}"\n', encoding="utf-8")
    shelf = read_shelf(folder)
    plan = shelf.pack("crisis_plan")
    assert (plan.version, plan.question("cp_well"), plan.question("cp_hard")) == (2, None, None)
    return shelf
