-- The last row that a reader may see, which tells whether the log is still the one that was read.
select xid::text, workspace, newsroom, id from tolmach.pair where xid < $1::text::xid8 order by xid desc limit 1
