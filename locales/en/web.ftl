## Pages and other exports

web-language-ar = Arabic
web-language-be = Belarusian
web-language-bg = Bulgarian
web-language-de = German
web-language-en = English
web-language-es = Spanish
web-language-fa = Persian
web-language-fr = French
web-language-he = Hebrew
web-language-hy = Armenian
web-language-it = Italian
web-language-ja = Japanese
web-language-ka = Georgian
web-language-kk = Kazakh
web-language-ky = Kyrgyz
web-language-pl = Polish
web-language-pt = Portuguese
web-language-ro = Romanian
web-language-ru = Russian
web-language-tg = Tajik
web-language-tr = Turkish
web-language-uk = Ukrainian
web-language-uz = Uzbek
web-language-zh = Chinese

web-source = { $language }, source
web-translation = { $language }, translation
web-sentence = Sentence { $number }
web-sentences = { $count ->
    [one] { $count } sentence
   *[other] { $count } sentences
}
web-no-translation = no translation yet
web-empty-above = translated above, together with sentence { $number }
web-empty-extra = only in the translation
web-empty-stale = left out: translated from an earlier version
web-empty-unsettled = left out: nobody has confirmed it yet
web-earlier-version = translated from an earlier version
web-alternative = Alternative text
web-table = Table
web-caption = Caption
web-field = Front matter
web-note-author = Author’s note:
web-note-translator = Translator’s note:
web-was-translated-from = was: { $text }
web-orphans = { $count ->
    [one] { $count } translation whose source is gone
   *[other] { $count } translations whose source is gone
}
web-terms = { $count ->
    [one] { $count } agreed term
   *[other] { $count } agreed terms
}
web-surplus = { $count ->
    [one] { $count } text of the translated page has no source
   *[other] { $count } texts of the translated page have no source
}
web-surplus-withdrawn = its source was taken out
web-surplus-extra = only in the translation
web-made-from = Made by tolmach from { $path }

web-byline = { $count ->
    [one] By
   *[other] By
}
web-date = { $month } { $day }, { $year }
web-month-1 = January
web-month-2 = February
web-month-3 = March
web-month-4 = April
web-month-5 = May
web-month-6 = June
web-month-7 = July
web-month-8 = August
web-month-9 = September
web-month-10 = October
web-month-11 = November
web-month-12 = December

web-state-final = final
web-state-reviewed = reviewed
web-state-translated = translated
web-state-draft = draft
web-state-unsealed = unsealed
web-state-stale = stale
web-state-missing = missing

web-mark-cosmetic = typography changed
web-mark-draft = draft
web-mark-unsealed = unsealed
web-mark-minor = minor change
web-mark-major = major change
web-mark-critical = critical change
web-mark-missing = missing

web-meaning-cosmetic = Only the typography of the source changed
web-meaning-draft = A draft that nobody has confirmed yet
web-meaning-unsealed = Edited by hand or put together by a merge, confirmed by nobody
web-meaning-minor = Minor change in the source since it was translated
web-meaning-major = Major change in the source since it was translated
web-meaning-critical = Critical change in the source since it was translated
web-meaning-missing = There is no translation yet

web-tools = View
web-view = Show
web-view-both = Both
web-view-source = Source
web-view-target = Translation
web-marks = Marks
web-previous-mark = Previous mark
web-next-mark = Next mark
web-keys = Keys
web-keys-on = Keyboard shortcuts are on
web-key-view = both, source, translation
web-key-marks = marks on or off
web-key-step = next and previous mark
web-key-sentence = next and previous sentence
web-key-escape = clear the selection
web-copied = Link copied

web-index-title = Translations
web-site = This site
web-neighbours = Other articles
web-previous-article = Previous article
web-next-article = Next article
web-index-articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
web-index-critical = { $count ->
    [one] { $count } critical change
   *[other] { $count } critical changes
}
