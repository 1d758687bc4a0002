"""Writes charset.txt: every character the reader can output, in class order (class 0 is CTC's blank, so class i is character i - 1).

Left out on purpose: characters that look like a commoner one (U+00B5 like mu, U+00AA and U+00BA like raised letters,
U+2212 is kept since tables of numbers use it) and lone accents, which no interface shows by themselves.
"""

from pathlib import Path

LATIN_1 = "¡¢£¥§©«®°±²³¶·¹»¼½¾¿" + "".join(map(chr, range(0xC0, 0x100)))
LATIN_EXTENDED = "".join(chr(c) for c in range(0x100, 0x180) if chr(c) not in "ĸŉſĿŀĲĳ") + "ȘșȚțẞ"
GREEK = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρςστυφχψωΆΈΉΊΌΎΏΪΫάέήίόύώϊϋΐΰ"
CYRILLIC = "".join(map(chr, range(0x410, 0x450))) + "".join(
    c + c.lower() for c in "ЁЂЃЄЅІЇЈЉЊЋЌЎЏҐ"
)
PUNCTUATION = "–—‘’‚“”„†‡•…‰′″‹›"
CURRENCY = "€₹₽₩₿₺₴"
SIGNS = "™№₂←↑→↓↔↗↘↵⇒⇧−≈≠≤≥∞√∑∆■□●○◆◇▲▼▶◀▸▾★☆✓✔✕✖✗♥♡♦☰⋮⋯⌘⌥✉⚠⚙✎"

ASCII = "".join(map(chr, range(0x20, 0x7F)))
CHARSET = "".join(dict.fromkeys(ASCII + LATIN_1 + LATIN_EXTENDED + GREEK + CYRILLIC + PUNCTUATION + CURRENCY + SIGNS))

if __name__ == "__main__":
    (Path(__file__).parent / "charset.txt").write_text(CHARSET, encoding="utf-8")
    print(len(CHARSET), "characters")
