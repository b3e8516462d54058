## errors

# Where tolmach works
error-workspace-missing = no "tolmach.toml" in "{ $path }" or any folder above it
hint-init = Run `tolmach init` in the folder that holds the articles.
error-folder-missing = no folder "{ $path }"

# Files
error-file-missing = no file "{ $path }"
error-file-is-folder = "{ $path }" is a folder, not a file
error-file-forbidden = no permission to read "{ $path }"
error-file-unreadable = can't read "{ $path }"
error-file-too-large = "{ $path }" is larger than { $limit } MB
error-file-special = "{ $path }" isn't a file, but a device, a pipe or a socket
hint-file-special = Give what comes through a pipe on standard input, with - in place of the file.
error-file-outside = "{ $path }" is, or lies behind, a link that leads out of the folder it belongs to
hint-file-outside = Put the file itself in its place: no link is followed out of the workspace, or out of a folder of exported pages.
error-file-link = "{ $path }" is a link, and none is written over
hint-file-link = Remove the link, or put a file in its place.
error-lock-no-file = the lock of the workspace isn't a file
hint-lock-no-file = Remove the folder "{ $folder }" and run the command again.
error-file-name = the file name of "{ $path }" isn't UTF-8
error-folder-unreadable = can't look into the folder "{ $path }"
error-binary = "{ $path }" isn't text
error-encoding = "{ $path }" isn't UTF-8; it looks like { $encoding }
hint-encoding = Convert it: iconv -f { $encoding } -t utf-8 { $path } > { $copy } && mv { $copy } { $path }
hint-encoding-named = Name its encoding: --encoding { $encoding }.
error-encoding-damaged = "{ $path }" has broken characters
hint-encoding-damaged = Restore the file from git, or write the damaged word anew.
error-file-changed = "{ $path }" changed while tolmach was at work; nothing was written
hint-file-changed = Run the command again.
error-file-protected = no permission to write "{ $path }"
error-file-unwritable = can't write "{ $path }"
error-disk-full = no space left to write "{ $path }"; nothing was written
error-locked = another tolmach is writing in this workspace
hint-locked = Wait until it is done, then run the command again.
error-unlockable = can't reserve the workspace for writing

# What the system answers
error-cause-absent = there is no such file or folder
error-cause-forbidden = permission denied
error-cause-exists = there is something else with this name
error-cause-no-folder = part of the path isn't a folder
error-cause-folder = it is a folder
error-cause-read-only = the disk is read-only
error-cause-full = no space left on the disk
error-cause-too-large = the file would be too large
error-cause-text = it isn't UTF-8 text
error-cause-loop = the links form a loop
error-cause-cut = the file ends too soon
error-cause-json = it isn't JSON
error-cause-baseline = it holds something else than a list of known findings

# TOML in general
error-toml-syntax = broken TOML
error-toml-key = unknown key "{ $key }"
error-toml-key-in-table = unknown key "{ $key }" in { $table }
error-toml-type =
    "{ $key }" must be { $wanted ->
        [boolean] true or false
        [date] a date
        [number] a number
        [strings] a list of strings
        [table] a table
        [tables] a list of tables
       *[string] a string
    }, not { $found ->
        [boolean] true or false
        [date] a date
        [list] a list
        [number] a number
        [table] a table
       *[string] a string
    }
hint-toml-type =
    { $wanted ->
        [boolean] Write { $key } = true or { $key } = false.
        [date] Write { $key } = 2026-01-31.
        [number] Write { $key } = 5.
        [strings] Write { $key } = ["…"].
        [table] Write its keys below a line [{ $key }].
        [tables] Write each of them below a line [[{ $key }]].
       *[string] Write { $key } = "…".
    }
