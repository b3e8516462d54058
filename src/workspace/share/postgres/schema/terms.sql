-- What each of the others agreed on last.
select distinct on (workspace, newsroom) workspace, newsroom, body
from tolmach.terms where not (workspace = $1 and newsroom = current_user)
order by workspace, newsroom, xid desc, at desc
