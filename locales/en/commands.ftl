## Help and manual pages

command-help-name = Name
command-help-usage = Usage:
command-help-commands = Commands:
command-help-arguments = Arguments:
command-help-options = Options:
command-help-globals = Options of every command:
command-help-examples = Examples:
command-help-values = [one of: { $values }]
command-help-default = [default: { $value }]

command-value-value = VALUE
command-value-options = OPTIONS
command-value-command = COMMAND
command-value-segment = SEGMENT
command-value-number = NUMBER
command-value-text = TEXT
command-value-articles = ARTICLE
command-value-file = FILE
command-value-folder = FOLDER
command-value-format = FORMAT
command-value-language = LANGUAGE
command-value-syntax = SYNTAX
command-value-when = WHEN
command-value-severity = SEVERITY
command-value-check = CHECK
command-value-change = CHANGE
command-value-shard = K/N
command-value-revision = REF
command-value-policy = POLICY
command-value-states = STATES
command-value-side = SIDE
command-value-way = WAY
command-value-encoding = ENCODING
command-value-article = ARTICLE
command-value-kind = KIND
command-value-shell = SHELL

command-progress-reading = Reading articles
command-progress-aligning = Aligning
command-progress-writing = Writing pages
command-progress-checking = Checking translations

## tolmach

command-tolmach = Keeps a newsroom’s translations honest, sentence by sentence
    .workspace = Work in this folder’s workspace, or by this configuration file, instead of the one around the current folder
    .lang = Language of messages; otherwise TOLMACH_LANG, LC_ALL, LC_MESSAGES or LANG decides
    .target = Work on this target language only; several with commas
    .color = When to colour the output; NO_COLOR is respected
    .quiet = Print results only: no progress, no next step
    .help = Show this help
    .version = Show the version
    .licences = Show whose works are within the program, and their licences
    .examples =
        tolmach init            start a workspace here, or adopt the articles already here
        tolmach status          what is translated, stale and missing
        tolmach check           fail where a translation is missing or stale
        tolmach export --format html --out pages
        tolmach status --help   what a command does and takes

command-licences-own = tolmach { $version }: { $licence }
command-licences-data = Works of others within it:
command-licences-dictionary =
    Dictionary of Russian word forms, rumorph-dict-ru 0.5: CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/
    Made of the dictionary and the corpus of OpenCorpora, of Wiktionary, and of the treebanks UD Russian Taiga and UD Russian GSD;
    unchanged, from https://crates.io/crates/rumorph-dict-ru. Whoever passes the program on names this licence, too.
command-licences-words =
    Russian word list, of the spelling dictionary of Alexander I. Lebedev: BSD 2-Clause
    English word list, of SCOWL by Kevin Atkinson: its own permissive licence, http://wordlist.aspell.net
command-licences-crates = The libraries that the program is built of, and their licences: Cargo.lock, `cargo tree --format "{"{p} {l}"}"`.

## tolmach init

command-init = Start a workspace: write tolmach.toml and a first article
    .folder = Where; the current folder unless given
    .source = Language that articles are written in; told by the texts unless given, and ru where there are none
    .git = Make git merge catalogs pair by pair; works in an existing workspace, too, and is needed once in each clone
    .dry_run = Show the configuration, write nothing
    .examples =
        tolmach init
        tolmach init newsroom --source ru --target en,kk
        tolmach init --dry-run      see which layout is found here
        tolmach init --git          let git merge catalogs pair by pair

command-init-article =
    # A headline

    The first sentence of the news. The second sentence: change it and see what tolmach status says.
command-init-checks = # check = "error", "warning", "info" or "off"
command-init-found =
    Found { $sources ->
        [one] { $sources } source article
       *[other] { $sources } source articles
    } laid out as { $pattern }, { $translations ->
        [0] none of them translated yet
        [one] { $translations } of them with a translation
       *[other] { $translations } of them with translations
    }.
command-init-found-apart =
    {"  "}Their translations: { $pattern }.
command-init-direction =
    Taken for the language of the sources: { $source } ({ $sources ->
        [one] { $sources } page
       *[other] { $sources } pages
    }, and { $pages } in { $language }). If articles are written in { $language } first, run `tolmach init --source { $language }` instead.
command-init-ask = Which language are articles written in first, { $source } or { $language }? [{ $source }]
command-init-files =
    { $count ->
        [one] { $count } { $extension } file
       *[other] { $count } { $extension } files
    }
command-init-unknown = No layout recognised: { $files }.
command-init-unread = tolmach reads .md, .mdx and .txt only.
command-init-patterns = # Where sources and their translations stand, for example:
command-init-languages = Languages of translations found: { $names }.
command-init-languages-left = Pages in other languages are there, too: { $names }. To have them tracked, write in tolmach.toml: { $line }
command-init-languages-others = Pages in other languages are there, too, and stay out: { $names }.
command-init-written = Wrote { $files }.
command-init-next = Next: `tolmach status` shows what is there.
command-init-next-align = Next: `tolmach align` pairs the translations that are there already.
command-init-next-patterns = Next: say in { $path } where sources and translations stand, with [[articles]], then run `tolmach status`.
command-init-next-article = Next: edit { $path }, then run `tolmach status`.
command-init-attributes =
    Added to { $path }:
    { $lines }
command-init-driver = Git now merges catalogs pair by pair in this clone.
command-init-driver-known = Git merges catalogs pair by pair in this clone already.
command-init-driver-next = Next: commit { $path }, and run `tolmach init --git` once in every other clone.

## tolmach status

