-- What a workspace agrees on now.
insert into tolmach.terms (workspace, id, body) values ($1, $2, $3)
