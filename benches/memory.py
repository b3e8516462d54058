#!/usr/bin/env python3
"""Look-ups in a translation memory: tolmach beside rapidfuzz, SQLite FTS5, tantivy and pg_trgm, in one run.

    cargo build --release
    pip install rapidfuzz tantivy
    python3 benches/memory.py target/release/tolmach --size 1000000 --queries 40 --together

This takes some ten minutes on two quiet cores: both memories at once, each engine asked for a minute at most (`--seconds`), so that
the slow ones get fewer questions, whose number is told.

Two memories are made by a seeded generator: one of sentences put together from clauses, one of weather reports
and statistics that differ in values alone. Each is asked for edited sentences (1 to 3 words changed) and for unseen
ones: of the first memory, the beginning of a sentence with the end of another; of the second, reports with other
values. Truth is the exact
scan of rapidfuzz: the five sources with the highest Levenshtein similarity, none below 0.70. Times are of the
processor, for each question, in milliseconds; only PostgreSQL's building is timed by the clock on the wall. The exact scan is timed while
it finds the truth. What is missing is named and skipped.
"""

import argparse
import json
import multiprocessing
import os
import random
import re
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from xml.sax.saxutils import escape

SUBJECTS = """совет города|театр на набережной|районная библиотека|клуб филателистов|музей связи|почтовая служба|хор ветеранов|союз
переводчиков|школьный оркестр|общество краеведов|комиссия по маркам|редакция журнала|студия документального кино|лаборатория
бумаги|архив области|кафедра истории|футбольная команда|городская больница|товарищество садоводов|ярмарка ремёсел"""
VERBS = """открыл|закрыл|обсудил|перенёс|поддержал|отклонил|показал|напечатал|купил|передал|изучил|восстановил|объявил|подготовил|отправил|
получил|проверил|описал|отметил|пересмотрел"""
OBJECTS = """новую выставку|старый мост|план ремонта|годовой отчёт|коллекцию писем|программу концерта|расписание поездов|рукопись
романа|список участников|проект закона|карту дорог|сборник статей|запись спектакля|запас бумаги|набор марок|очерк о поэте|
фасад дома|правила конкурса|итоги переписи|каталог фотографий"""
PLACES = """на главной площади|в соседнем квартале|за железной дорогой|у городской стены|в зале ожидания|на окраине|в доме культуры|
под открытым небом|в старом порту|на втором этаже|возле рынка|в центральном парке|на складе|в кабинете директора|при вокзале"""
ENDS = """несмотря на дождь|по просьбе жителей|после долгого спора|без лишнего шума|впервые за много лет|вопреки прогнозу|ради молодых
авторов|на средства читателей|в память о войне|с согласия соседей|ко дню основания|вместе с гостями|до конца сезона|в последний раз|
к общему удивлению"""
CITIES = "Москве Казани Минске Ереване Баку Астане Твери Омске Томске Перми Уфе Самаре Туле Орле Курске Рязани Пскове Сочи".split()
MONTHS = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
ENGLISH = "January February March April May June July August September October November December".split()
SYLLABLES = "ба ве ги до жу за ки ло му ны по ра се ти у фо ха че ши эр юн яс".split()


# What the parts of clauses are in English, in the same order.
IN_ENGLISH = """the city council|the theatre on the embankment|the district library|the philatelists' club|the museum of communications|the
postal service|the veterans' choir|the union of translators|the school orchestra|the society of local historians|the stamp commission|the
magazine's editors|the documentary film studio|the paper laboratory|the regional archive|the department of history|the football team|the
city hospital|the gardeners' partnership|the craft fair|opened|closed|discussed|moved|supported|rejected|showed|printed|bought|handed
over|studied|restored|announced|prepared|sent|received|checked|described|noted|revised|a new exhibition|the old bridge|the plan of
repairs|the annual report|a collection of letters|the programme of the concert|the timetable of trains|the manuscript of a novel|the list of
participants|the draft of a law|the map of roads|a volume of articles|a recording of the performance|a stock of paper|a set of stamps|an
essay on a poet|the front of the house|the rules of the contest|the results of the census|the catalogue of photographs|on the main
square|in the next quarter|beyond the railway|by the city wall|in the waiting hall|on the outskirts|in the house of culture|under the open
sky|in the old port|on the second floor|near the market|in the central park|at the warehouse|in the director's office|at the
station|despite the rain|at the request of residents|after a long dispute|without much noise|for the first time in many years|against the
forecast|for the sake of young authors|on readers' money|in memory of the war|with the neighbours' consent|for the founding day|together
with the guests|until the end of the season|for the last time|to general surprise"""
LATIN = dict(zip("абвгдежзийклмнопрстуфхцчшщыэюя",
                 "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch y e yu ya".split()))