command-status = Show what is translated, what went stale and what is missing
    .articles = Articles by id, path or glob; all unless given
    .origins = Count instead who or what wrote the translations: people, the memory, a machine
    .format = Form of the output
    .no_index = Look at every file, whatever the index of unchanged files says; the result is the same
    .examples =
        tolmach status
        tolmach status 2026/03/postal-commission
        tolmach status 'articles/2026/**'
        tolmach status --origins
        tolmach status --format json

command-status-none = No articles yet: put the first one where { $pattern } says, in { $language }.
command-status-unfit = No file fits { $pattern }. Next: correct `source` under [[articles]] in tolmach.toml.
command-status-moved =
    { $count ->
        [one] { $count } article moved, and its catalog stayed behind. Next: let it follow with `tolmach tidy`.
       *[other] { $count } articles moved, and their catalogs stayed behind. Next: let them follow with `tolmach tidy`.
    }

## tolmach diff

command-diff = Show each stale sentence: what changed, how dangerous it is, the translation held
    .articles = Articles by id, path or glob; all unless given
    .cosmetic = Show changes of typography, too
    .format = Form of the output
    .examples =
        tolmach diff
        tolmach diff 2026/03/postal-commission --cosmetic
        tolmach diff --format markdown

command-diff-next = Next: correct the translations with `tolmach translate`, or settle those that still hold with `tolmach ack ARTICLE SEGMENT --reason "…"`.
command-diff-next-cosmetic = Next: settle changes of typography all at once with `tolmach ack ARTICLE --cosmetic`.
command-diff-next-withdrawn = Take what was withdrawn out of the page, publish the article anew, or keep it: `tolmach waive ARTICLE +NUMBER --check withdrawn --reason "…"`.
command-diff-left-out =
    { $count ->
        [one] { $count } change of typography is left out
       *[other] { $count } changes of typography are left out
    }; `--cosmetic` shows them.

## tolmach translate

command-translate = Go through what is stale, missing or unsettled, the most urgent first, and translate it
    .articles = Articles by id, path or glob; all unless given. Behind one article, numbers of its segments or ranges, such as 3 5-9: these are shown whatever they need
    .only = Only segments of this kind; may be given again
    .limit = At most this many segments
    .edit = Set this text as the translation of the segment named; what an editor approved before waits to be read again
    .list = Print the work list, also on a terminal
    .editor = Put the work list into one worksheet in your editor (core.editor of git, VISUAL, EDITOR)
    .worksheet = Write a worksheet into this new file, to be filled in anywhere
    .apply = Take back the worksheet in this file
    .no_index = Look at every file, whatever the index of unchanged files says; the result is the same
    .examples =
        tolmach translate                          one segment after another, key by key
        tolmach translate 2026/05/tender --only stale --limit 10
        tolmach translate 2026/05/tender 3 5-9     correct these, finished ones too
        tolmach translate --editor                 everything in one worksheet
        tolmach translate --worksheet work.txt     fill it in elsewhere, then:
        tolmach translate --apply work.txt

command-translate-nothing = There is nothing to translate: every segment has a translation that fits its source.
command-translate-nothing-such = There are no segments of this kind left. Next: `tolmach status`
command-translate-summary =
    { $count ->
        [one] { $count } segment
       *[other] { $count } segments
    } listed; in all: { $left }.
command-translate-next = Next: run `tolmach translate` on a terminal, or write a worksheet with `tolmach translate --worksheet FILE`.
command-translate-beside =
    { $count ->
        [one] { $count } text stands on a page without a source
       *[other] { $count } texts stand on pages without a source
    }, listed by `tolmach translate --list --only withdrawn --only extra`: take out of the page what shouldn’t be there, or keep it with `tolmach ack ARTICLE +NUMBER --reason "…"`.
command-translate-written =
    Wrote { $count ->
        [one] { $count } segment
       *[other] { $count } segments
    } to { $path }. Next: fill it in, then `tolmach translate --apply { $file }`.
command-translate-kept = Your worksheet is kept in { $path }. Next: `tolmach translate --apply { $file }`
command-translate-left = segment { $number } of { $article } changed since the worksheet was written; its block is left alone
command-translate-again = segment { $number } of { $article } had been reviewed and wants a review again
command-translate-alike = segment { $number } of { $article }: only quotation marks, dashes or spaces differ; the translation stays as it was
command-translate-doubt = { $place }: saved, but look again: { $words }
command-translate-sure = Save it as it is? [y/N]
command-translate-damaged = What you wrote is kept in { $path }: press v to go on with it, or take it back later with `tolmach translate --apply { $file }`.
command-translate-applied =
    { $count ->
        [0] Nothing was changed.
        [one] Saved { $count } segment. Next: `tolmach check`
       *[other] Saved { $count } segments. Next: `tolmach check`
    }
command-translate-reading = Earlier translations are still being read; press r to look again.
command-translate-key-offer =
    { $last ->
        [one] 1 take the offer
       *[other] 1–{ $last } take an offer
    }
command-translate-key-edit = e edit
command-translate-key-editor = v own editor
command-translate-key-ack = a right as it is
command-translate-key-note = n note
command-translate-key-skip = s skip
command-translate-key-back = b back
command-translate-key-undo = u undo
command-translate-key-quit = q quit
command-translate-key-help = ? keys
command-translate-key-unknown = “{ $key }” does nothing here; press ? to see the keys.
command-translate-line-keys = Enter saves, Esc leaves the line; ← → Ctrl-A Ctrl-E move, Ctrl-W deletes a word, Ctrl-U the line, ↑ brings back earlier lines.
command-translate-help =
    e, Enter: edit the translation in its line. v: edit it in your own editor.
    1 to 9: take an offer; one that is not 100% comes up for editing first.
    a: it is right as it is; you are asked why where the source changed.
    n: note for colleagues. u: take the last decision back.
    w: what a check says of it is right as it is; you are asked why.
    s, space, →: skip. b, ←: back. q: quit; what you saved stays.