error-toml-twice = the key stands here for the second time
error-toml-bracket = a bracket isn't closed
error-toml-string = the text isn't closed with its quotation mark, or holds a character that isn't allowed there
error-toml-quote = a text must stand in quotation marks
error-toml-equals = there is no = between key and value
error-toml-comma = a comma is missing
error-toml-value = a value is missing
error-toml-extra = unexpected comma or =
error-toml-number = the number isn't written as TOML wants it
error-toml-date = the date isn't written as TOML wants it
error-toml-line = the line holds a character or a line end that TOML doesn't know
error-toml-depth = brackets are nested too deeply
error-toml-escape = a backslash begins no character that TOML knows
error-toml-name = this is neither a key nor a value
hint-nearest = Did you mean "{ $name }"?
hint-known = Known: { $names }.

# tolmach.toml
hint-config-syntax = Correct the line, or restore the file from git.
error-config-conflict = the configuration holds an unsettled merge conflict
hint-config-conflict = Keep the lines that are right, delete those with the conflict marks, then run the command again.
error-language-tag = "{ $tag }" isn't a language tag
hint-language-tag = Write a tag such as "ru", "en" or "pt-BR".
error-language-twice = the language "{ $tag }" is named twice
error-no-targets = no target language
error-segment-unit = unknown unit "{ $name }"
error-field-name = "{ $name }" can't name a field
hint-field-name = Write a name such as "title", or "extra.subtitle" for what stands in a table.
error-parameter-name = "{ $name }" can't name a parameter
hint-parameter-name = Write a name such as "caption", of letters, digits, "-", "_" and ".".
error-severity = unknown severity "{ $name }"
error-style = "{ $key }" can't be "{ $name }"
error-pattern-article = "{"{"}article{"}"}" must stand in the pattern, and only once
error-pattern-placeholder = unknown placeholder "{ $name }"
error-pattern-glued = two placeholders touch, so nothing tells where one ends
error-pattern-outside = the pattern leads out of the workspace
error-pattern-path = the pattern isn't a plain path
error-pattern-glob = "{ $name }" has no meaning in the pattern
error-pattern-extension = "{ $key }" can't have the extension "{ $extension }"
error-catalogs-clash = the catalogs of two languages, or a catalog and a document, have the same path
error-sources-twice = the sources are those of another collection already
error-source-translated = the sources are translations of another collection
hint-source-own = Give "source" a pattern of its own, or remove one of the "[[articles]]".
error-documents-clash = the translation has the same path as its source or another translation
hint-pattern = Write a path from the workspace's folder, such as "articles/{"{"}article{"}"}/{"{"}language{"}"}.md".
hint-pattern-glob = "{"{"}article{"}"}" holds folders of any depth by itself: write "articles/{"{"}article{"}"}.md", not "articles/**/{"{"}article{"}"}.md".
hint-pattern-glued = Put a "/" or a "." between them.
hint-pattern-language = Put "{"{"}language{"}"}" into the pattern.

# Articles
error-articles-none = no file fits the patterns of the sources: { $patterns }
hint-articles-none = Correct "source" under [[articles]] in "tolmach.toml", or "source" under [languages], which says "{ $language }".
error-articles-left-out = git leaves out all sources, such as "{ $path }", so nothing was looked at
hint-articles-left-out = Take them out of `.gitignore`; files and folders whose names begin with a dot are left out as well.
error-articles-abandoned =
    { $count ->
        [one] no source is left, and a catalog of a translation still stands
       *[other] no source is left, and { $count } catalogs of translations still stand
    }
hint-articles-abandoned = Bring the sources back (`git restore`), or remove their catalogs as well.
error-article-unknown = no article "{ $name }"
hint-articles = `tolmach status` lists all articles.
error-glob = "{ $name }" isn't a pattern for names
hint-glob = Write * for any letters, ** for folders of any depth, ? for one letter, [abc] for one of several.
error-glob-empty = no article fits "{ $name }"
error-path-no-article = "{ $path }" belongs to no article
error-link-broken = "{ $path }" is a link that leads nowhere
error-folder-empty = no articles in the folder "{ $path }"
hint-patterns = The patterns under [[articles]] in "tolmach.toml" say which files are articles.
error-catalog-shared = "{ $one }" and "{ $other }" have the same catalog
hint-catalog-shared = Rename one of the articles, or give their collections different catalogs in "tolmach.toml".

