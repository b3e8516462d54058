-- Old tables of frequencies; the one before stays for who began to write by it.
delete from tolmach.frequency_table where version < $1 - 1