command-translate-help-signs = [-…-] or red went out of the source, {"{+…+}"} or green came in; what is [=…=] or underlined may be affected.
command-translate-help-back = Any key goes back.
command-translate-first = This is the first segment.
command-translate-end = That was the last segment of the list.
command-translate-saved = Saved: segment { $number } of { $article }.
command-translate-saved-again = Saved: segment { $number } of { $article }. It had been reviewed and wants a review again.
command-translate-noted = Noted: segment { $number } of { $article }.
command-translate-unchanged = Nothing was changed.
command-translate-settled = There is nothing to settle here.
command-translate-changed = Somebody changed this segment meanwhile; nothing was saved. This is how it stands now.
command-translate-no-note = A note is kept with a translation, and there is none yet: write the translation first.
command-translate-ask-note = Note:
command-translate-ask-waiver = Why is it right as it is?
command-translate-no-finding = No check says anything of this segment that could be waived.
command-translate-undone = Taken back: this is how it was.
command-translate-nothing-undone = There is nothing to take back.
command-translate-saved-all =
    { $count ->
        [0] Nothing was changed.
        [one] { $count } decision is saved.
       *[other] { $count } decisions are saved.
    }
command-translate-next-check = Next: `tolmach check`
command-translate-next-rest =
    { $count ->
        [one] { $count } segment is left
       *[other] { $count } segments are left
    } in this list. Next: `tolmach status` shows where.

## tolmach ack

command-ack = Say that a translation still holds although its source changed
    .article = The article, by id or path
    .segments = Numbers of segments or ranges, such as 3 5-9, as check and diff show them; +1 for text that only the translation has
    .page = Say that the whole page is right although its source has other code, values or another order now
    .cosmetic = Settle every purely typographic change of the articles
    .reason = Why it still holds; asked for on a terminal unless given
    .examples =
        tolmach ack 2026/03/postal-commission 9 --reason 'Only the word order changed.'
        tolmach ack 2026/03/postal-commission 3 5-9 --reason 'Word order.'
        tolmach ack 'articles/2026/**' --cosmetic

command-ack-ask = Why does the translation still hold?
command-ack-cosmetic = Typography only.
command-ack-done =
    { $count ->
        [0] There was nothing to settle.
        [one] Settled { $count } segment.
       *[other] Settled { $count } segments.
    }

command-ack-page = Recorded that the page of { $article } is right as it is.
command-ack-sure = Does the translation still hold? [y/N]
command-ack-again = It had been reviewed and wants a review again.

## tolmach review

command-review = Approve translations, finalise them, or send them back
    .article = The article, or several by a glob; all unless given
    .segments = Numbers of segments or ranges, such as 3 5-9; +1 for text that only the translation has
    .list = Print what waits for an editor, also on a terminal
    .all = Approve everything that waits for it in the articles
    .final = Set the state `final` instead of `reviewed`
    .send_back = Make the translation a draft again, for the translator to do over
    .note = Leave a note with the pair
    .edit = Set this text as the translation, and approve it
    .examples =
        tolmach review                             what waits, one segment after another
        tolmach review 2026/03/postal-commission 3 5-9
        tolmach review 2026/03/postal-commission 4 --send-back --note 'Check the name.'
        tolmach review 'articles/2026/**' --all --final

command-review-next = Next: approve with `tolmach review ARTICLE SEGMENT`, or everything with `--all`; send back with `--send-back --note "…"`.
command-review-next-status = Next: `tolmach status`
command-review-next-rest =
    { $count ->
        [one] { $count } segment waits
       *[other] { $count } segments wait
    } for an editor. Next: `tolmach review --list` shows them.
command-review-key-approve = a approve
command-review-key-final = f finalise
command-review-key-back = r send back
command-review-help =
    a: approve. f: make it final. r: send it back with a note.
    e, Enter: edit the translation in its line. v: edit it in your own editor. Your text is approved with that.
    n: note for colleagues. u: take the last decision back.
    w: what a check says of it is right as it is; you are asked why.
    s, space, →: skip. b, ←: back. q: quit; what you saved stays.
command-review-ask-why = What should be different?
command-review-told-approved = Approved: segment { $number } of { $article }.
command-review-told-final = Final: segment { $number } of { $article }.
command-review-told-back = Sent back: segment { $number } of { $article }.
command-review-unfit = This segment is for a translator first; nothing was saved.
command-review-none = Nothing waits for an editor. Translators see their work with `tolmach translate`.
command-review-approved =
    { $count ->
        [0] There was nothing to approve.
        [one] Approved { $count } segment.
       *[other] Approved { $count } segments.
    }
command-review-final =
    { $count ->
        [0] There was nothing to finalise.
        [one] { $count } segment is final.
       *[other] { $count } segments are final.
    }
command-review-kept =
    { $count ->
        [one] { $count } segment is final already and stays so; send it back with `--send-back` to open it again.
       *[other] { $count } segments are final already and stay so; send them back with `--send-back` to open them again.
    }
command-review-sent-back =
    { $count ->
        [one] Sent { $count } segment back; the translator finds it among the drafts.
       *[other] Sent { $count } segments back; the translator finds them among the drafts.
    }
command-review-doubted =
    { $count ->
        [one] { $count } segment was left: `check` warns of it. Look at it, then approve it by its number or waive the finding.
       *[other] { $count } segments were left: `check` warns of them. Look at each, then approve it by its number or waive the finding.
    }
command-review-left =
    { $count ->
        [one] { $count } segment is still the translator's: see `tolmach translate`.
       *[other] { $count } segments are still the translator's: see `tolmach translate`.
    }

