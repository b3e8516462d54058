## reports

report-number = { $count }
report-percent = { $percent }%
report-error-label = error:
report-because-label = because:
report-hint-label = hint:

report-status-article = Article
report-status-language = Language
report-status-done = Done
report-status-words = Words
report-status-left = To do
report-status-missing-column = Missing
report-status-stale-column = Stale
report-status-unsealed-column = Unsealed
report-status-draft-column = Drafts
report-status-withdrawn-column = Withdrawn
report-status-extra-column = Extra
report-status-unreviewed-column = Unreviewed
report-status-words-column = Words left
report-status-all = Total
report-status-complete = complete
report-status-no-text = no text in the source
report-status-missing =
    { $count ->
        [one] { $count } missing
       *[other] { $count } missing
    }
report-status-stale =
    { $count ->
        [one] { $count } stale ({ $dangers })
       *[other] { $count } stale ({ $dangers })
    }
report-status-danger =
    { $danger ->
        [critical] { $count } critical
        [major] { $count } major
       *[minor] { $count } minor
    }
report-status-unsealed =
    { $count ->
        [one] { $count } unsealed
       *[other] { $count } unsealed
    }
report-status-draft =
    { $count ->
        [one] { $count } draft
       *[other] { $count } drafts
    }
report-status-withdrawn =
    { $count ->
        [one] { $count } withdrawn text on the page
       *[other] { $count } withdrawn texts on the page
    }
report-status-extra =
    { $count ->
        [one] { $count } only in the translation
       *[other] { $count } only in the translation
    }
report-status-unread =
    { $count ->
        [one] { $count } not reviewed
       *[other] { $count } not reviewed
    }
report-status-notes =
    { $count ->
        [one] { $count } open note
       *[other] { $count } open notes
    }
report-status-page-behind = page to publish
report-status-page-gone = page gone
report-status-page-edited = page edited by hand
report-status-cosmetic =
    { $count ->
        [one] { $count } cosmetic change
       *[other] { $count } cosmetic changes
    }
report-status-orphans =
    { $count ->
        [one] { $count } orphan pair
       *[other] { $count } orphan pairs
    }
report-status-total =
    { $segments ->
        [one] { $segments } segment
       *[other] { $segments } segments
    } in { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    }: { $percent }% done, { $words ->
        [one] { $words } word
       *[other] { $words } words
    } left.
report-status-next-stale = Next: see what changed with `tolmach diff`, then go through it with `tolmach translate`.
report-status-next-align =
    { $count ->
        [one] { $count } page has no catalog yet. Next: `tolmach align` pairs it with its source.
       *[other] { $count } pages have no catalogs yet. Next: `tolmach align` pairs them with their sources.
    }
report-status-next-left = Next: `tolmach translate` goes through all that is left.
report-status-next-edited =
    { $count ->
        [one] { $count } page was edited by hand. Next: `tolmach align` reads the edits.
       *[other] { $count } pages were edited by hand. Next: `tolmach align` reads the edits.
    }
report-status-next-publish =
    { $count ->
        [one] { $count } page to publish. Next: `tolmach publish`.
       *[other] { $count } pages to publish. Next: `tolmach publish`.
    }
report-status-next-surplus = Some pages have text without a source. Next: `tolmach check` says where.
report-status-next-empty = The sources have no text yet. Next: write the first one, then `tolmach translate`.
report-status-next-nothing = Everything is translated, fits its source and stands on its page.
report-status-empty = There are no articles here.
report-status-lone =
    { $count ->
        [one] { $count } page without a source:
       *[other] { $count } pages without a source:
    }
report-lone-folder =
    { $count ->
        [one] { $count } page without a source
       *[other] { $count } pages without a source
    }

report-danger-cosmetic = cosmetic change
report-danger-minor = minor change
report-danger-major = major change
report-danger-critical = critical change
report-danger-word = { $danger }: “{ $word }” ({ $concern })
report-beside-withdrawn = withdrawn, still on the page
report-beside-extra = only in the translation
report-diff-vain = Nothing is translated yet, so there is nothing to compare.
report-diff-empty = No source has changed in substance since it was translated.

report-check-errors =
    { $count ->
        [one] { $count } error
       *[other] { $count } errors
    }
report-check-warnings =
    { $count ->
        [one] { $count } warning
       *[other] { $count } warnings
    }