error-document-shared = "{ $one }" and "{ $other }" have the same translation
error-document-is-source = the translation of "{ $source }" would stand in "{ $path }", which is a source
hint-document-shared = Rename one of the articles, or give their collections different documents in "tolmach.toml".
error-article-twice = "{ $one }" and "{ $other }" have the same id "{ $id }"
hint-article-twice = Write a name below one of the "[[articles]]", such as name = "news"; the ids of its articles then begin with it.
error-collection-name = "{ $name }" can't begin the ids of articles
hint-collection-name = Write a name such as "news" or "press/2026".
error-collection-only = "{ $name }" can't be an article in "only"
hint-collection-only = Write what stands for {"{"}article{"}"} in its path, such as "README" or "press/2026/fair".
error-source-conflict = the text holds an unsettled merge conflict
hint-source-conflict = Keep the text that is right, delete the lines with the conflict marks, then run the command again.

# Catalogs
hint-catalog-syntax = Correct the line, or restore the catalog from git.
error-catalog-conflict = the catalog holds an unsettled merge conflict
hint-catalog-conflict =
    { $place ->
        [record] Both branches ran `tolmach align` or `tolmach publish`. Keep either side of [published], delete the other and the lines with the conflict marks, then run `tolmach align`. After `tolmach init --git` git settles this by itself.
        [both] Keep the pairs that are right and either side of [published], delete the lines with the conflict marks, then run `tolmach check`.
       *[pairs] Keep the pairs that are right, delete the lines with the conflict marks, then run `tolmach check`.
    }
error-catalog-key-missing = an entry of { $table } has no "{ $key }"
hint-catalog-key = Add { $key } = "…" to the entry, restore the catalog from git, or delete the entry.
hint-catalog-pairs = Write each pair under a [[pair]] of its own.
hint-rename-key = Rename "{ $name }" to "{ $key }".
error-state = unknown state "{ $name }"
error-catalog-layout = can't change this catalog without touching what isn't tolmach's
hint-catalog-layout = Write each pair as a table of its own under [[pair]].

# git
error-git-missing = can't run git
hint-git-missing = Install git, or leave out the option that needs it.
error-git-config = git doesn't accept the setting "{ $name }"
error-git-merge = git can't merge the files
error-git-repository = the workspace isn't in a git repository
error-git-reference = git knows no commit "{ $reference }"
hint-git-reference = Name a branch, a tag or a commit; `git fetch` brings those of the server.
hint-git-shallow = The clone is shallow: run `git fetch --unshallow`, or set "fetch-depth: 0" in CI.
error-git-history = git can't list the history of the files
error-git-date = git has no commit as old as "{ $date }"
error-git-compare = git can't compare with "{ $reference }"
error-git-staged = git can't lay out the files
error-cause-staged = "{ $path }" is missing
error-git-unmerged = the merge of "{ $path }" isn't finished
hint-git-unmerged = Settle the conflict, then stage the file with `git add`.
error-git-inner = articles stand in the submodule "{ $path }", whose files this repository doesn't hold
error-scratch = can't write into the folder for temporary files
error-git-encoding = "{ $path }" wasn't UTF-8 in "{ $reference }"

## The command line

error-usage-command = there is no command “{ $name }”
error-usage-argument = there is no option “{ $argument }” here
error-usage-extra = unexpected argument “{ $argument }”
error-usage-no-value = “{ $argument }” needs a value
error-usage-value = “{ $value }” is not a valid value for “{ $argument }”
error-usage-conflict = “{ $argument }” and “{ $other }” exclude each other
error-usage-twice = the option “{ $argument }” is given twice
error-usage-missing = missing: { $arguments }
error-usage-encoding = an argument is not valid UTF-8
error-usage-other = the call cannot be read near “{ $argument }”
error-usage-no-command = no command is given
hint-usage-near = Did you mean “{ $name }”?
hint-usage-values = Choose one of: { $values }.
hint-usage-help = See `{ $command } --help`.
error-folder = the current folder cannot be read
error-output = the result cannot be written to standard output
error-target = “{ $name }” is not a target language of this workspace
hint-target = Choose one of: { $names }.
error-input = standard input cannot be read
error-terminal = the terminal cannot be read
error-syntax = “{ $path }” is neither Markdown nor plain text
hint-syntax = tolmach reads .md, .mdx and .txt; for text under another name add `--syntax markdown` or `--syntax text`.
hint-syntax-known = tolmach reads .md, .mdx and .txt only.
error-export-many =
    { $count ->
        [0] no article to export
       *[other] only one page can go to standard output, and { $count } articles match
    }