## tolmach waive

command-waive = Say that a finding is right as it is
    .article = The article, by id or path
    .segments = Numbers of segments or ranges, such as 3 5-9, as check shows them; +1 for text that only the translation has
    .check = Check whose finding is waived
    .reason = Why the translation is right
    .remove = Take the waiver back
    .list = Show the waivers, and whether they still hold
    .examples =
        tolmach waive 2026/03/postal-commission 4 --check left-in-source --reason 'The name stays in Russian.'
        tolmach waive --list

command-waive-done =
    Waived { $check } for { $count ->
        [one] segment { $segment }, until one of its texts changes
       *[other] { $count } segments, each until one of its texts changes
    }. Next: `tolmach check { $article }`.
command-waive-removed =
    { $count ->
        [one] The waiver of { $check } for segment { $segment } is gone.
       *[other] The waivers of { $check } for { $count } segments are gone.
    }
command-waive-surplus =
    { $count ->
        [one] { $count } text that only the translation has may stay. Next: `tolmach check { $article }`.
       *[other] { $count } texts that only the translation has may stay. Next: `tolmach check { $article }`.
    }
command-waive-surplus-removed =
    { $count ->
        [one] The waiver of { $count } text is gone.
       *[other] The waivers of { $count } texts are gone.
    }

## tolmach check

command-check = Fail where a translation is missing, stale or unsealed
    .articles = Articles by id, path or glob; all unless given
    .only = Run this check only; may be given again
    .fail_on = Lowest severity that fails
    .fail_on_change = A stale translation fails from this danger of its change on; everything else by its severity
    .format = Form of the output
    .changed_from = Only articles that changed since this git revision
    .shard = Only one part of the articles, such as 3/8; `tolmach report merge` makes one report of all parts
    .only_new = Fail only on findings that this git revision does not have
    .staged = Look at what is staged for the next commit, not at the files in the folder
    .baseline = Fail only on findings that this file does not list
    .documents = Take edits of the translated documents into account, as `align` would, and write nothing
    .no_index = Look at every file, whatever the index of unchanged files says; the result is the same
    .list = Show the checks there are
    .explain = Tell what one check is for, how often it is wrong, and how to answer it
    .fix = Make the edits that can’t change the sense; shows them first
    .yes = Don’t ask
    .write_baseline = Write the findings of now into this file; what it knows of anything not checked stays in it
    .examples =
        tolmach check
        tolmach check --changed-from origin/main
        tolmach check --only-new origin/main
        tolmach check --staged --only-new HEAD
        tolmach check --documents            where people edit both documents by hand
        tolmach check --format sarif > tolmach.sarif
        tolmach check --explain numbers
        tolmach check --fix --only spaces
        tolmach check --shard 3/8 --format json > part3.json
        tolmach check --baseline debt.json --write-baseline

command-check-fix-none = Nothing here can be mended without a person.
command-check-fix-question =
    { $count ->
        [one] Mend { $count } translation? [y/N]
       *[other] Mend { $count } translations? [y/N]
    }
command-check-fix-unasked =
    { $count ->
        [one] Nothing was written: { $count } translation can be mended. Say `--yes` to mend it.
       *[other] Nothing was written: { $count } translations can be mended. Say `--yes` to mend them.
    }
command-check-fix-done =
    { $count ->
        [one] Mended { $count } translation.
       *[other] Mended { $count } translations.
    } { $reopened ->
        [0] Next: `tolmach check`.
        [one] { $reopened } of them was approved before and waits to be read again: `tolmach review`.
       *[other] { $reopened } of them were approved before and wait to be read again: `tolmach review`.
    }
command-check-baseline-written =
    Wrote { $count ->
        [one] { $count } finding
       *[other] { $count } findings
    } to { $path }. From now on only new ones fail.
command-check-baseline-known =
    { $count ->
        [one] { $count } known finding is left out
       *[other] { $count } known findings are left out
    } by the baseline { $path }.
command-check-known =
    { $count ->
        [one] { $count } finding is left out: { $revision } has it, too.
       *[other] { $count } findings are left out: { $revision } has them, too.
    }
command-check-tolerated =
    { $count ->
        [one] { $count } stale translation doesn’t fail: its change is less than { $change }.
       *[other] { $count } stale translations don’t fail: their changes are less than { $change }.
    }
command-check-unchanged = No article changed since { $revision }.

## tolmach report

command-report = Work with reports that were written before
    .examples =
        tolmach report merge part*.json
        tolmach report merge part*.json --format sarif > tolmach.sarif

command-report-merge = Make of the parts of a report the one that a single call would have written
    .files = Reports of `tolmach check --shard`, in JSON or in any of its formats; - is standard input
    .format = Form of the output
    .examples =
        tolmach report merge part*.json
        tolmach report merge part*.json --format sarif > tolmach.sarif

## tolmach align

command-align = Pair the sentences of translations that exist already, and follow edits of either side
    .articles = Two files, or articles by id, path or glob; all unless given
    .dry_run = Show the pairs, write nothing
    .explain = Tell for each pair made now which words answer to each other, whether it is accepted, and why
    .source_at = The sources to pair new translations with: those of a git revision, of a date (2026-01-31), or "auto", which goes through the history of both files sentence by sentence
    .strictness = From 0 to 1: the stricter, the sooner a sentence stays without a partner
    .format = Form of the output
    .examples =
        tolmach align                        adopt what has no catalog yet, follow what was edited by hand
        tolmach align --dry-run --format json
        tolmach align --source-at auto       adopt, with what changed since it was translated as stale
        tolmach align --source-at v1.2       the same for everything that changed since the tag
        tolmach align ru.md en.md            show how two files pair up
        tolmach align --explain ru.md en.md  the same, and why

