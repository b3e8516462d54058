-- What a workspace agreed on last.
select id from tolmach.terms where workspace = $1 and newsroom = current_user order by xid desc, at desc limit 1
