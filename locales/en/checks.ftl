## checks

check-missing = Missing translation
    .description = Each segment of the source has a translation.
    .hint = Add a pair with this source and its translation to “{ $catalog }”.
check-missing-segment = The segment “{ $source }” has no translation.

check-stale = Stale translation
    .description = Each translation fits its source as it is now. A change of typography alone is told and does not fail.
    .hint = See the change with `tolmach diff { $article }`, then bring the pair in “{ $catalog }” up to date.
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
        [critical] “{ $word }” makes the change critical.
        [major] “{ $word }” makes the change major.
       *[minor] the change at “{ $word }” is minor.
    }

check-unsealed = Unsealed pair
    .description = Each pair was decided by a person; none was edited by hand or put together by a merge.
    .hint = Compare source and translation of this pair in “{ $catalog }”.
check-unsealed-pair = The pair of “{ $source }” is not sealed: it was edited by hand or put together by a merge.

check-draft = Draft
    .description = Somebody stands behind each translation.
    .hint = Check this translation in “{ $catalog }” against its source.
check-draft-segment = The translation of “{ $source }” is a draft.

check-left-in-source = Left in the source language
    .description = No translation is the source text over again.
    .hint = Translate this sentence in “{ $catalog }”.
check-left-in-source-segment = The translation of “{ $source }” is still in the source language.

check-no-translation = No translation
    .description = Each article has a catalog for each target language.
    .hint = Add the translation as pairs to “{ $catalog }”.
check-no-translation-article =
    The article has no translation into “{ $target }”: { $count ->
        [one] { $count } segment waits for it.
       *[other] { $count } segments wait for it.
    }

check-placeholder-line = Unresolved variable
    .description = The source has no line that holds only a template variable.
    .hint = Put the text in its place in “{ $path }”, or remove the line.
check-placeholder-line-variable = The line holds nothing but the unresolved template variable “{ $variable }”.

check-orphan = Orphan pair
    .description = Each pair fits a segment of the source. An orphan is kept: its segment may come back.
    .hint = Keep the pair in “{ $catalog }” if its text may return; else remove it.
check-orphan-pair = The pair of “{ $source }” fits no segment of the source.
