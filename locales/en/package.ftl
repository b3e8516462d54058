# What a package for an agency says of itself
package-about =
    WORK FOR TRANSLATION

    { $segments ->
        [one] { $segments } segment
       *[other] { $segments } segments
    }, { $words ->
        [one] { $words } word
       *[other] { $words } words
    }, in { $count ->
        [one] { $count } file
       *[other] { $count } files
    }. From { $source } into { $targets }.

    What is in this archive

    work/          The files to translate. Nothing else has to come back.
    memory/        Earlier translations of the same articles and of similar sentences (TMX): load them as a translation memory.
    terms.csv      Agreed translations of names and terms, if the newsroom keeps a list.
    context/       Each article as a page with both languages side by side. Open it in a browser to see a sentence in its place.
    manifest.json  What is in the archive, for programs.

    How to do the work

    1. Open the files in work/ in your translation program and translate every unit.
    2. A unit marked as new, or as needing translation, has a copy of its source in place of a translation, or nothing.
    3. A unit marked as needing adaptation, or as fuzzy, has a translation of an earlier source; a note says what that source was.
    4. Signs such as ** or ](page.md) and tags are markup. Keep each of them around the words that it marks.
    5. Leave the notes that begin with tolmach: as they are. By them each row finds its place, even if rows were sorted, filtered or left out.
    6. Comments of your own are welcome: they reach the editors as notes.

    Send back this archive with the translated files in it, or the files alone. The newsroom takes them in with tolmach import.
