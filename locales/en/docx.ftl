docx-how = Translate in the third column; leave the first and the last as they are. Codes on a yellow ground, such as ** or ](…), are part of the text: keep them around the words that they mark. Words on a red ground changed since they were translated.
docx-head-id = ID
docx-head-source = Source
docx-head-target = Translation
docx-head-comment = Comment
docx-head-state = State
docx-head-base = Base
docx-previous = Changed since it was translated. It was: { $text }
docx-foot = { $article } · made by tolmach
docx-approval = For approval
docx-approval-how = Read both columns and mark your decision at the end. What you change in the translation is recorded and comes back to the newsroom; so do your comments. Words spoken by somebody stand on a blue ground; above a translation that is behind its source, an amber line says so.
docx-speech = Direct speech
docx-speaker = { $name }, direct speech
docx-stale-source = Changed since it was translated
docx-stale-target = Translation of the earlier text
docx-unsealed = Edited by hand, not confirmed since
docx-verdict = Decision
docx-approved = Approved
docx-approved-with-changes = Approved with the changes made above
docx-refused = Refused
docx-name = Name:
docx-date = Date:
docx-redline = { $count ->
    [0] Nothing changed since { $since }
    [one] { $count } sentence changed since { $since }
   *[other] { $count } sentences changed since { $since }
}