command-align-unexplained = No pair was made now. To see why texts that are paired already fit, name both files: `tolmach align --explain ru.md en.md`
command-align-doubt = { $article }: { $words }
command-align-doubts-more =
    { $count ->
        [one] … and { $count } more such pair.
       *[other] … and { $count } more such pairs.
    }
command-align-in-step = Every catalog is in step with its documents.
command-align-adopted =
    { $count ->
        [one] Wrote the catalog of { $count } article.
       *[other] Wrote the catalogs of { $count } articles.
    }
command-align-adopted-before =
    { $count ->
        [one] --source-at is for translations without a catalog; { $count } article has one already, and its pairs keep their sources.
       *[other] --source-at is for translations without a catalog; { $count } articles have one already, and their pairs keep their sources.
    }
command-align-followed =
    { $count ->
        [one] Brought { $count } catalog in step with edited documents.
       *[other] Brought { $count } catalogs in step with edited documents.
    }
command-align-noted =
    { $count ->
        [one] Noted in { $count } catalog which document it is in step with.
       *[other] Noted in { $count } catalogs which documents they are in step with.
    }
command-align-no-history = No history of git here, so the present texts alone say what belongs together. Next: for `--source-at auto` work in a clone of the repository.
command-align-shallow = The clone is shallow, so what is older than it was not asked. Next: `git fetch --unshallow`, then align anew.
command-align-unlisted = Git can’t read all of the history, so the present texts alone say what belongs together. Next: fetch what this clone lacks (`git fetch --unshallow`, `git fetch --refetch`), then align anew.
command-align-next =
    { $drafts ->
        [0] Next: `tolmach status`
        [one] { $drafts } pair needs a look. Next: `tolmach translate --only draft`, then `tolmach status`
       *[other] { $drafts } pairs need a look. Next: `tolmach translate --only draft`, then `tolmach status`
    }
command-align-dry =
    Dry run: { $adopted ->
        [one] { $adopted } article
       *[other] { $adopted } articles
    } to adopt, { $followed ->
        [one] { $followed } catalog
       *[other] { $followed } catalogs
    } to bring in step{ $noted ->
        [0] {""}
       *[other] , { $noted } to note as in step
    }. Run it without --dry-run to write.

## tolmach publish

command-publish = Write the translated documents, each in the form of its source
    .articles = Articles by id, path or glob; all unless given
    .stale = Publish even if something is missing or stale, and put this in its place
    .check = Write nothing; fail where a document is out of date
    .force = Write over documents that were edited by hand
    .no_index = Look at every file, whatever the index of unchanged files says; the result is the same
    .examples =
        tolmach publish
        tolmach publish 2026/03/postal-commission
        tolmach publish --stale frozen 'articles/2026/**'
        tolmach publish --check

command-publish-done =
    { $count ->
        [one] Published { $count } document.
       *[other] Published { $count } documents.
    }
command-publish-due =
    { $count ->
        [one] { $count } document is out of date. Next: `tolmach publish`.
       *[other] { $count } documents are out of date. Next: `tolmach publish`.
    }
command-publish-current =
    { $count ->
        [one] { $count } document is up to date.
       *[other] { $count } documents are up to date.
    }
command-publish-held =
    { $count ->
        [one] { $count } translation isn’t ready. Next: `tolmach translate`, or say with `--stale` what may stand in its place.
       *[other] { $count } translations aren’t ready. Next: `tolmach translate`, or say with `--stale` what may stand in their place.
    }
command-publish-edited =
    { $count ->
        [one] { $count } document was written or edited by hand and stays as it is. Bring the edit into the catalog with `tolmach align`, or write over it with `--force`.
       *[other] { $count } documents were written or edited by hand and stay as they are. Bring the edits into the catalogs with `tolmach align`, or write over them with `--force`.
    }
command-publish-unkept =
    { $count ->
        [one] { $count } document has markup, code or fields that its source doesn’t have, or text without a source, and stays as it is. Change the source alike, or write over it with `--force`.
       *[other] { $count } documents have markup, code or fields that their sources don’t have, or text without a source, and stay as they are. Change the sources alike, or write over them with `--force`.
    }
command-publish-lapses =
    { $count ->
        [one] { $count } segment doesn’t hold ({ $left }), and no page says so.
       *[other] { $count } segments don’t hold ({ $left }), and no page says so.
    }
command-publish-beside =
    { $count ->
        [one] { $count } text that only the translation has is not on its page. Settle it with `tolmach translate`.
       *[other] { $count } texts that only the translations have are not on their pages. Settle them with `tolmach translate`.
    }
command-publish-lone =
    { $count ->
        [one] { $count } page stands there without its source, which is gone. Next: `tolmach check --only lone-document`.
       *[other] { $count } pages stand there without their sources, which are gone. Next: `tolmach check --only lone-document`.
    }

## tolmach export

command-export = Write bilingual pages, or files for translators that import takes back
    .articles = Articles by id, path or glob; all unless given
    .format = Form of the pages
    .out = Write one file per article into this folder, with an index for html
    .stale = What stands for a translation that is stale, missing or unsealed; "mark" unless given
    .final = Plain form for publishing: no marks, no tools; refuses critical changes unless --stale says what to do
    .approval = As a Word page to read in two columns and to sign, with changes recorded (`--format docx`)
    .redline = As a Word page of what changed since the last sign-off, or since this revision (`--format docx`)
    .force = Write over files that no export wrote, or that were changed since
    .only = In files for translators, only segments in these states, such as missing,stale
    .no_index = Look at every file, whatever the index of unchanged files says; the result is the same
    .examples =
        tolmach export 2026/03/postal-commission --format html > page.html
        tolmach export --format html --out pages
        tolmach export --format html --final --stale omit --out public
        tolmach export 2026/03/postal-commission --format docx --approval --out approval

