-- The last row that a reader may see, which tells whether the log is still the one that was read.
-- By the number itself: a bare xid here would be the text, of which 999 is more than 1000.
select held.xid::text, held.workspace, held.newsroom, held.id from tolmach.pair as held
where held.xid < $1::text::xid8 order by held.xid desc limit 1