hint-export-many = Name one article, or give a folder with `--out`.
error-export-own = “{ $path }” belongs to the workspace
hint-export-own = By the patterns of tolmach.toml it is a source, a translation or a catalog: name another folder with `--out`. Translations are written to their places by `tolmach publish`.
error-export-partly = can't write "{ $path }"; { $done } of { $count } pages were written
error-memory-foreign = “{ $path }” is no earlier export, or the memory itself reads it
hint-memory-foreign = Name another file with `--out`, or write over it with `--force`.
error-export-foreign = “{ $path }” was not written by `tolmach export`, or was changed since
hint-export-foreign = Move it away, name another folder with `--out`, or write over it with `--force`.
error-init-exists = there is a workspace here already
hint-init-exists = Edit the file, or see `tolmach status`.

error-many =
    { $count ->
        [0] no article has this name
       *[other] segment numbers need exactly one article in one language, and { $count } match
    }
hint-many = Name one article, and its language with `--target`.
error-ack-nothing = segment { $segment } has no changed or unsealed translation
hint-ack-nothing = See the numbers with `tolmach diff { $article } --cosmetic` or `tolmach check { $article }`; confirm drafts with `tolmach translate { $article } --only draft`.
error-ack-page = there is no page of "{ $article }" that the catalog knows as it stands
hint-ack-page = Bring the page into the catalog first: `tolmach align { $article }`.
hint-ack-missing = Translate it: `tolmach translate { $article } --only missing`.
error-ack-changed = segment { $segment } changed while you were looking at it
hint-ack-changed = Look at it again, then repeat the command.
error-ack-reason = a reason is needed
hint-ack-reason = Say why the translation still holds: `--reason "…"`.

error-surplus-none =
    { $count ->
        [0] the page has no text without a source, so there is no +{ $number }
        [one] the page has { $count } text without a source, not +{ $number }
       *[other] the page has { $count } texts without a source, not +{ $number }
    }
error-surplus-edit = a text that only the translation has stands in no source, so the catalog can't put another in its place
hint-surplus-edit = Edit it in “{ $path }”, then run `tolmach align`.
hint-translate-surplus = Correct or remove it on the page itself, then run `tolmach align`; to keep it: `tolmach waive ARTICLE { $segment } --check extra --reason "…"`.
error-segments = “{ $value }” is not a segment number
hint-segments = Give numbers from 1 or ranges such as 3-7; `tolmach diff` and `tolmach translate` show them.
error-segment-none =
    { $count ->
        [one] there is no segment { $segment }; the article has { $count }
       *[other] there is no segment { $segment }; the article has { $count }
    }
error-review-edit = only one segment can get this text
hint-review-edit = Name one segment beside `--edit`.
error-review-blank = an empty text is no translation
hint-review-blank = Give the text: `--edit "…"`.
error-review-same = segment { $segment } has this text already; to confirm it, a reason is needed
hint-review-same = Give it: `tolmach ack { $article } { $segment } --reason "…"`.
error-review-value = segment { $segment } is a value that stands on the page as in the source, so nobody has to approve it
hint-review-value = To write it in another way there: `tolmach review { $article } { $segment } --edit "…"`.
error-review-missing = segment { $segment } has no translation
error-review-stale = segment { $segment } has a new source, and its translation is of the old one
error-review-unsealed = the pair of segment { $segment } is unsealed: it was edited by hand or put together by a merge
hint-review-translate = A translator settles that first: `tolmach translate { $article }`; or give the right text with `--edit "…"`.
error-waive-none = the check "{ $check }" finds nothing in segment { $segment }
hint-waive-none = See what was found with `tolmach check { $article }`.
error-waive-nothing = segment { $segment } has no pair or no waiver of the check "{ $check }"
hint-waive-list = See the waivers with `tolmach waive --list`.
hint-waive-reason = Say why the translation is right as it is: `--reason "…"`.

