## checks

check-missing = Missing translation
    .description = Each segment of the source has a translation.
    .reason = A reader of the translation would not learn what the sentence says.
    .hint = Translate what is missing: `tolmach translate { $article } --only missing`.
    .wrong = A sentence was added to the source, and nothing stands for it in English.
check-missing-segment = The segment “{ $source }” has no translation.

check-stale = Stale translation
    .description = Each translation fits its source as it is now. A change of typography alone is reported and does not fail.
    .reason = A text that was right yesterday is wrong today, and nothing on the page shows it.
    .hint = Bring what is stale up to date: `tolmach translate { $article } --only stale`; settle what still holds: `tolmach ack { $article } SEGMENT --reason "…"`.
    .wrong = The source says “on Tuesday” now, and the translation still says “on Monday”.
    .right = The translation was brought up to date, or a person said with `ack` that it still holds.
check-stale-segment = The translation of “{ $source }” is stale: the source changed since.
check-stale-typography = The source “{ $source }” changed in its typography only.
    .hint = Nothing needs to be done if the translation is right as it is.
check-stale-change =
    The translation of “{ $source }” is stale: { $danger ->
        [critical] the change is critical.
        [major] the change is major.
       *[minor] the change is minor.
    }
check-stale-word =
    The translation of “{ $source }” is stale: { $danger ->
        [critical] “{ $word }” ({ $concern }) makes the change critical.
        [major] “{ $word }” ({ $concern }) makes the change major.
       *[minor] the change at “{ $word }” ({ $concern }) is minor.
    }
check-stale-concern =
    { $concern ->
        [value] number or date
        [negation] negation
        [contrary] the opposite
        [unit] unit or amount
        [limit] limit of a number or date
        [time] time
        [name] name
        [origin] place or nation
        [modality] certainty or obligation
        [mood] condition
        [office] office or body
        [part] who did what
        [relation] preposition or conjunction that turns the sense
        [extent] how many of all
        [quotation] quotation
        [code] code or address
        [address] address of a link
        [sign] sign
       *[word] word
        [tense] tense
        [voice] active or passive
        [number] singular or plural
        [quantifier] how many
        [particle] particle
        [preposition] preposition
        [conjunction] conjunction
        [pronoun] pronoun
        [letter] another word by its ё or stress
        [footnote] footnote
        [small-word] small word
        [inflection] form of the word
        [order] word order
        [spelling] spelling
        [capital] capital
        [punctuation] punctuation
        [written] short form
    }

check-unsealed = Unsealed pair
    .description = Each pair was decided by a person; none was edited by hand or put together by a merge.
    .reason = A merge can put a source beside a translation of another sentence; a seal shows that somebody saw both together.
    .hint = Compare source and translation of unsealed pairs, then settle them: `tolmach translate { $article } --only unsealed`.
    .wrong = A merge put the translation of one sentence beside another one, and nobody looked.
    .right = A person saw both and said so with `ack`.
check-unsealed-pair = The pair of “{ $source }” is not sealed: it was edited by hand or put together by a merge.

check-hand-edit = Edit by hand
    .description = A hand that edits the page changes no fact that its source doesn’t change.
    .reason = A number, a name or a “not” that was changed in the translation alone is news that nobody wrote.
    .hint = Take the edit back in “{ $path }”, or say that it is right: `tolmach ack { $article } SEGMENT --reason "…"`, as an editor `tolmach review { $article } SEGMENT`.
    .wrong = On the page “18 wagons” became “81 wagons”, while the source says 18.
    .right = The page says 18, or an editor has read the edit and approved it.
check-hand-edit-fact =
    The translation of “{ $source }” was edited by hand, its source was not: { $kind ->
        [came] “{ $word }” stands in the translation only.
        [went] “{ $word }” went from the translation, and the source still says it.
        [denied] it denies (“{ $word }”) what the source does not deny.
        [affirmed] the negation “{ $word }” went from the translation.
       *[changed] “{ $word }” was changed in the translation alone.
    } It was “{ $before }”.
check-hand-edit-both =
    The translation of “{ $source }” was edited by hand otherwise than its source: { $kind ->
        [came] “{ $word }” stands in the translation only.
        [went] “{ $word }” went from the translation, and the source still says it.
        [denied] it denies (“{ $word }”) what the source does not deny.
        [affirmed] the negation “{ $word }” went from the translation.
       *[changed] “{ $word }” was changed in the translation alone.
    } It was “{ $before }”.
