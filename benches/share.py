"""How many pages a search on the server reads as the pairs are spread over more servers.

    python3 benches/share.py [PAIRS] [SERVERS…]      # 100000 1 2 4

Needs a PostgreSQL server that this user may make databases on (PGHOST, PGUSER and so on say which) and psql.
Each server is a database of its own with the tables of the program; a workspace's pairs go to one of them.
What is counted are pages of the index of stretches and of the tables, by PostgreSQL itself. They are ratios of
one run on one machine: they show what a server no longer has to read, not how fast another machine would be.
"""

import random
import subprocess
import sys
from pathlib import Path

SCHEMA = Path(__file__).parent.parent / "src/workspace/share/postgres/schema"
QUERIES = 60
KEPT = 32
WORKSPACES = 64


def psql(database, text):
    command = ["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", database, "-f", "-"]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    return done.stdout


def grams(text):
    """The stretches of three letters, as the program numbers them."""
    letters = [" "] + list(" ".join(text.lower().split())) + [" "]
    found = set()
    for first, second, third in zip(letters, letters[1:], letters[2:]):
        mixed = ord(first) << 42 ^ ord(second) << 21 ^ ord(third)
        number = (mixed * 0x9E3779B97F4A7C15 & (1 << 64) - 1) >> 32
        found.add(number - (1 << 32) if number >= 1 << 31 else number)
    return found


def words(count):
    # As often as in Russian, in thousandths; each second letter is a vowel, as it mostly is.
    vowels = dict(zip("оеаиуыяёюэ", (110, 85, 80, 74, 26, 19, 20, 1, 6, 3)))
    others = dict(zip("нтсрвлкмдпзбгчхжшцщф", (67, 63, 55, 47, 45, 44, 35, 32, 30, 28, 17, 16, 17, 15, 10, 9, 7, 5, 4, 3)))
    made = []
    for _ in range(count):
        kinds = [(others, vowels)[(at + random.randrange(8) // 7) % 2] for at in range(random.randint(2, 11))]
        made.append("".join(random.choices(list(kind), list(kind.values()))[0] for kind in kinds))
    return made


def sentences(count):
    known = words(20_000)
    # Few words are said often, most of them rarely.
    weights = [1 / (rank + 10) for rank in range(len(known))]
    for _ in range(count):
        yield " ".join(random.choices(known, weights, k=random.randint(5, 22)))


def fill(database, rows, table, size):
    texts = [open(SCHEMA / name, encoding="utf-8").read() for name in ("ground.sql", "1.sql", "2.sql", "3.sql")]
    psql(database, "begin;" + ";".join(texts) + ";commit;")
    psql(database, f"insert into tolmach.frequency_table values (1, {size}, {size})")
    lines = "".join(f"1\t{gram}\t{count}\n" for gram, count in table.items())
    psql(database, f"copy tolmach.frequency from stdin;\n{lines}\\.\n")
    columns = "workspace, id, source_language, target_language, article, source, target, state, frequency_version, letters, grams"
    lines = []
    for number, workspace, text, own in rows:
        rarest = sorted(own, key=lambda gram: (table.get(gram, 0), gram))[:KEPT]
        listed = "{" + ",".join(map(str, rarest)) + "}"
        lines.append(f"{workspace}\t{number}\tru\ten\ta\t{text}\tx\tfinal\t1\t{len(text)}\t{listed}\n")
    psql(database, f"copy tolmach.pair ({columns}) from stdin;\n{''.join(lines)}\\.\n")
    psql(database, "vacuum analyze")


def pages(database, asked):
    """Pages of the index and of the tables that the searches read."""
    searches = "".join(
        "select count(*) from tolmach.search('ru', 'en', '{%s}', %d, %d, 500);\n"
        % (",".join(map(str, grams(text))), len(text) * 6 // 10, len(text) * 10 // 6)
        for text in asked
    )
    count = (
        "select pg_stat_force_next_flush(); select "
        "(select sum(idx_blks_hit + idx_blks_read) from pg_statio_user_indexes where indexrelname like '%grams%'), "
        "(select sum(heap_blks_hit + heap_blks_read) from pg_statio_user_tables where relname like 'pair%');\n"
    )
    psql(database, "select pg_stat_reset()")
    last = psql(database, searches + count).strip().splitlines()[-1]
    return [int(number) / len(asked) for number in last.split("|")]


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    counts = [int(one) for one in sys.argv[2:]] or [1, 2, 4]
    random.seed(1)
    rows, table = [], {}
    for number, text in enumerate(sentences(size)):
        own = grams(text)
        for gram in own:
            table[gram] = table.get(gram, 0) + 1
        rows.append((number, f"site{number % WORKSPACES}", text, own))
    table = {gram: count for gram, count in table.items() if count > max(1, size // 5_000)}
    asked = []
    for row in random.sample(rows, QUERIES):
        said = row[2].split()
        said[random.randrange(len(said))] = "другое"
        asked.append(" ".join(said))
    print(f"{size} pairs, {QUERIES} searches; pages that the busiest server reads for one search")
    first = None
    for servers in counts:
        most = [0, 0]
        for server in range(servers):
            database = f"tolmach_bench_{server}"
            psql("postgres", f"drop database if exists {database}")
            psql("postgres", f"create database {database}")
            fill(database, [row for row in rows if row[0] % WORKSPACES % servers == server], table, size)
            most = [max(pair) for pair in zip(most, pages(database, asked))]
            psql("postgres", f"drop database {database}")
        first = first or most
        ratios = [one / of for one, of in zip(most, first)]
        print(f"{servers} servers: index {most[0]:.0f} ({ratios[0]:.2f}), tables {most[1]:.0f} ({ratios[1]:.2f})", flush=True)


main()
