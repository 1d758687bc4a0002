"""Writes data/reader/words.json: {language: [[word, frequency], ...]}, the commonest words of each language (wordfreq)."""

import json
from pathlib import Path

from wordfreq import top_n_list, word_frequency

OUT = Path(__file__).parents[1] / "data" / "reader" / "words.json"
LATIN = "de fr es it pt nl pl cs sv da nb fi hu ro tr sh lt lv sl sk ca is".split()
OTHER = "el ru uk bg mk".split()


def main() -> None:
    lists = {}
    for language in ["en", *LATIN, *OTHER]:
        words = top_n_list(language, 30000 if language == "en" else 6000)
        lists[language] = [[w, word_frequency(w, language)] for w in words]
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps(lists, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