check-hand-edit-gone = The translation of “{ $source }” was taken off the page by hand: “{ $before }”.
    .hint = Put it back in “{ $path }” and run `tolmach align { $article }`, or take the sentence out of the source, too.

check-withdrawn = Withdrawn text
    .description = No published document says what was taken out of its source.
    .reason = What an editor took back must not stay before readers in another language.
    .hint = Take it out of “{ $path }”, or publish the article anew (`tolmach publish { $article }`); to keep it: `tolmach waive { $article } +NUMBER --check withdrawn --reason "…"`.
    .wrong = A sentence was taken out of the source, and the page still says it.
    .right = The page says what the source says, and nothing that was taken back.
check-withdrawn-source = The page still says “{ $target }”, but its source “{ $source }” was taken out.
check-withdrawn-text = The page still says “{ $target }”, but its source was taken out.

check-unpublished = Page out of date
    .description = Each published document says what its catalog says now.
    .reason = Readers read the page and not the catalog.
    .hint = Publish the article: `tolmach publish { $article }`.
    .wrong = The catalog was corrected on Tuesday, and the page still has the text of Monday.
    .right = `tolmach publish` wrote the page anew.
check-unpublished-behind = The page doesn’t say what the catalog says now.
    .hint = Translate what is left (`tolmach translate { $article }`), then publish the article: `tolmach publish { $article }`.
check-unpublished-beside = The source has other code, addresses or fields now, and the page still has what it had.
    .hint = Do the same on the page, then run `tolmach align { $article }`; where the page is right as it is, say so: `tolmach ack { $article } --page --reason "…"`.
check-unpublished-own = Code, addresses, values or fields were changed on the page alone, and the source has what it had.
    .hint = Take the change back on the page, or do the same in the source, then run `tolmach align { $article }`; where the page is right as it is, say so: `tolmach ack { $article } --page --reason "…"`.
check-unpublished-apart = Page and source have other code, addresses, values or fields.
check-unpublished-values = A value came, went or changed in the source, and the page doesn’t say so.
check-unpublished-order = Page and source have their texts in another order, or under other headings.
check-unpublished-edited = The page was edited by hand, and the catalog doesn’t know what it says.
    .hint = Bring the edits into the catalog with `tolmach align { $article }`, or write over them with `tolmach publish { $article } --force`.
check-unpublished-other =
    { $kind ->
        [edited] The page was edited by hand:
        [values] A value changed in the source:
        [beside] The source has other code, addresses or fields now:
        [own] Changed on the page alone, and the source has what it had:
        [apart] Page and source have other code, addresses, values or fields:
       *[behind] The page is behind:
    } { $shows ->
        [is] it says “{ $is }”, and that would be published no more.
        [would] “{ $would }” is missing from it.
       *[both] it says “{ $is }” where “{ $would }” would be published.
    }
check-unpublished-elsewhere =
    { $by ->
        [page] Moved on the page alone:
       *[source] Not in the same place:
    } { $what ->
        [line] “{ $is }” stands beside another text than in the source.
       *[text] “{ $is }” stands otherwise in the source (“{ $would }”): in another list, block or column, or on another level.
    }
check-unpublished-gone = The page was there and is gone.
    .hint = Publish it again: `tolmach publish { $article }`; if it is to stay away, take [published] out of its catalog.

check-extra = Text without a source
    .description = Text that stands only in the translation is there on purpose.
    .reason = What only the translation says was said by nobody the source knows.
    .hint = Take the text out, or give it a source; to keep it: `tolmach waive { $article } +NUMBER --check extra --reason "…"`.
    .wrong = The page has a sentence that stands nowhere in the source.
    .right = The sentence was taken out, or somebody said with `waive` why it is there.
check-extra-text = Only the translation has “{ $target }”.

check-unreviewed = Not reviewed
    .description = An editor has read each translation.
    .reason = Some newsrooms publish nothing that only one person has read.
    .hint = Read what waits: `tolmach review { $article }`.
    .wrong = A translator wrote it, and no editor has read it.
    .right = An editor approved it: `tolmach review`.
check-unreviewed-segment = No editor has read the translation of “{ $source }”.