report-check-notes =
    { $count ->
        [one] { $count } notice
       *[other] { $count } notices
    }
report-check-total =
    { $parts } in { $articles ->
        [one] { $articles } article.
       *[other] { $articles } articles.
    }
report-said = { $text }
report-check-untouched = None of the articles had to be checked.
report-check-vain = There are no articles here, so nothing was checked.
report-check-clean =
    { $articles ->
        [one] No problems in { $articles } article.
       *[other] No problems in { $articles } articles.
    }
report-check-nothing-new =
    { $known ->
        [one] No new problems; { $known } known finding is left out.
       *[other] No new problems; { $known } known findings are left out.
    }
report-severity-error = error
report-severity-warning = warning
report-severity-info = notice
report-check-next = What to do:
report-check-more =
    { $count ->
        [one] { $count } more finding is not shown.
       *[other] { $count } more findings are not shown.
    }

report-rules-check = Check
report-rules-severity = Default
report-rules-meaning = What must hold
report-explain-source = source
report-explain-wrong = wrong
report-explain-right = right
report-explain-measured =
    On the project’s own seeded texts: finds { $found } of { $planted } planted defects, and sees something in { $alarms } of { $clean } clean sentences.
report-explain-unmeasured = How often it is wrong has not been measured.
report-explain-severity = Severity: { $severity }. Another one for the workspace, in `tolmach.toml`: `[check]`, `{ $check } = "off"`; for some articles only: `[check."archive/**"]`.
report-explain-off = Off unless asked for, in `tolmach.toml`: `[check]`, `{ $check } = "{ $severity }"`.
report-explain-waivable = Where a finding is right as it is: `tolmach waive ARTICLE SEGMENT --check { $check } --reason "…"`. The waiver lapses when the texts change.
report-explain-gate = It can’t be waived: only the work itself settles it.
report-explain-fix = What can be mended without a change of sense: `tolmach check --fix --only { $check }`.
report-explain-by-hand = Only a person can mend it.

report-kind-title = title
report-kind-heading = heading
report-kind-paragraph = paragraph
report-kind-item = list item
report-kind-quotation = quotation
report-kind-cell = table cell
report-kind-caption = caption
report-kind-field = front matter

error-baseline = the baseline “{ $path }” can't be read
error-baseline-version = the baseline “{ $path }” has version { $version }; this tolmach reads version 1
hint-baseline = Restore it from git, or delete it and record it anew with `tolmach check --baseline FILE --write-baseline`.
hint-baseline-version = Use the tolmach that wrote it, or delete it and record it anew with `tolmach check --baseline FILE --write-baseline`.

report-diff-segment = segment { $number }

report-align-followed =
    { $article } ({ $target }): { $renewed ->
        [one] { $renewed } pair
       *[other] { $renewed } pairs
    } changed by hand, { $added } new, { $extra } only in the translation, { $withdrawn } taken out, { $drafts } to look at
report-align-article =
    { $article } ({ $target }): { $pairs ->
        [one] { $pairs } pair
       *[other] { $pairs } pairs
    }, { $stale } stale, { $missing } missing, { $extra } only in the translation, { $drafts } to look at
report-align-untranslated = { $article } ({ $target }): no translated document
report-align-source-at =
    {"  "}Of all revisions the source of { $revision } fits the translation best.
report-align-moved =
    {"  "}The source has moved; its translation is still in { $path }.
report-lapse =
    { $place }: { $why }{ $prominence ->
        [title] , in the title
        [field] , in a field
        [lead] , in the first paragraph
       *[body] {""}
    }; { $stand ->
        [translation] the translation held stands there
        [source] the source text stands there
       *[nothing] nothing stands there
    }
report-lapse-beside =
    { $place }: { $kind ->
        [withdrawn] text whose source was taken out
       *[extra] text that only the translation has
    }, +{ $number }; the page leaves it out
report-lapse-more = … and { $count } more of { $path }
report-align-answers = answer to each other: { $list }
report-align-open =
    { $side ->
        [source] no answer in the translation: { $list }
       *[target] no answer in the source: { $list }
    }
report-align-weights =
    place in the text: { $place }% sure; words: { $words ->
        [much] much closer than to the neighbours
        [some] closer than to the neighbours
       *[hardly] hardly closer than to the neighbours
    }; lengths: { $lengths ->
        [alike] alike
       *[different] different
    }
