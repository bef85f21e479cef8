"""The same page as other people would make it: our web page of the paper through WeasyPrint, then sealed by the pyHanko command.

Neither command is needed by the project: they are used where they are on the PATH, and named where they are not.
Each starts a Python of its own, as it would for a person; ours is made in the program that is open already.
"""

import shutil
import subprocess
from importlib import resources
from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from passport.actions.share import Made
from passport.keys.identity import Identity

COMMANDS = {"weasyprint": "WeasyPrint", "pyhanko": "the pyHanko command"}
_FONTS = resources.files("passport.paper") / "fonts"
_STYLE = """
@font-face {{ font-family: 'Atkinson Hyperlegible Next'; src: url('{regular}') }}
@font-face {{ font-family: 'Atkinson Hyperlegible Next'; font-weight: bold; src: url('{bold}') }}
@page {{ size: A4; margin: 20mm 22mm }}
body {{ font-size: 18pt }}
"""


def named_when_missing() -> list[str]:
    """What would be needed and is not here."""
    return [name for command, name in COMMANDS.items() if shutil.which(command) is None]


class ByWeb:
    """One paper, ready for WeasyPrint: the web page that we give out, the same fonts, code and enclosed words."""

    def __init__(self, made: Made, identity: Identity, folder: Path) -> None:
        self.folder = folder / "by_web"
        self.folder.mkdir(parents=True)
        page = made.html.replace("</main>", '<p><img src="code.svg" alt="code" width="300"></p></main>')
        # our page lets nothing be fetched; here the drawing of the code has to be
        self._keep("page.html", page.replace("default-src 'none'; ", "").encode())
        self._keep("code.svg", made.code_svg)
        self._keep("words.txt", made.text.encode())
        self._keep("code.txt", made.code.encode())
        regular, bold = (
            Path(str(_FONTS / f"AtkinsonHyperlegibleNext_{one}.ttf")).as_uri()
            for one in ("400Regular", "700Bold")
        )
        self._keep("page.css", _STYLE.format(regular=regular, bold=bold).encode())
        private = identity.private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        self._keep("key.pem", private)  # of a made-up person, in a folder that goes with this run
        self._keep("certificate.der", identity.certificate)

    def _keep(self, name: str, content: bytes) -> None:
        (self.folder / name).write_bytes(content)

    def sealed(self) -> None:
        """Both commands, one after the other."""
        self._run(
            *("weasyprint", "--quiet", "--pdf-variant", "pdf/ua-1", "--stylesheet", "page.css"),
            *("--attachment", "words.txt", "--attachment", "code.txt", "page.html", "page.pdf"),
        )
        self._run(
            *("pyhanko", "sign", "addsig", "--field", "Seal", "--certify", "--use-pades", "pemder"),
            *("--key", "key.pem", "--cert", "certificate.der", "--no-pass", "page.pdf", "sealed.pdf"),
        )

    def _run(self, *command: str) -> None:
        subprocess.run(command, cwd=self.folder, check=True, capture_output=True)