# Runs a program and tells its processor seconds, its peak in kB and its wall seconds: a process that Python starts
# by itself counts the memory of Python as its own.
LAUNCHER = """
import os, sys, time
start = time.perf_counter()
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
_, _, usage = os.wait4(child, 0)
print(usage.ru_utime + usage.ru_stime, usage.ru_maxrss, time.perf_counter() - start)
"""


def choices(text):
    return [part.replace("\n", " ").strip() for part in text.split("|")]


class Maker:
    """Makes sentences with translations that no check doubts."""

    def __init__(self, kind, seed):
        self.kind, self.random, self.count = kind, random.Random(seed), 0
        self.parts = [choices(text) for text in (SUBJECTS, VERBS, OBJECTS, PLACES, ENDS)]
        english = dict(zip(sum(self.parts, []), choices(IN_ENGLISH), strict=True))
        self.english = re.compile("|".join(sorted(english, key=len, reverse=True))), english

    def name(self):
        pick = self.random.choice
        return "".join(pick(SYLLABLES) for _ in range(self.random.randint(2, 4))).capitalize()

    def clause(self):
        pick = self.random.choice
        subject, verb, thing, place, end = (pick(part) for part in self.parts)
        return " ".join(self.random.sample([subject, verb, thing, place, end], self.random.randint(3, 5)))

    def source(self):
        roll, pick = self.random.randint, self.random.choice
        if self.kind == "clauses":
            clauses = [self.clause() for _ in range(roll(1, 3))]
            return f"{self.name()}: " + ", ".join(clauses) + f", {roll(2, 9999)}."
        day, month, city = roll(2, 28), pick(MONTHS), pick(CITIES)
        if self.random.random() < 0.5:
            sky, wind = pick(["ясная", "облачная", "пасмурная"]), pick(["северный", "южный", "западный"])
            return (f"В {city} {day} {month} ожидается {sky} погода, температура воздуха {roll(2, 35)} градусов, "
                    f"ветер {wind}, {roll(2, 25)} м/с.")
        return (f"По данным на {day} {month} {roll(1990, 2026)} года, доля {pick(['посылок', 'писем', 'обращений'])} в {city} "
                f"{pick(['выросла', 'снизилась'])} на {roll(2, 99)},{roll(2, 9)} процента и составила {roll(100, 99999)} единиц.")

    def edited(self, source, pool):
        words = source.split()
        for _ in range(self.random.randint(1, 3)):
            place, roll = self.random.randrange(len(words)), self.random.random()
            if roll < 0.6:
                words[place] = self.random.choice(pool)
            elif roll < 0.8:
                words.insert(place, self.random.choice(pool))
            elif len(words) > 3:
                del words[place]
        return " ".join(words)

    def spliced(self, sources):
        one, other = (self.random.choice(sources).split() for _ in range(2))
        cut = max(1, int(len(one) * self.random.uniform(0.6, 0.8)))
        return " ".join(one[:cut] + other[cut:])

    def target(self, source):
        self.count += 1
        if self.kind == "clauses":
            name, rest = source.split(":", 1)
            parts, english = self.english
            name = "".join(LATIN[letter] for letter in name.lower()).capitalize()
            return name + ":" + parts.sub(lambda part: english[part[0]], rest)
        words = []
        for word in source.split():
            bare = word.strip(".,:")
            if bare in MONTHS:
                words.append(ENGLISH[MONTHS.index(bare)])
            elif bare.replace(",", "").isdigit():
                words.append(bare.replace(",", "."))
        letters, number = "", self.count
        while number:
            letters, number = letters + "bcdfghjklm"[number % 10], number // 10
        return f"The report {letters} of the day: {' '.join(words)} degrees percent units m/s."