check-open-note = Open note
    .description = Each note was settled: by an editor’s approval, by taking it away, or by a waiver.
    .reason = A note is a question to somebody; it must not be forgotten when the text goes out.
    .hint = Answer the note, then approve the translation (`tolmach review { $article } SEGMENT`) or settle the note: `tolmach waive { $article } SEGMENT --check open-note --reason "…"`.
    .wrong = A pair has the note “ask the press office”, and nobody answered.
    .right = The note was answered and taken away, or an editor approved the translation.
check-open-note-text = A note waits for somebody: “{ $note }”.

check-lone-document = Page without a source
    .description = Each translated document has its source; one that never had any warns.
    .reason = A page without a source is a page that nobody keeps up.
    .hint = Remove the page, or bring its source back; where an article moved, `tolmach tidy` takes its page along.
    .wrong = The Russian text was deleted, and its English page is still before readers.
    .right = The page went with its source, or the source is back.
check-lone-document-gone = The page is still there, but its source “{ $path }” is gone.
check-lone-document-other =
    { $kind ->
        [catalog] The catalog
       *[page] The page
    } is still there, but its source “{ $path }” is a link, hidden or left out by git, so no article is read there.
check-lone-document-never = The page has no source: “{ $path }” isn’t there.

check-draft = Draft
    .description = A person confirmed each translation.
    .reason = A draft is the work of a machine, a memory or an alignment until a person has read it.
    .hint = Compare drafts with their sources, then confirm them: `tolmach translate { $article } --only draft`.
    .wrong = A machine wrote the translation, and nobody has read it.
    .right = A translator read it beside its source and confirmed it.
check-draft-segment = The translation of “{ $source }” is a draft.
check-draft-came = The translation of “{ $source }” is a draft: “{ $word }” stands in the translation only.
check-draft-went = The translation of “{ $source }” is a draft: “{ $word }” went from the translation, and the source still says it.
check-draft-denied = The translation of “{ $source }” is a draft: it denies (“{ $word }”) what the source does not deny.
check-draft-affirmed = The translation of “{ $source }” is a draft: the negation “{ $word }” went from the translation.
check-draft-changed = The translation of “{ $source }” is a draft: “{ $word }” was changed in the translation alone.

check-left-in-source = Left in the source language
    .description = No translation is the source text over again, whole or in part, nor a mark such as TODO.
    .reason = Words in another alphabet, or a mark such as TODO, tell every reader that nobody looked.
    .hint = Give the sentence a translation: `tolmach translate { $article } SEGMENT --edit "…"`.
check-left-in-source-segment = The translation of “{ $source }” is still in the source language.
check-left-in-source-words = “{ $words }” was left in the source language in the translation of “{ $source }”.
check-left-in-source-skipped = A block that is left out of the translation stands on the page in the source language: “{ $text }”.
    .hint = Take `<!-- tolmach:skip -->` away and translate it, or say that it is to be copied as it stands: `<!-- tolmach:copy -->`.
check-left-in-source-field = The field “{ $field }” stands on the page in the source language: “{ $text }”.
    .hint = List the field under `translate` in `[front_matter]` of `tolmach.toml`, and translate it; on a page kept by hand write it there.
check-left-in-source-mark = The translation of “{ $source }” is not finished: it says “{ $mark }”.

check-numbers = Numbers and dates
    .description = Numbers, dates and units of a translation are those of its source, by value.
    .reason = A wrong figure or date is the mistake that news has to correct most often, and the eye passes over it.
    .hint = Correct the translation: `tolmach translate { $article } SEGMENT --edit "…"`; where it is right as it is, say so: `tolmach waive { $article } SEGMENT --check numbers --reason "…"`.
check-numbers-other = The translation of “{ $source }” has “{ $new }” where the source has “{ $old }”.
check-numbers-same = “{ $values }” in the translation of “{ $source }” is written as in the source, and is another number there.
check-numbers-missing = “{ $values }” is missing from the translation of “{ $source }”.
check-numbers-extra = “{ $values }” stands in the translation of “{ $source }” only.

check-terms = Terms
    .description = Names and terms are translated as the files of terms say; what they forbid stands nowhere.
    .reason = One name for one thing lets readers, searches and lawyers find it.
    .hint = Use the agreed term: `tolmach translate { $article } SEGMENT --edit "…"`; where another is right here, say so: `tolmach waive { $article } SEGMENT --check terms --reason "…"`; what was agreed: `tolmach terms list`.
    .wrong = `terms.toml` says “Universal Postal Union”, and the translation says “World Postal Union”.
    .right = The translation says “Universal Postal Union”.
