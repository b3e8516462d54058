-- Pairs like a text; those of the own workspace stand under no other name.
select workspace, newsroom, id, source_language, target_language, article, source, target, state, origin,
workspace = $1 and newsroom = current_user
from tolmach.search($2, $3, $4, $5, $6, $7)
