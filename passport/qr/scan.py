"""The text of the code in a picture. Pictures come from strangers: call this only in the child (``checking.child``)."""

import io
import warnings
from typing import TYPE_CHECKING

from passport.errors import NotOurs
from passport.qr.token import PREFIX

if TYPE_CHECKING:
    from PIL import Image

MOST_PIXELS = 25_000_000
_NEVER_SEE_THROUGH = {"1", "L", "RGB"}
_KINDS = ("PNG", "JPEG", "WEBP")


def read_picture(picture: bytes) -> str:
    """The text of the one code in it, ours before any other.

    Raises NotOurs: step ``picture`` where it is none we read or too large, ``no_code`` where no code is found in it,
    ``many_codes`` where there are several and we cannot tell which is meant.
    """
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(picture), formats=_KINDS) as opened:
                if opened.width * opened.height > MOST_PIXELS:
                    raise NotOurs(step="picture")
                grey = _on_white(opened)
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as wrong:
            raise NotOurs(step="picture") from wrong
    found = _texts(grey) or _texts_of_twice_the_size(grey)
    ours = {text for text in found if text.startswith(PREFIX)} or found
    if len(ours) != 1:
        raise NotOurs(step="many_codes" if ours else "no_code")
    return ours.pop()


def _texts(grey: "Image.Image") -> set[str]:
    """What every code in it says."""
    import zxingcpp

    kinds = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    return {code.text for code in zxingcpp.read_barcodes(grey, formats=kinds)}


def _texts_of_twice_the_size(grey: "Image.Image") -> set[str]:
    """The same where nothing was found and the photo is small: taken from far off, or of a pale print."""
    from PIL import Image

    if 4 * grey.width * grey.height > MOST_PIXELS:
        return set()
    return _texts(grey.resize((2 * grey.width, 2 * grey.height), Image.Resampling.BICUBIC))


def _on_white(picture: "Image.Image") -> "Image.Image":
    """In greys, with what is see-through as white paper."""
    from PIL import Image

    if picture.mode in _NEVER_SEE_THROUGH and "transparency" not in picture.info:
        return picture.convert("L")
    paper = Image.new("RGBA", picture.size, "white")
    paper.alpha_composite(picture.convert("RGBA"))
    return paper.convert("L")