error-sheet-block = the line that names the segment cannot be read
error-sheet-number = “{ $number }” is not a segment number
error-proposal-blank = the translation was emptied, and an empty one is never taken
error-proposal-approved = an editor approved the translation held
error-proposal-held = this is the translation of the source before its change; only a statement with a reason settles that
error-exchange-quote = a quotation mark that begins in this row is never closed
error-exchange-table = the table cannot be read any further
error-exchange-rows = the file has more than { $limit } rows
error-exchange-targets = two columns of the table are for the translation; leave one
error-proposal-torn = the file has several translations of this sentence; leave one of its rows
error-proposal-astray = another source stands in the row of this segment
error-proposal-unfit = the catalog cannot take this for the segment as it is now
error-sheet-twice = this segment has a block already, in line { $line }
error-sheet-homeless = this text belongs to no segment
error-sheet-conflict = the worksheet holds a conflict of two versions
error-sheet-reason = a statement that a translation holds needs its reason
error-sheet-both = the block changes the translation and says that it holds
error-sheet-article = the workspace has no article “{ $article }” with translations into “{ $language }”
error-sheet-nothing = there is no translation yet to confirm
error-sheet-note = a note is kept with a translation, and there is none yet
error-sheet-source = this block has a second source text
error-sheet-quoted = this line lacks the “>” that the others have before them
hint-sheet-quoted = Remove the “>” before all lines, so that what you wrote can be told from what was quoted.
error-sheet-mixed = this line stands among the remarks and may be the end of one of them
hint-sheet-mixed = Write the translation below the line that begins with “# =”; put the end of a folded remark back behind its beginning, or remove it.
error-sheet-two-texts = one text stands among the remarks and another below them
hint-sheet-two-texts = Keep one of them, below the line that begins with “# =”.
error-sheet-second = a second text stands here, apart from the translation above it
hint-sheet-second = Take it out if it belongs to your letter, such as a signature; if it belongs to the translation, put it on the line right below.
error-sheet-label = this may be a note to colleagues or the translation
hint-sheet-label = For a note, write note: in small letters; for a translation, put \ before the line.
error-sheet-tail = this line may be the end of the text above it
hint-sheet-tail = Put the translation on one line, and leave an empty line before what is no translation; a line of it that begins with # takes a \ before it.
error-sheet-after-label = this line may be the end of the one above it, or the translation
hint-sheet-after-label = Put the note or the reason on one line, and leave an empty line between it and the translation.
error-sheet-cut = a word may have been cut in two before this line
hint-sheet-cut = Put the translation on one line.
error-sheet-closing = this line may be the end of a letter or of the translation
hint-sheet-closing = Take it out if it belongs to your letter; if it belongs to the translation, put the translation on one line.
error-sheet-cut-off = the file ends within the last translation, and part of it may be missing
hint-sheet-cut-off = Complete the translation; if it is whole, end the file with an empty line.
error-sheet-shield = the backslash that this line begins with can mean two things
hint-sheet-shield = Put the translation on one line.
error-sheet-remark = this line begins as a remark, and remarks are not kept
hint-sheet-remark = If it is the translation, put \ before it; a note to colleagues begins with note:.
error-sheet-changed = the remarks above this line were changed, and what is written into them is not kept
hint-sheet-changed = Write the translation below this line, and a note as note: …; then restore the remarks, or remove this line together with them.
error-sheet-blank = readers would see nothing of this translation
hint-sheet-blank = Write the text without comments or hidden parts alone, or remove it.
error-sheet-empty = “{ $path }” has no block of a worksheet
hint-sheet-empty = A block begins with a line such as “@ ARTICLE LANGUAGE NUMBER DIGEST”; `tolmach translate --worksheet FILE` writes a new worksheet.
hint-sheet-note = Write the translation, too, or remove the line with note:.
hint-sheet-source = The line above that begins with @ and names the segment is gone: put it back, or remove the block and write a new worksheet with `tolmach translate --worksheet FILE`.
hint-sheet-block = Restore the line as tolmach wrote it: @ ARTICLE LANGUAGE NUMBER DIGEST.
hint-sheet-twice = Keep one of the two blocks.
hint-sheet-homeless = Put it below the line with @ that names its segment, or begin the line with “# ” to make it a remark.
hint-sheet-conflict = Choose one of the versions and remove the marks.
hint-sheet-reason = Write for example: ack: only the word order changed
hint-sheet-both = Remove the line with ack:, or restore the translation.
hint-sheet-nothing = Write the translation, or remove the line with ack:.
error-editor = the editor “{ $editor }” failed
hint-editor = Choose another with VISUAL, EDITOR or `git config core.editor`.
error-worksheet-exists = “{ $path }” exists already
hint-worksheet-exists = Apply it with `tolmach translate --apply { $path }`, or choose another name.