check-terms-missing = The translation of “{ $source }” lacks the agreed term for “{ $term }”: “{ $wanted }”.
check-terms-forbidden = The translation of “{ $source }” says “{ $found }”, which is not to be used; the agreed term is “{ $wanted }”.
check-terms-source = “{ $source }” says “{ $found }”, which is not to be used; the agreed term is “{ $wanted }”.
check-terms-changed = The translation of “{ $source }” must have “{ $wanted }” as it stands in the source.
check-terms-twice = The term “{ $term }” stands at { $place } already.
check-terms-clash = “{ $term }” is translated in another way at { $place }, and nothing tells the two apart: give one a context, or `near`.
check-terms-both = “{ $text }” is both agreed and not to be used.
check-terms-untranslated = “{ $term }” has no translation into “{ $target }”.

check-negation = Negation
    .description = A translation denies what its source denies, and nothing else.
    .reason = A lost “not” turns a report into its contrary, and the sentence still reads well.
check-negation-lost = The translation of “{ $source }” lacks the negation “{ $words }”.
check-negation-added = The translation of “{ $source }” denies what the source does not: “{ $words }”.

check-modality = Duty and right
    .description = What must be in the source is no right in the translation, and what may be is no duty.
    .reason = “May” for “must” makes a right of a duty.
check-modality-other = The translation of “{ $source }” says “{ $new }” where the source says “{ $old }”.

check-contrary = The contrary
    .description = The translation does not say the contrary: rose for fell, after for before, a father for a mother, what is sure for what may be.
    .reason = A sentence in which every word but one is right reads well and misleads the reader.
check-contrary-other = The translation of “{ $source }” says “{ $new }” where the source says “{ $old }”.
check-contrary-lost = The translation of “{ $source }” lacks “{ $old }” of the source.
check-contrary-added = The translation of “{ $source }” says “{ $new }”, which the source does not.

check-dates = Dates
    .description = Dates are in the calendar, fall on the weekday that is named, and pair their days and months as the source does.
    .reason = A reader who comes on the wrong day was sent there by the page; a wrong date of the source is a question to its author.
check-dates-impossible = “{ $date }” in the translation of “{ $source }” is in no calendar.
check-dates-weekday =
    “{ $date }” in the translation of “{ $source }” is a { $day ->
        [mon] Monday.
        [tue] Tuesday.
        [wed] Wednesday.
        [thu] Thursday.
        [fri] Friday.
        [sat] Saturday.
       *[sun] Sunday.
    }
check-dates-exchanged = The translation of “{ $source }” has “{ $date }”, where the source has this day in another month.
check-dates-source-impossible = “{ $date }” in the source is in no calendar.
check-dates-source-weekday =
    “{ $date }” in the source is a { $day ->
        [mon] Monday.
        [tue] Tuesday.
        [wed] Wednesday.
        [thu] Thursday.
        [fri] Friday.
        [sat] Saturday.
       *[sun] Sunday.
    }

check-names = Names
    .description = Names keep their initials, order and letters, and each is spelled one way all over an article.
    .reason = A person whose name is wrong finds the mistake first; one spelled two ways is two people to a search.
check-names-initials = The translation of “{ $source }” says “{ $new }” for “{ $old }”.
check-names-order = First name and surname changed places in the translation of “{ $source }”: “{ $new }” for “{ $old }”.
check-names-spelling = “{ $new }” in the translation of “{ $source }” is no usual spelling of “{ $old }”.
check-names-lost = The translation of “{ $source }” does not name “{ $name }”.
check-names-another = The translation of “{ $source }” names “{ $new }” where the source names “{ $old }”.
check-names-sex = The translation of “{ $source }” says “{ $new }” for “{ $old }”: a man’s and a woman’s surname end differently.
check-names-elsewhere = The translation of “{ $source }” spells “{ $new }” what other articles spell “{ $old }”.
check-names-two-ways = The translation of “{ $source }” spells “{ $new }” what the article spells “{ $old }” elsewhere.

check-acronyms = Abbreviations
    .description = Abbreviations are those of the rest of the article, with their letters in the order of their words.
    .reason = Readers take another abbreviation for another body.