def processor(pid):
    """Processor time of a running process in seconds, all its threads."""
    total = 0
    for task in os.listdir(f"/proc/{pid}/task"):
        try:
            with open(f"/proc/{pid}/task/{task}/schedstat") as file:
                total += int(file.read().split()[0])
        except OSError:
            pass
    return total / 1e9


def own():
    return time.process_time()


class Tolmach:
    name = "tolmach"

    def __init__(self, program, folder, sources, maker):
        self.command = [os.path.abspath(program), "-C", folder, "memory", "search"]
        self.environment = dict(os.environ, XDG_CACHE_HOME=os.path.join(folder, "cache"), TOLMACH_LANG="en")
        os.makedirs(os.path.join(folder, "memory"))
        open(os.path.join(folder, "tolmach.toml"), "w").close()
        self.file = os.path.join(folder, "memory", "a.tmx")
        with open(self.file, "w", encoding="utf-8") as file:
            file.write('<?xml version="1.0"?><tmx version="1.4"><header srclang="ru"/><body>\n')
            for source in sources:
                file.write(self.unit(source, maker.target(source)))
            file.write("</body></tmx>\n")
        self.build, self.peak, _ = self.once("нет такого")
        self.size = sum(os.path.getsize(os.path.join(where, name))
                        for where, _, names in os.walk(os.path.join(folder, "cache")) for name in names)
        shots = (self.once("В доме культуры обсудили план ремонта") for _ in range(5))
        self.shot = sorted([wall, peak] for _, peak, wall in shots)[2]
        more = os.path.join(folder, "memory", "b.tmx")
        with open(more, "w", encoding="utf-8") as file:
            file.write('<?xml version="1.0"?><tmx version="1.4"><header srclang="ru"/><body>\n')
            file.writelines(self.unit(source, maker.target(source)) for source in (maker.source() for _ in range(1000)))
            file.write("</body></tmx>\n")
        self.more = self.once("нет такого")[2]
        os.remove(more)
        self.once("нет такого")
        self.child = subprocess.Popen([*self.command, "-", "--format", "json", "--limit", "5"], env=self.environment,
                                      stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")
        self.ask("нет такого")

    @staticmethod
    def unit(source, target):
        return (f'<tu><tuv xml:lang="ru"><seg>{escape(source)}</seg></tuv>'
                f'<tuv xml:lang="en"><seg>{escape(target)}</seg></tuv></tu>\n')

    def once(self, text):
        """Asks a process of its own; gives processor seconds, peak in MB, wall seconds."""
        command = [sys.executable, "-S", "-c", LAUNCHER, *self.command, text, "--format", "json"]
        told = subprocess.run(command, env=self.environment, stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout
        seconds, peak, wall = map(float, told.split())
        return [seconds, peak / 1024, wall]

    def clock(self):
        return processor(self.child.pid)

    def ask(self, query):
        self.child.stdin.write(query + "\n")
        self.child.stdin.flush()
        return [match["source"] for match in json.loads(self.child.stdout.readline())["matches"]]


class Rescored:
    """An engine that names candidates, which rapidfuzz puts in order."""

    clock = staticmethod(own)

    def ask(self, query):
        from rapidfuzz import process
        from rapidfuzz.distance import Levenshtein
        found = process.extract(query, self.candidates(query), scorer=Levenshtein.normalized_similarity, limit=5)
        return [text for text, _, _ in found]


class Question:
    """A sentence, how alike the best five are by the exact scan, and how long that took."""

    def __init__(self, text, sources):
        from rapidfuzz import process
        from rapidfuzz.distance import Levenshtein
        start = own()
        found = process.extract(text, sources, scorer=Levenshtein.normalized_similarity, score_cutoff=0.7, limit=5)
        self.text, self.scanned = text, (own() - start) * 1000
        self.truth = sorted((score for _, score, _ in found), reverse=True)


class Fts5(Rescored):
    name = "SQLite FTS5, 16 rarest trigrams"

    def __init__(self, sources, folder):
        path, start = os.path.join(folder, "fts.db"), own()
        self.base = sqlite3.connect(path)
        self.base.execute("create virtual table t using fts5(s, tokenize='trigram')")
        self.base.executemany("insert into t values (?)", ((source,) for source in sources))
        self.base.execute("create virtual table v using fts5vocab(t, 'row')")
        self.base.commit()
        self.build, self.size = own() - start, os.path.getsize(path)

    def candidates(self, query):
        text, count = query.lower(), {}
        for gram in {text[at:at + 3] for at in range(len(text) - 2)}:
            row = self.base.execute("select doc from v where term = ?", (gram,)).fetchone()
            if row:
                count[gram] = row[0]
        hits = {}
        for gram in sorted(count, key=count.get)[:16]:
            quoted = '"' + gram.replace('"', '""') + '"'
            for (row,) in self.base.execute("select rowid from t where t match ?", (quoted,)):
                hits[row] = hits.get(row, 0) + 1
        best = sorted(hits, key=hits.get, reverse=True)[:100]
        marks = ",".join("?" * len(best))
        return [row[0] for row in self.base.execute(f"select s from t where rowid in ({marks})", best)]


class Tantivy(Rescored):
    name = "tantivy, words, 200 rescored"

    def __init__(self, sources, folder):
        import tantivy
        start = own()
        schema = tantivy.SchemaBuilder().add_text_field("s", stored=True).build()
        os.makedirs(os.path.join(folder, "tantivy"))
        self.index = tantivy.Index(schema, path=os.path.join(folder, "tantivy"))
        writer = self.index.writer(heap_size=200_000_000, num_threads=1)
        for source in sources:
            writer.add_document(tantivy.Document(s=source))
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()
        self.searcher, self.build = self.index.searcher(), own() - start
        self.size = sum(entry.stat().st_size for entry in os.scandir(os.path.join(folder, "tantivy")))

    def candidates(self, query):
        words = "".join(c if c.isalnum() else " " for c in query)
        found = self.searcher.search(self.index.parse_query(words, ["s"]), 200)
        return [self.searcher.doc(address)["s"][0] for _, address in found.hits]


class Trigram(Rescored):
    name = "PostgreSQL pg_trgm, GIN"

    def __init__(self, sources, folder):
        known = shutil.which("initdb")
        place = os.environ.get("PG_BIN") or (os.path.dirname(os.path.realpath(known)) if known else "/usr/lib/postgresql/15/bin")
        data = os.path.join(folder, "pg")
        os.makedirs(data)
        self.user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.getuid() == 0 else []
        if self.user:
            shutil.chown(data, "postgres", "postgres")
            os.chmod(folder, 0o755)
        quiet = {"stdout": subprocess.DEVNULL, "check": True}
        subprocess.run([*self.user, f"{place}/initdb", "-D", data, "--locale=C.UTF-8", "-A", "trust"], **quiet)
        options = f"-k {data} -c listen_addresses='' -c fsync=off -c shared_buffers=1GB -c max_parallel_workers_per_gather=0"
        self.stop = [*self.user, f"{place}/pg_ctl", "-D", data, "-m", "immediate", "stop"]
        subprocess.run([*self.user, f"{place}/pg_ctl", "-D", data, "-o", options, "-w", "-l", f"{data}/log", "start"], **quiet)
        self.psql = [*self.user, f"{place}/psql", "-h", data, "-d", "postgres", "-AtqX"]
        start = time.perf_counter()
        text = "".join(source.replace("\\", "\\\\") + "\n" for source in sources)
        subprocess.run([*self.psql, "-c", "create extension pg_trgm; create table t (s text)"], check=True)
        subprocess.run([*self.psql, "-c", "copy t from stdin"], input=text, encoding="utf-8", check=True)
        subprocess.run([*self.psql, "-c", "create index on t using gin (s gin_trgm_ops)"], check=True)
        self.build, self.size = time.perf_counter() - start, 0
        self.child = subprocess.Popen(self.psql, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")
        self.server = int(self.line("select pg_backend_pid();"))
        self.child.stdin.write("set pg_trgm.similarity_threshold = 0.45;\n")

    def line(self, query):
        self.child.stdin.write(query + "\n")
        self.child.stdin.flush()
        return self.child.stdout.readline()

    def clock(self):
        return own() + processor(self.server)

    def candidates(self, query):
        text = query.replace("'", "''")
        self.child.stdin.write(f"select s from t where s % '{text}' order by similarity(s, '{text}') desc limit 100; select '.';\n")
        self.child.stdin.flush()
        return list(iter(lambda: self.child.stdout.readline().rstrip("\n"), "."))

    def close(self):
        self.child.kill()
        subprocess.run(self.stop, stdout=subprocess.DEVNULL)


def told(times, hit, wanted):
    times.sort()
    half, most = times[len(times) // 2], times[len(times) * 99 // 100]
    return f"recall {hit / max(wanted, 1):.3f} of {wanted}, p50 {half:.2f}, p99 {most:.2f} ms ({len(times)} asked)"


def measure(engine, questions, seconds):
    """Recall at five and the processor's time for each question, as many as so many seconds allow."""
    from rapidfuzz.distance import Levenshtein
    hit = wanted = 0
    times = []
    for question in questions:
        start = engine.clock()
        found = engine.ask(question.text)
        times.append((engine.clock() - start) * 1000)
        mine = sorted((Levenshtein.normalized_similarity(question.text, text) for text in found), reverse=True)
        wanted += len(question.truth)
        hit += sum(at < len(mine) and mine[at] >= best - 1e-9 for at, best in enumerate(question.truth))
        if sum(times) > seconds * 1000:
            break
    return told(times, hit, wanted)


def run(kind, arguments):
    """Makes a memory of this kind and asks all engines; prints what came of it at the end."""
    maker = Maker(kind, 7)
    sources = list(dict.fromkeys(maker.source() for _ in range(arguments.size)))
    pool = [word for source in sources[:5000] for word in source.split()]
    kinds = {
        "edited": lambda: maker.edited(maker.random.choice(sources), pool),
        "unseen": (lambda: maker.spliced(sources)) if kind == "clauses" else maker.source,
    }
    questions = {name: [Question(make(), sources) for _ in range(arguments.queries)] for name, make in kinds.items()}
    lines = [f"\n{kind}: {len(sources)} sentences, such as: {sources[0]}"]
    folder = tempfile.mkdtemp(prefix="tolmach-memory-")
    engines = {"tolmach": lambda: Tolmach(arguments.program, os.path.join(folder, "site"), sources, maker),
               "fts5": lambda: Fts5(sources, folder), "tantivy": lambda: Tantivy(sources, folder),
               "pg_trgm": lambda: Trigram(sources, folder)}
    for name, start in engines.items():
        if name not in ("tolmach", *arguments.peers.split(",")):
            continue
        try:
            engine = start()
        except Exception as error:  # what isn't installed or doesn't start
            lines.append(f"{name:32} skipped: {error}")
            continue
        parts = [f"{engine.name:32} build {engine.build:6.1f} s, {engine.size / 1e6:5.0f} MB"]
        parts += [f"{name} {measure(engine, asked, arguments.seconds)}" for name, asked in questions.items()]
        lines.append("; ".join(parts))
        if engine.name == "tolmach":
            lines.append(f"{'':32} built within {engine.peak:.0f} MB; one question from the shell {engine.shot[0] * 1000:.0f} ms wall, "
                         f"{engine.shot[1]:.0f} MB; 1,000 new sentences {engine.more:.2f} s wall")
        if hasattr(engine, "close"):
            engine.close()
        print(f"{kind}: {lines[-1]}", file=sys.stderr, flush=True)
    if "rapidfuzz" in arguments.peers.split(","):
        truths = {name: sum(len(one.truth) for one in asked) for name, asked in questions.items()}
        scans = [f"{name} {told([one.scanned for one in asked], truths[name], truths[name])}" for name, asked in questions.items()]
        lines.append("; ".join([f"{'rapidfuzz, exact scan':32} build    0.0 s,     0 MB", *scans]))
    shutil.rmtree(folder, ignore_errors=True)
    print("\n".join(lines), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=30, help="processor time for the questions of a kind to an engine")
    parser.add_argument("--together", action="store_true", help="both memories at once, on two cores")
    parser.add_argument("--peers", default="rapidfuzz,fts5,tantivy,pg_trgm")
    arguments = parser.parse_args()
    runs = [multiprocessing.Process(target=run, args=(kind, arguments)) for kind in ("clauses", "values")]
    for one in runs:
        one.start()
        if not arguments.together:
            one.join()
    for one in runs:
        one.join()
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"\nprocessor time of all that was started: {usage.ru_utime + usage.ru_stime:.0f} s")


if __name__ == "__main__":
    main()