error-publish-source = “{ $path }” is the source itself
hint-publish-source = Give `document` a pattern of its own in tolmach.toml.

# Faults of the program itself
error-fault = tolmach failed
error-fault-article = tolmach failed over "{ $path }"; nothing was written for it
hint-fault = This is a fault of tolmach, not of the texts. Report it with these lines and the file.

error-part-foreign = not a part of a report
error-part-gitlab = GitLab’s format doesn’t say which part a report is of
error-part-version = the part was made by tolmach { $version }
error-part-twice = part { $number } is here twice
error-part-other = the part belongs to another call: its number of parts, language or severities differ
error-part-state = the part was made of other texts than the first one: the workspace or the configuration changed in between
error-part-missing = part { $number } of { $of } is missing
error-part-failed =
    { $count ->
        [one] { $count } article could not be looked at
       *[other] { $count } articles could not be looked at
    }
hint-part-foreign = Make the parts with `tolmach check --shard 1/8 --format json`, and so on, each whole.
hint-part-state = Make all parts of one checkout, and of nothing else.
hint-part-missing = Make it with `tolmach check --shard { $number }/{ $of } --format json`.
hint-part-failed = The part’s own run says why, on standard error.

## The translation memory

error-share-none = no server of a shared memory is named
hint-share-none = Say where it is: `share = "postgres://…"` under `[memory]` in tolmach.toml, or TOLMACH_SHARE.
error-share-address = the address of the shared memory can't be read
hint-share-address = Write it as postgres://USER@HOST/DATABASE.
error-share-server = the shared memory on { $server } refuses
hint-share-init = Its tables are missing: whoever owns the database runs `tolmach memory server init`.
hint-share-rights = The role needs the rights of tolmach_writer: `grant tolmach_writer to ROLE`.
error-share-old = the tables on { $server } are of version { $version }, and this program needs version { $own }
hint-share-old = Whoever owns the database runs `tolmach memory server init` with this program or a newer one.
error-share-new = the tables on { $server } are of version { $version }, which this program doesn’t know; it knows version { $own }
hint-share-new = Install a newer tolmach. What was pulled before stays in use.
hint-share-replica = It is a replica, which takes nothing in: push to the primary.
error-share-certificates = the connection can't be encrypted
error-share-roots = the certificates in "{ $path }" can't be used
hint-share-certificate = Name a file of trusted certificates with `sslrootcert` in the address; without it those of the system count.
hint-share-away = Everything else works without it: what was pulled before stays in use.
error-share-absent = this program was built without shared memories
error-share-cache = there is no cache folder for what comes from the shared memory
hint-share-cache = Set XDG_CACHE_HOME or HOME.
error-share-copy = what came from the shared memory can't be kept in { $path }
error-memory-include = the workspace "{ $path }" that `[memory] include` names can't be opened
hint-memory-include = Correct `[memory]` in tolmach.toml; paths start from its folder.
error-memory-pattern = "{ $pattern }" in `[memory] tmx` is no pattern of paths
error-memory-file = no file "{ $path }", which `[memory] tmx` names
error-memory-unlisted = "{ $path }" fits no pattern of `[memory] tmx`, so the memory wouldn't read it
hint-memory-unlisted = Add its folder to `[memory] tmx` in tolmach.toml, such as "memory/*.tmx".
error-memory-unreadable = the translation memory can't be read
error-memory-targets = the memory can be given out for one target language at a time
hint-memory-targets = Choose one with --target: { $names }.
error-tmx-syntax = "{ $path }" can't be read as TMX
hint-tmx-syntax = Ask for the file anew, or correct the line.
error-tmx-cut = the file ends before the end of <tmx>
error-tmx-foreign = the file doesn't begin with <tmx>
error-tmx-after = something stands behind the end of <tmx>
error-tmx-segments = a <tuv> has more than one <seg>
error-tmx-none = "{ $path }" has no unit in { $source } with a translation into { $targets }
hint-tmx-none = Compare the languages of the file with [languages] in tolmach.toml.
error-xml-entity = the entity "&{ $name };" isn't known
error-xml-entities = the file defines entities of its own
error-import-folder = “{ $path }” holds no file that translations come back in
hint-import-folder = A folder is looked through for files that end in { $names }.
error-exchange-unknown = “{ $path }” is in none of the formats that can be brought back
hint-exchange-unknown = Known are { $names } and the files of Word, Excel and LibreOffice; a table needs a heading with the columns source and target.
hint-exchange-rows = Divide it into several files and import one after the other.
error-encoding-name = no encoding is called “{ $name }”
hint-encoding-name = Name it as web pages do, such as windows-1251 or utf-16le.
error-xml-broken = the file is not well-formed XML
error-xml-cut = the file ends before it is complete
error-xml-deep = elements stand too deep in each other
error-xml-outside = text stands outside of all elements
error-xliff-foreign = the file does not begin as XLIFF does
error-xliff-targets = a second <target> stands in one unit
error-xliff-nested = <{ $name }> stands within another
error-xliff-id = <{ $name }> has no id
error-xliff-empty = <{ $name }> has no source
error-xliff-character = “{ $hex }” is no character
error-xliff-lacks = <{ $name }> has no { $part }
error-xliff-value = “{ $value }” is not allowed as { $attribute } of <{ $name }>
error-xliff-twice = the id “{ $id }” stands here a second time
error-xliff-reference = nothing in the file is called “{ $value }”
error-xliff-child = <{ $name }> may not stand at this place in <{ $parent }>
error-xliff-attribute = <{ $name }> has no attribute { $attribute } in this standard
error-xliff-moved = a code that has to stay where it is was moved or left out: <{ $name }>
error-xml-many = one unit of the file holds more than { $count } elements
hint-xliff-standard = Have the program that wrote the file write it anew, or send it as XLIFF 1.2.