check-acronyms-full = The translation of “{ $source }” does not say what “{ $short }” stands for, as its source does.
check-acronyms-order = The letters of “{ $short }” are not in the order of the words “{ $words }” in the translation of “{ $source }”.
check-acronyms-other = The translation of “{ $source }” says “{ $new }” where the article says “{ $old }” elsewhere.

check-attribution = Quotations and speakers
    .description = A quotation keeps its quotation marks, and its speaker is that of the source.
    .reason = Words without quotation marks are the newsroom's own, and words of another speaker are made up.
check-attribution-marks = The quotation in “{ $source }” has no quotation marks in the translation.
check-attribution-spread = The quotation marks in the translation of “{ $source }” take in words that are outside them in the source.
check-attribution-speaker = In the translation of “{ $source }” { $new } speaks, in the source { $old }.

check-consistency = Consistency
    .description = Within an article one sentence has one translation, and one translation is of one sentence.
    .reason = Two translations of one sentence read as two statements; one translation of two is mostly pasted by mistake.
    .wrong = “Вход свободный для всех.” is “Admission is free for all.” in one place and “Everyone may enter.” in another.
    .right = The same sentence has the same translation in both places.
check-consistency-source = “{ $source }” is translated two ways: “{ $old }” before, “{ $new }” here.
check-consistency-target = “{ $target }” translates two sentences: “{ $old }” before, “{ $new }” here.

check-value-form = Form of a value
    .description = A value without words stands on the page as its readers write it.
    .reason = An American reads 03.12.2025 as March 12, and 12,500 as twelve and a half thousand.
    .hint = Write it as its readers do: `tolmach translate { $article } SEGMENT --edit "…"`, or all dates at once by `[style]`, `dates`, in `tolmach.toml`.
    .wrong = “03.12.2025” stands on the English page as in the source, and an American reads March 12.
    .right = The page says “December 3, 2025”.
check-value-form-doubt = “{ $value }” stands on the page as in the source, and its readers may take it for another value.

check-date-style = Form of a date
    .description = English dates of an article are written in one order: May 5 or 5 May.
    .reason = A page that writes dates in two ways looks as if two people had written it without talking.
    .wrong = The article writes “May 5” in one sentence and “6 May” in the next.
    .right = It writes “May 5” and “May 6”.
check-date-style-other = The translation of “{ $source }” writes “{ $new }”, the rest of the article “{ $old }”.

check-false-friends = False friends
    .description = No word of the translation only looks like the word of the source.
    .reason = The word looks right because it looks like the source, and says something else.
check-false-friends-word = “{ $new }” in the translation of “{ $source }” is a false friend of “{ $old }”, which mostly means: { $right }.

check-no-translation = No translation
    .description = Each article has a catalog for each target language.
    .reason = One line says that the whole article waits, in place of one for each sentence.
    .hint = Translate the article with `tolmach translate { $article }`, or pair a translation that is there already with `tolmach align { $article }`.
    .wrong = The article has a Russian source and no catalog in English: nobody began.
    .right = Each article has `en.toml` beside its source, written by `tolmach translate` or `tolmach align`.
check-no-translation-article =
    The article has no translation into “{ $target }”: { $count ->
        [one] { $count } segment waits for it.
       *[other] { $count } segments wait for it.
    }
check-no-translation-moved = The article moved, and its catalog stayed behind: “{ $path }”.
    .hint = Let the catalog follow with `tolmach tidy`, before anything else: it holds what people decided.

check-placeholder-line = Unresolved variable
    .description = The source has no line that holds only a template variable.
    .reason = The program that fills in the page did not, and readers see the name of a variable.
    .hint = Put the text in its place in “{ $path }”, or remove the line.
    .wrong = A line of the source holds nothing but `{"{"}{"{"} lead {"}"}{"}"}`.
    .right = The text that the variable stood for is there, or the line is gone.
check-placeholder-line-variable = The line holds nothing but the unresolved template variable “{ $variable }”.

check-orphan = Orphan pair
    .description = Each pair fits a segment of the source. An orphan is kept: its segment may come back.
    .reason = Its sentence is gone from the source or reads quite differently; what was decided about it is kept.
    .hint = Keep the pair if its text may return; else remove it with `tolmach tidy { $article }`.
    .wrong = A pair of the catalog is of a sentence that the source has no more.
    .right = The sentence came back, or `tolmach tidy` took the pair away.
