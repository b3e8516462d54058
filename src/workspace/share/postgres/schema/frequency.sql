-- A table of frequencies.
select gram, texts from tolmach.frequency where version = $1