# Archives and office files
error-archive-path = the archive holds "{ $name }", a name that leads outside of its folder
hint-archive-path = Take only archives from people you know; nothing of it was read.
error-archive-twice = the archive holds "{ $name }" twice
error-archive-link = the archive holds the link "{ $name }" in place of a file
error-workbook-cell = the cell { $place } shows an error, “{ $value }”, and no text
hint-workbook-cell = Put the text in its place and save the workbook; a text that begins with = is read as a formula unless ' stands before it.
error-workbook-formula = the cell { $place } holds a formula without its result
hint-workbook-formula = Open the file in a spreadsheet program and save it, or put the text in place of the formula.
error-archive-damaged = the archive can’t be opened
hint-archive-damaged = Ask for the file again; it may have been cut short on its way.
error-archive-large = the file unfolds to more than tolmach reads of one file
hint-archive-large = Save it anew in the program it comes from, or split it.
error-office-part = "{ $part }" in the file is damaged at byte { $byte }
hint-office-part = Open the file in the program it comes from and save it again.
error-word-empty = the file has no Word document in it
error-cause-deep = elements stand in one another too deep
error-cause-entity = the entity "{ $name }" is not one of XML’s own
error-cause-doctype = a document type declaration has no place in it
error-cause-unclosed = it ends in the middle of an element
error-returned-unknown = this is no file that tolmach takes back
hint-returned-unknown = Word (docx), Excel (xlsx) and OpenDocument files (odt, ods) come back, and archives of files for translators.
error-returned-empty = the file has no table of translations
hint-returned-empty = A table needs its heads, such as Source and Translation, or the last column as tolmach wrote it.
error-redline-none = no version of "{ $article }" was signed off: none in git had all its translations reviewed
hint-redline-none = Name what to compare with, such as `--redline HEAD~3`.
error-po-line = this line is no part of an entry
error-po-string = the string is not closed, or holds an unknown escape


