-- What came since: of newer transactions, and what was under embargo until lately. Of each sentence of an
-- article the last pair; in the order of bytes, in which the copies stand.
select distinct on (newsroom collate "C", workspace collate "C", article collate "C", source collate "C")
workspace, newsroom, id, source_language, target_language, article, source, target, state, origin
from tolmach.pair
where source_language = $1 and target_language = $2 and not (workspace = $3 and newsroom = current_user)
and xid < $4::text::xid8
and (xid >= $5::text::xid8 or embargo_until > $6::text::timestamptz and embargo_until <= now())
order by newsroom collate "C", workspace collate "C", article collate "C", source collate "C",
xid desc, at desc, id desc