command-export-written =
    { $count ->
        [one] { $count } page
       *[other] { $count } pages
    } in { $folder }: { $changed ->
        [0] all were up to date
        [one] { $changed } written
       *[other] { $changed } written
    }.
command-export-embargo =
    { $path } is under embargo { $until ->
        [none] that names no time
       *[named] until { $until }
    }: no final page is written. `--stale` with `--final` writes it nevertheless.
command-export-critical =
    { $count ->
        [one] Nothing was written: { $count } segment is stale with a critical change. Bring it up to date with `tolmach translate`, or say with `--stale` what may stand in its place.
       *[other] Nothing was written: { $count } segments are stale with critical changes. Bring them up to date with `tolmach translate`, or say with `--stale` what may stand in their place.
    }
command-export-removed =
    { $count ->
        [one] Removed { $count } page whose article is gone.
       *[other] Removed { $count } pages whose articles are gone.
    }
command-export-left = The article of { $path } is gone; the page was changed since it was exported and stays.
command-export-open = Open { $path } in a browser.
command-export-files =
    { $count ->
        [one] { $count } file
       *[other] { $count } files
    } in { $folder }: { $changed ->
        [0] all were up to date
        [one] { $changed } written
       *[other] { $changed } written
    }.
command-export-back = Bring the translations back with `tolmach import`.

## tolmach tidy

command-tidy = Put catalogs in order: remove orphans, sort pairs, follow moved articles
    .articles = Articles by id, path or glob; all unless given
    .yes = Do everything without asking
    .dry_run = Only show what would be done
    .examples =
        tolmach tidy --dry-run
        tolmach tidy --yes
        tolmach tidy 2026/03/postal-commission

command-tidy-clean = Everything is in order.
command-tidy-next = Nothing was changed. Next: `tolmach tidy --yes`.
command-tidy-done =
    { $count ->
        [one] Put { $count } catalog in order.
       *[other] Put { $count } catalogs in order.
    }
# What counts as agreement: words with spaces between them, in small letters.
command-yes = y yes
command-tidy-ask-move =
    { $count ->
        [one] Move { $count } catalog? [y/N]
       *[other] Move { $count } catalogs? [y/N]
    }
command-tidy-ask-remove =
    { $count ->
        [one] Remove { $count } orphan for good? [y/N]
       *[other] Remove { $count } orphans for good? [y/N]
    }
command-tidy-ask-sort =
    { $count ->
        [one] Sort the pairs and renew old seals of { $count } catalog? [y/N]
       *[other] Sort the pairs and renew old seals of { $count } catalogs? [y/N]
    }

## tolmach merge-driver

command-merge-driver = Merge catalogs pair by pair; git calls it after `tolmach init --git`
    .files = The common ancestor, ours and theirs; the result is written over ours
    .marker_size = How many characters a conflict mark has
    .path = The catalog’s own name
    .labels = What the three files are called in conflict marks
    .examples =
        tolmach init --git          let git call it
        tolmach merge-driver base.toml en.toml theirs.toml

command-merge-driver-conflicts =
    { $path }: { $count ->
        [one] { $count } pair was changed differently on both sides.
       *[other] { $count } pairs were changed differently on both sides.
    } Next: keep the right version of each, delete the lines with the marks, then run `tolmach check`.
command-merge-driver-lines = { $path }: could not be merged by pair, so git merged it line by line. Next: look it over, then run `tolmach check`.

## tolmach segment

command-segment = Show how a file is cut into blocks and sentences
    .file = The file; - for standard input
    .language = Language of the text; the workspace’s source language unless given
    .syntax = How the file is written; its extension decides unless given
    .lines = Take each line as a block of its own
    .format = Form of the output
    .examples =
        tolmach segment articles/2026/03/postal-commission/ru.md
        echo 'Привет. Как дела?' | tolmach segment --language ru --syntax text -

## tolmach completions

command-completions = Print a completion script for a shell
    .shell = The shell
    .examples =
        tolmach completions bash > ~/.local/share/bash-completion/completions/tolmach
        tolmach completions zsh > ~/.zfunc/_tolmach
        tolmach completions fish > ~/.config/fish/completions/tolmach.fish

## tolmach man

command-man = Print the manual page, or write the pages of all commands
    .out = Write one page per command into this folder
    .examples =
        tolmach man | man -l -
        tolmach man --out ~/.local/share/man/man1

command-man-written =
    Wrote { $count ->
        [one] { $count } page
       *[other] { $count } pages
    } into { $folder }.

## tolmach memory

command-memory = Search what was translated before, count it, take units in and give them out
    .examples =
        tolmach memory search "Совет принял план работы"   the likest translations, then the words
        tolmach memory import agency.tmx                   take a file of translation units in
        tolmach memory export --out memory.tmx             give everything translated out
        tolmach memory stats                               how much there is
command-memory-search = Show the translations of sentences like this one, then every text with these words, in either language
    .text = The sentence or the words; - takes each line of standard input for one
    .limit = So many matches at most
    .words = Take words in just this form; otherwise any form will do
    .no_index = Read everything anew, without the index in the cache folder
    .server = Ask the servers of the shared memory instead of the own memory, for sentences alone
    .format = Form of the output; with - json gives one line each
    .examples =
        tolmach memory search "Вход свободный."
        tolmach memory search "радиочастотный спектр" --limit 20
        tolmach memory search "radio spectrum"              in translations, too
        tolmach memory search - --format json < lines.txt   one answer a line