## The frame of bilingual pages

error-pages-address = “{ $address }” in “{ $key }” is no address that begins with http:// or https://
hint-pages-address = Write the whole address, such as “https://news.example/pages/”.
error-pages-versions = “{ $pattern }” does not say where the article and the language stand
hint-pages-versions = Name both, as in “https://news.example/{"{"}language{"}"}/{"{"}article{"}"}/”.
error-pages-template = the template “{ $path }” can’t be filled
hint-pages-template = The names that a template may use are listed in docs/editors.md, under “The site’s frame”.
hint-pages-file = “{ $key }” in [pages] names it; its path begins at the folder of tolmach.toml.
error-leverage-bands = "bands" must list rising whole numbers from 30 to 99
hint-leverage-bands = Write such as bands = [50, 75, 85, 95].
error-leverage-weight = "{ $name }" must be a number from 0 to 10
error-leverage-share = no share "{ $name }" in the grid
error-leverage-terminal = a workbook can't be shown on a terminal
hint-leverage-terminal = Send it into a file: `tolmach leverage --format xlsx > grid.xlsx`.
error-machine-none = no program for machine translation is named
hint-machine-none = Name one under [machine] in tolmach.toml: command = ["program", "argument"].
error-machine-empty = the program's name is empty
error-machine-number = "{ $key }" must be a whole number from { $least } to { $most }
error-machine-start = the program "{ $program }" that `[machine] command` names can't be started
error-export-unfit = “{ $option }” says nothing for “--format { $format }”
hint-export-unfit = --only goes with xliff, xliff2, po, tmx, csv, tsv, xlsx and docx without --redline; --stale and --final with pages; --approval and --redline with docx.

# Packages
error-package-empty = there is nothing to translate in these articles, so no package was written
hint-package-own = Name another file with --to, such as work.zip.
hint-package-empty = `tolmach status` shows how far they are; --only names other states than missing, stale and draft.

## Terms

error-terms-conflict = the terms hold a conflict of two versions
hint-terms-conflict = Keep the right version of each term, delete the lines with the marks, then run `tolmach terms check`.
hint-terms-syntax = A term is a table: [[term]], then ru = "…" and en = "…", each on a line of its own.
error-term-empty = the term has no words in any language
error-term-blank = "{ $key }" holds no word
hint-term-empty = Write what it is called: ru = "…", en = "…".
error-terms-pattern = "{ $pattern }" in `[terms] files` is no pattern of paths
error-terms-context = "{ $pattern }", a context in "{ $path }", is no pattern of paths

error-terms-columns = the table's first line names no language
error-terms-tbx = the file holds no TBX: neither <martif> nor <tbx>
hint-terms-import = Name the columns by language, such as ru,en,note, or give TBX 2 or 3.
error-terms-none = the workspace has no terms
hint-terms-none = Write them to terms.toml, or take them in: tolmach terms import FILE.