check-orphan-twin = The catalog has two pairs of “{ $source }”, and the source has it only once.
check-orphan-pair = The pair of “{ $source }” fits no segment of the source.

check-code = Code
    .description = Code between backticks stands in the translation as in the source.
    .reason = Code is typed as it stands; a translated word in it does not work.

check-links = Links
    .description = Addresses of links, pages and mailboxes are those of the source; parts that name its language may differ.
    .reason = A letter that is wrong in an address leads readers nowhere, or to somebody else.

check-placeholders = Placeholders
    .description = Placeholders such as {"{"}name{"}"} or %s stand in the translation as in the source.
    .reason = What a program fills in later must have the name that the program knows.

check-brackets = Brackets
    .description = Brackets of the translation close where those of the source do.
    .reason = A bracket without its other half makes an aside of the rest of the sentence.
check-brackets-open = In the translation of “{ $source }” the bracket { $bracket } lacks its other half.
check-brackets-lost = The translation of “{ $source }” has no brackets where the source has { $brackets }.

check-doubled-words = Doubled word
    .description = No word of the translation stands twice in a row by a slip.
    .reason = The eye skips a word that stands twice, so spell checkers and readers find it after print.
check-doubled-words-twice = “{ $word }” stands twice in a row in the translation of “{ $source }”.

check-mixed-script = Mixed script
    .description = No word mixes Latin and Cyrillic letters that look alike.
    .reason = The word looks right and is found by no search.
check-mixed-script-word = “{ $word }” in the translation of “{ $source }” has both Latin and Cyrillic letters.
check-mixed-script-source = “{ $word }” in the source “{ $source }” is written with Latin letters that look Cyrillic.

check-invisible-characters = Invisible character
    .description = The translation has no invisible or broken character that the source lacks.
    .reason = It breaks search, line ends and sometimes the page, and nobody can see it.
check-invisible-characters-one = The translation of “{ $source }” holds a character that nobody sees: { $code }.

check-number-format = Form of a number
    .description = Numbers of an English translation are written as English writes them: 3.5, 12,500.
    .reason = English reads 3,500 as three and a half thousand and 3.500 as three and a half.
check-number-format-one = “{ $number }” in the translation of “{ $source }” is not how English writes a number.

check-end-punctuation = End of a sentence
    .description = A translation ends with a question mark, a colon, a semicolon or a stop where its source does.
    .reason = A question that became a statement says something else; in lists a wrong mark is the trace of a cut.
check-end-punctuation-other =
    The translation of “{ $source }” { $bare ->
        [translation] ends without a mark where the source ends with “{ $old }”.
        [source] ends with “{ $new }” where the source ends without a mark.
       *[none] ends with “{ $new }” where the source ends with “{ $old }”.
    }
check-end-punctuation-doubled = In the translation of “{ $source }” two marks stand side by side that exclude each other: “{ $marks }”.
check-end-punctuation-start =
    The translation of “{ $source }” { $bare ->
        [translation] begins without a mark where the source begins with “{ $old }”.
        [source] begins with “{ $new }” where the source begins without a mark.
       *[none] begins with “{ $new }” where the source begins with “{ $old }”.
    }

check-spaces = Spaces
    .description = The translation has no space too many, none on the wrong side of a mark, and none lacking after one.
    .reason = It is a slip of the hand that every reader sees.
check-spaces-slip = A space is out of place in the translation of “{ $source }”: “{ $place }”.
check-spaces-edge =
    The translation of “{ $source }” { $side ->
        [start] does not begin with the spaces or line breaks of its source.
       *[end] does not end with the spaces or line breaks of its source.
    }
check-spaces-lines = The translation of “{ $source }” has { $new ->
        [0] no blank line
        [one] { $new } blank line
       *[other] { $new } blank lines
    } within, its source { $old }.

check-length = Length
    .description = The translation is neither far shorter nor far longer than its source.
    .reason = A translation that is far too short has mostly lost something, one far too long has mostly taken in its neighbour.
check-length-far = The translation of “{ $source }” has { $percent }% of the letters of its source.
check-length-mark = The source “{ $source }” is a mark alone, its translation has words.

check-quotes = Quotation marks
    .description = Quotation marks of an English translation are English ones, and each closes where those of the source do.
    .reason = Where a quotation does not close, nobody can tell who says what comes after it.