report-align-verdict =
    { $reason ->
        [sure] accepted: its own words speak for it, and nothing else fits as well
        [same] accepted: the text is the same in both languages
        [left-in-source] draft, wants a look: it is still in the language of the source
        [contradicted] draft, wants a look: the two texts state different facts
        [other-name] draft, wants a look: each side names somebody or some place that the other doesn't
        [displaced] draft, wants a look: it stands beside another label or under another heading than in the source
        [lacks-number] draft, wants a look: a number stands on one side alone
        [partial] draft, wants a look: one side says something that the other leaves out or says otherwise
        [bare] draft, wants a look: hardly a word speaks for it
        [unrelated] draft, wants a look: the two documents hardly translate each other
        [place] draft, wants a look: another way to pair the sentences is nearly as likely
        [joined] draft, wants a look: one of the sentences joined here hardly fits
        [words] draft, wants a look: too few of its words answer to each other
       *[alone] no partner: no text of the other side fits well enough
    }
report-align-opposed =
    { $by ->
        [source] only the source says so: { $source }
        [target] only the translation says so: { $target }
       *[both] exclude each other: { $source } and { $target }
    }
report-align-orphans =
    { $count ->
        [one] { $count } translation
       *[other] { $count } translations
    } without a source: { $folders }
report-folder = { $folder } ({ $count })
report-folders-other = elsewhere ({ $count })
report-align-orphan = { $path }: a translation without a source

report-task-missing = no translation
report-task-draft = draft
report-task-unsealed = unsealed
report-task-translated = translated
report-task-reviewed = reviewed
report-task-final = final
report-task-note = note:
report-task-became = Segment { $segment }: “{ $old }” became “{ $new }”; the translation is kept: “{ $target }”
report-task-came = Segment { $segment }: “{ $new }” came in; the translation is kept: “{ $target }”
report-task-went = Segment { $segment }: “{ $old }” went out; the translation is kept: “{ $target }”
report-waivers-empty = No finding is waived.
report-waivers-lapsed = lapsed, the texts have changed

report-translate-place = { $number } of { $count }:
report-translate-missing = no translation yet
report-translate-stale = { $count } stale
report-translate-draft = draft: not confirmed by anybody yet
report-translate-unsealed = unsealed: edited by hand or put together by a merge
report-translate-orphan = moved or removed here
report-translate-note = Note: { $note }
report-sheet-head =
    Worksheet of tolmach: { $count ->
        [one] { $count } segment
       *[other] { $count } segments
    }.

    Write each translation below the line of its block that begins with # =. Lines that begin with # are
    remarks; lines that begin with @ name the segment: leave them as they are. A block that you don’t
    change is left alone, and you may remove blocks.

    Where a translation still holds although its source changed, say so on a line of its own:
        ack: only the word order changed
    A note for colleagues, on a line of its own, too:
        note: ask the press office
    A translation that itself begins with a lone # or @, with ack: or note: has a \ before it.
report-sheet-before = Before: { $text }
report-sheet-before-in = Before, { $language }: { $text }
report-sheet-source = SOURCE: { $text }
report-sheet-change = Change: { $text }
report-sheet-after = After: { $text }
report-sheet-after-in = After, { $language }: { $text }
report-sheet-offer = Offer { $score }% ({ $origin }): { $text }

report-publish-written = published
report-publish-due = out of date
report-publish-held = not ready: { $left }
report-publish-embargo =
    under embargo { $until ->
        [none] that names no time
       *[named] until { $until }
    }, not published; `--force` publishes it now
report-publish-empty = the source has no text, so there is nothing to publish
report-publish-emptied = the source has no text any more, and the page keeps its own; `--force` empties the page, too
report-publish-edited = edited by hand since it was published
report-publish-unkept = its sentences are in the catalog, but not what it has beside them
report-publish-more =
    { $count ->
        [one] … and { $count } more line
       *[other] … and { $count } more lines
    }
report-publish-foreign = not written by tolmach

report-tidy-move = its article moved; { $percent }% of its sources stand beside { $path }
report-tidy-along = goes with it to { $path }
report-tidy-unsure = its article is gone; several others have up to { $percent }% of its sources
report-tidy-homeless = its article is gone
report-tidy-orphan = no segment matches this pair
report-tidy-unsorted = the pairs stand in another order than the segments, or have seals of the older form

