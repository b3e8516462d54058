"""Prints the case forms of names, as another dictionary makes them: a line a form, the name and the form parted by a tab.

Each line of standard input is a name in the nominative: adjectives, a noun, and what stays as it is after a bar.
"""

import sys

import pymorphy3

CASES = ["nomn", "gent", "datv", "accs", "ablt", "loct"]
analyzer = pymorphy3.MorphAnalyzer()


def noun(word):
    """The analysis of a word as a noun in the nominative."""
    for analysis in analyzer.parse(word):
        if "NOUN" in analysis.tag and "nomn" in analysis.tag:
            return analysis
    raise SystemExit(f"no noun: {word}")


def adjective(word, head):
    """The analysis of a word as an adjective that fits the noun."""
    for analysis in analyzer.parse(word):
        fits = analysis.tag.number == head.tag.number
        if ("ADJF" in analysis.tag or "PRTF" in analysis.tag) and "nomn" in analysis.tag and fits:
            return analysis
    raise SystemExit(f"no adjective: {word}")


def in_case(analysis, grammemes):
    form = analysis.inflect(grammemes)
    return form.word if form else None


for line in sys.stdin:
    name, _, tail = line.strip().partition("|")
    *before, last = name.split()
    head = noun(last)
    numbers = [head.tag.number] if head.tag.number == "plur" else ["sing", "plur"]
    for number in numbers:
        for case in CASES:
            main = in_case(head, {case, number})
            words = []
            for word in before:
                wanted = {case, number}
                if number == "sing":
                    wanted.add(head.tag.gender)
                if case == "accs" and (number == "plur" or head.tag.gender == "masc"):
                    wanted.add(head.tag.animacy)
                words.append(in_case(adjective(word, head), wanted))
            if main is None or None in words:
                continue
            whole = f"{name} {tail}".strip()
            form = " ".join([*words, main, tail]).strip()
            print(f"{whole}\t{form}")