check-quotes-mark = A quotation mark in the translation of “{ $source }” is not English or does not close: { $mark }

check-markup = Markup
    .description = Bold type, struck text, links and tags of the source stand in the translation, too.
    .reason = What the source makes bold it makes bold for a reason, often a date by which something must be done.

check-remark-left-in = Remark left in
    .description = No remark for a colleague stays in a translation: a translator’s note, a question, “check this”.
    .reason = What was meant for one colleague is read by everybody.
check-remark-left-in-one = A remark was left in the translation of “{ $source }”: “{ $remark }”.

check-correction-parity = Correction on one side
    .description = A line that owns up to a correction or an update stands on both sides, or on neither.
    .reason = Readers of the translation read the same mistake and have the same right to know.
check-correction-parity-lost = “{ $label }” is missing from the translation of “{ $source }”.
check-correction-parity-added = The translation of “{ $source }” says “{ $label }”, and the source doesn’t.

check-dateline = Dateline
    .description = A dispatch that begins with its place, date and agency begins so in translation.
    .reason = It tells from where and from whom the news comes.
check-dateline-lost = The dateline is missing from the translation of “{ $source }”: “{ $line }”.
check-dateline-other = The dateline of “{ $source }” says “{ $new }” where the source has “{ $old }”.
check-dateline-agency = The dateline of “{ $source }” doesn’t name the agency: “{ $agency }”.

check-unofficial-notice = Notice of an unofficial translation
    .description = A translation that its source calls unofficial says so.
    .reason = A reader may rely on it as on the text that has force.
    .hint = Say so in the translation of `{ $article }`, for instance “Unofficial translation”, or take `unofficial` out of the source’s front matter.
check-unofficial-notice-none = The translation doesn’t say that it is unofficial.

check-list-count = Length of a list
    .description = As many points as the source numbers, and as many names as it puts in a row, stand in the translation.
    .reason = A name that fell out of a row is noticed by its bearer first.
check-list-count-other = The translation of “{ $source }” lists { $new } where the source lists { $old }.

check-dashes = Dashes
    .description = A dash is written as a dash, and as the house writes it.
    .reason = A hyphen in its place reads as a joined word.
check-dashes-other = The translation of “{ $source }” has “{ $dash }” where a dash of the house’s style belongs.

check-house-style = House style
    .description = Lists, quotations, dates and names are written as the configuration says; what it doesn’t set is free.
    .reason = Readers trust a page that has one hand.
check-house-style-patronymic =
    { $wanted ->
        [keep] The translation of “{ $source }” drops the patronymic “{ $name }”, which the house keeps.
       *[drop] The translation of “{ $source }” keeps the patronymic “{ $name }”, which the house drops.
    }
check-house-style-other = “{ $text }” in the translation of “{ $source }” is not the house’s style.
check-house-style-name = The translation of “{ $source }” spells “{ $new }” where the house writes “{ $old }”.

check-embargo = Embargo
    .description = No page stands where readers find it before the time of the embargo that its source names.
    .reason = Breaking an embargo costs a newsroom its sources.
    .hint = Take “{ $path }” away until then, or correct `embargo` in the source’s front matter: a time, or `false`.
    .wrong = The source says `embargo: 2030-05-01T09:00`, and the English page stands there the day before.
    .right = The page is published when its time has come.
check-embargo-page =
    The page is there already, and its source is under embargo { $until ->
        [none] that names no time
       *[named] until { $until }
    }.

check-both-languages = Both languages or none
    .description = An article that is published has its page in each target language.
    .reason = An office that promises two languages publishes in two.
    .hint = Publish it: `tolmach publish { $article }`; where it has to wait, set `draft: true` or `embargo` in its front matter.
    .wrong = An article is on the site in Russian, and its English page isn't there.
    .right = Both pages are there, or `draft: true` says why one isn't yet.
check-both-languages-one = The article has no page in the other language: “{ $path }” isn’t there.

## What several checks tell of texts that must be kept

check-differing-missing = Missing from the translation of “{ $source }”: { $values }.
check-differing-extra = Only in the translation of “{ $source }”: { $values }.
check-differing-other = The translation of “{ $source }” has { $new } where the source has { $old }.
check-usual-hint = Correct the translation: `tolmach translate { $article } SEGMENT --edit "…"`; if it is right as it is, waive the finding: `tolmach waive { $article } SEGMENT --check { $check } --reason "…"`.