## The translation memory

report-memory-none = Nothing like it, and no text with these words.
report-memory-bare = (not translated yet)
report-memory-now = The source reads now: { $source }
report-memory-words = words
report-memory-segment = segment { $number }
report-memory-penalty =
    { $name ->
        [draft] draft
        [machine] machine
        [workspace] another workspace
       *[repaired] values exchanged
    }: −{ $points }
report-memory-pairs =
    { $source } → { $target }: { $pairs ->
        [one] { $pairs } pair
       *[other] { $pairs } pairs
    }, { $sources ->
        [one] { $sources } different source
       *[other] { $sources } different sources
    }
report-memory-home = {"  "}in articles: { $count }
report-memory-other = {"  "}in other workspaces: { $count }
report-memory-files = {"  "}in TMX files: { $count }
report-memory-waiting = {"  "}sources without a translation: { $count }

## tolmach import

report-import-file = ({ $format })
report-import-source = source:
report-import-held = held:
report-import-brought = file:
report-import-note = remark, not kept:
report-import-draft = comes in as a draft
report-import-outcome =
    { $outcome ->
        [new] new
        [changed] changed
        [conflict] both changed
        [older-source] for an older source
        [unknown] belongs to no segment
        [refused] refused
       *[same] the same
    }
report-import-sum =
    { $outcome ->
        [new] new: { $count }
        [changed] changed: { $count }
        [conflict] both changed: { $count }
        [older-source] for an older source: { $count }
        [unknown] of no segment: { $count }
        [refused] refused: { $count }
       *[same] the same: { $count }
    }
report-import-more =
    { $count ->
        [one] … and { $count } row more
       *[other] … and { $count } rows more
    }
report-import-none = No rows.

report-leverage-share = Match
report-leverage-weight = Weight
report-leverage-segments = Segments
report-leverage-words = Words
report-leverage-characters = Characters
report-leverage-weighted = Weighted words
report-leverage-total = All
report-leverage-decimal = { $whole }.{ $fraction }
report-leverage-name =
    { $name ->
        [context] context
        [repetition] repetitions
        [internal] like earlier ones
        [new] new
       *[band] { $name } %
    }
report-leverage-article = { $article } ({ $target }): { $words ->
        [one] { $words } word
       *[other] { $words } words
    }, weighted { $weighted }

report-pretranslate-place = { $article }, segment { $number }
report-pretranslate-refused = not taken: { $reason }
report-pretranslate-summary = Drafts: { $memory } from the memory, { $machine } by a machine; { $refused } not taken; { $left } without a draft.
report-pretranslate-faster = Somebody translated the sentence in the meantime, and that translation stays.
report-pretranslate-gone = The sentence has meanwhile been changed or removed.
report-pretranslate-doubted = The check { $check } doubts it.
report-pretranslate-garbled = The machine’s program said what is no reply: { $words }
report-pretranslate-silent = The machine gave no answer within { $seconds ->
        [one] a second
       *[other] { $seconds } seconds
    }.
report-pretranslate-ended = The machine’s program ended with status { $code } instead of answering.
report-pretranslate-killed = The machine’s program was killed before it answered.
report-pretranslate-dumb = The machine’s program answers no more.
report-pretranslate-stopped = The machine was asked no further. { $reason }
report-pretranslate-error = The machine says: { $words }
report-pretranslate-empty = The machine’s answer is empty.
report-pretranslate-embargo =
    The article is under embargo { $until ->
        [none] that names no time
       *[named] until { $until }
    }, so it isn’t sent to a machine.

## Terms

report-agreed-term = Term: { $source } → { $target }
report-agreed-forbidden = not: { $texts }
report-terms-kept = (as it is)
report-terms-where = where: { $places }
report-terms-conflict = { $path }:{ $line }: “{ $term }” is “{ $held }” here, “{ $brought }” in the file.
report-terms-count =
    { $count ->
        [one] 1 sentence
       *[other] { $count } sentences
    }, { $agreeing } with this translation

## tolmach status --origins

report-origins-article = Article
report-origins-author =
    { $name ->
        [person] People
        [memory] Memory
        [align] Alignment
        [machine] Machine
        [untouched] Machine, confirmed as it was
       *[unknown] Unknown
    }
report-origins-all = Total