command-memory-stats = Count what the memory holds
    .no_index = Read everything anew, without the index in the cache folder
    .format = Form of the output
    .examples =
        tolmach memory stats
        tolmach memory stats --format json
command-memory-import = Copy translation units from TMX files into the workspace
    .file = TMX files, of any version and size, in UTF-8 or UTF-16
    .examples =
        tolmach memory import agency.tmx
command-memory-export = Write everything translated that no check doubts as TMX 1.4
    .format = Form of the output
    .out = File to write; standard output unless given
    .force = Write over a file that isn’t an earlier export
    .examples =
        tolmach memory export --out memory.tmx
        tolmach memory export --target en > memory.tmx
command-memory-push = Give translations and agreed terms to the newsrooms that share a memory
    .examples =
        tolmach memory push
command-memory-pull = Copy translations and terms of other newsrooms, so that look-ups need no server
    .examples =
        tolmach memory pull
command-memory-server = Set up the servers of a shared memory
command-memory-server-init = Make the tables on the servers of `[memory] share`, or bring them up to date
    .examples =
        tolmach memory server init
        TOLMACH_SHARE=postgres://owner@db.example/memory tolmach memory server init
command-memory-pushed =
    { $server }: { $new ->
        [0] nothing new
        [one] { $new } new pair
       *[other] { $new } new pairs
    } of { $all } translated into { $target }.
command-memory-pulled =
    { $server }: { $count ->
        [0] nothing new
        [one] { $count } new pair
       *[other] { $count } new pairs
    } translated into { $target }.
command-memory-skipped = { $server } doesn’t answer and is passed over; what was pulled from it before stays in use.
command-memory-silent = { $server } doesn’t answer; what it has is missing here.
command-memory-terms-pushed =
    { $server }: { $new ->
        [0] the terms are known there already
        [one] { $new } agreed term was pushed
       *[other] { $new } agreed terms were pushed
    }.
command-memory-terms-pulled =
    { $server }: terms of { $count ->
        [one] { $count } workspace are
       *[other] { $count } workspaces are
    } new. Next: `tolmach terms import --shared --dry-run` shows what they would add.
command-memory-server-made = { $server }: the tables are ready, version { $version }.
command-memory-server-known = { $server }: the tables are of version { $version } already.
command-memory-server-next = Next: give each newsroom a role, `create role NAME login in role tolmach_writer`, then run `tolmach memory push` in its workspace.
command-memory-taken =
    Wrote { $path }: { $count ->
        [one] { $count } unit
       *[other] { $count } units
    } translated into { $target }.
command-memory-known = { $path } holds the units of { $file } already.
command-memory-import-next = Next: `tolmach memory search TEXT` finds them, and `tolmach translate` offers them.
command-memory-given =
    Wrote { $path }: { $count ->
        [one] { $count } unit
       *[other] { $count } units
    }.

## tolmach import

command-import = Bring translations back from the files of other programs
    .file = Files that came back; the format is recognised by what is in them
    .article = The article that rows without a name of their own belong to
    .dry_run = Only show what would become of each row
    .yes = Take what can be taken without asking
    .prefer = Whose translation stands where both changed; nobody’s unless given
    .over_approved = Replace translations that an editor approved, too
    .refuse_doubtful = Leave out translations whose numbers or words look wrong
    .encoding = Encoding of the files, where they are neither UTF-8 nor UTF-16, such as windows-1251
    .format = Form of the report
    .revisions = What becomes of changes that Word recorded: they count as made, as not made, or their rows are left out
    .examples =
        tolmach import back/en.xlf                        shows what is new, then asks
        tolmach import back/*.xlf --yes
        tolmach import back/en.xlf --dry-run --format json

command-import-question =
    { $count ->
        [one] Take { $count } translation into the catalogs? [y/N]
       *[other] Take { $count } translations into the catalogs? [y/N]
    }
command-import-unasked =
    { $count ->
        [one] Nothing was written: { $count } translation can be taken. Say `--yes` to take it.
       *[other] Nothing was written: { $count } translations can be taken. Say `--yes` to take them.
    }
command-import-revised =
    { $count ->
        [one] { $count } row has recorded changes and was left out, as `--revisions refuse` says.
       *[other] { $count } rows have recorded changes and were left out, as `--revisions refuse` says.
    }
command-import-approval = “{ $path }” is approved by { $name }: translations that they left as they were become reviewed
command-import-approval-refused = “{ $path }” is refused by { $name }: its translations go back to drafts
command-import-approval-unclear = in the box of “{ $path }” several choices are marked; nothing is approved by it
command-import-approval-unsigned = the box of “{ $path }” is marked but not signed; write a name into it, and import it again
command-import-foreign = { $count ->
    [one] { $count } file in another language is left out
   *[other] { $count } files in other languages are left out
 }
command-import-obsolete = “{ $path }”: { $count ->
    [one] { $count } obsolete entry, which no source has any longer, is left out
   *[other] { $count } obsolete entries, which no source has any longer, are left out
 }
command-import-outdated = “{ $path }”: { $count ->
    [one] { $count } entry names the source before its change; the translation comes in, that source does not
   *[other] { $count } entries name the source before its change; the translations come in, those sources do not
 }
command-import-done =
    { $count ->
        [one] { $count } translation was taken.
       *[other] { $count } translations were taken.
    }
command-import-strays =
    “{ $path }”: left out, because nothing is looked for there: { $words }{ $more ->
        [0] .
        [one] ; and { $more } text more.
       *[other] ; and { $more } texts more.
    }
command-import-unread = Left unread: { $path } is in none of the formats that can be brought back.
command-import-next = See what is left with `tolmach status`.

## tolmach package

command-package = Put the work for an agency into one archive, with what helps to do it
    .articles = Articles by id, path or glob; all unless given
    .to = The archive to write; `tolmach import` takes it back
    .only = The states of segments that are work; missing, stale and draft unless given
    .format = Form of the files to translate
    .force = Write over a file that stands there
    .examples =
        tolmach package 2026/03/postal-commission --to work.zip
        tolmach package --target en --only missing --to work.zip
        tolmach import work.zip                           when it is back

command-package-written =
    Wrote { $path }: { $segments ->
        [one] { $segments } segment
       *[other] { $segments } segments
    }, { $words ->
        [one] { $words } word
       *[other] { $words } words
    } in { $count ->
        [one] { $count } file
       *[other] { $count } files
    } to translate.
command-package-back = Send it out. When it is back, `tolmach import { $path }` shows what is new.

## tolmach terms

command-terms = Agreed translations of names and terms: list and check them, propose new ones, take them in and give them out
    .examples =
        tolmach terms list                          what was agreed on
        tolmach terms check                         where texts or the terms themselves go against it
        tolmach terms extract                       what the translations propose
        tolmach terms import glossary.tbx           take in what another program knows
        tolmach terms export --format tbx --out terms.tbx
command-terms-list = Show the agreed terms with their places
    .text = Only terms with this text in one of their words
    .format = Form of the list
    .examples =
        tolmach terms list
        tolmach terms list союз                     terms with these letters
        tolmach terms list --format json
command-terms-check = Show terms that contradict each other, and translations that use others
    .articles = Articles to look at; all by default
    .fail_on = Exit with 1 from this severity on
    .format = Form of the report
    .examples =
        tolmach terms check
        tolmach terms check 2026/05/conference      one article by the agreed terms
        tolmach terms check --format json
command-terms-extract = Propose terms from what was translated: abbreviations that are explained, names, words that go together
    .articles = Articles to learn from; all by default
    .least = In so many sentences a term stands at least
    .limit = So many terms at most
    .format = Form of the proposals; toml can be put into a file of terms
    .examples =
        tolmach terms extract
        tolmach terms extract --least 5 --limit 20
        tolmach terms extract --format toml >> terms.toml
command-terms-import = Add terms from CSV, TBX or another file of terms; what was agreed on stays
    .files = Files to read: tables with a heading, TBX 2 or 3, files like terms.toml
    .encoding = Encoding of the files, such as windows-1251; by default it is recognised
    .shared = Add what other newsrooms agreed on, as it was pulled last
    .dry_run = Only show what would be added
    .examples =
        tolmach terms import glossary.csv           columns named ru and en, or source and target
        tolmach terms import agency.tbx --dry-run
        tolmach terms import old.csv --encoding windows-1251
command-terms-export = Write the agreed terms for other programs
    .format = Form of the file
    .out = File to write; otherwise standard output
    .examples =
        tolmach terms export > terms.csv
        tolmach terms export --format tbx --out terms.tbx

command-terms-none = No terms. Write them to terms.toml beside tolmach.toml, take them in with `tolmach terms import FILE`, or see what the translations propose: `tolmach terms extract`.
command-terms-added =
    { $count ->
        [one] 1 term added
       *[other] { $count } terms added
    } to { $path }; { $same } known already.
command-terms-would-add =
    { $count ->
        [one] 1 term would be added
       *[other] { $count } terms would be added
    } to { $path }; { $same } known already.
command-terms-empty =
    { $count ->
        [one] 1 entry holds no term.
       *[other] { $count } entries hold no term.
    }
command-terms-import-next = Next: `tolmach terms check` looks for contradictions, and for translations that use other words.
command-terms-conflicts =
    { $count ->
        [one] 1 term stands in the workspace with other words and was
       *[other] { $count } terms stand in the workspace with other words and were
    } left out. Next: decide which is right, and change { $path } by hand.
command-terms-given =
    { $count ->
        [one] 1 term
       *[other] { $count } terms
    } written to { $path }.
command-terms-extract-none = Nothing stands often enough to be proposed. Next: look at rarer words with --least 2.
command-terms-extract-next = Next: `tolmach terms extract --format toml >> terms.toml`, take out what is no term, then run `tolmach terms check`.

## tolmach leverage

command-leverage = Count the words of the work by how much of them the memory has, in the grid of agencies
    .articles = Articles by id, path or glob; all unless given
    .only = Only segments that need this; all unless given
    .no_index = Read everything anew, without the index in the cache folder
    .format = Form of the output
    .examples =
        tolmach leverage
        tolmach leverage 2026/03/postal-commission --only missing --only stale
        tolmach leverage --format csv > grid.csv
        tolmach leverage --format xlsx > grid.xlsx

## tolmach pretranslate

command-pretranslate = Draft what has no translation, from the memory or by a machine; nothing of a person’s is touched
    .articles = Articles by id, path or glob; all unless given
    .fuzzy = Take matches from this percentage on, too, with their sentences as they stand
    .machine = Ask the program that `[machine] command` names about what the memory doesn’t have
    .only = Only segments that need this: without a translation, or with a machine’s draft that went stale
    .budget = Send the machine so many words at most
    .dry_run = Show the drafts, write nothing and ask no machine
    .format = Form of the output
    .examples =
        tolmach pretranslate                        drafts from the memory
        tolmach pretranslate --machine --budget 500
        tolmach pretranslate --fuzzy 85 --dry-run
command-pretranslate-next = Next: `tolmach translate --only draft` goes through the drafts; none counts as done before a person confirms it.
command-progress-machine = Asking the machine
command-value-percent = PERCENT
