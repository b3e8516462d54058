"""Prints the units of a file as the Translate Toolkit reads them, a JSON list of source and target."""

import json
import sys

from translate.storage import factory, xliff2

path = sys.argv[1]
is_modern = b'version="2' in open(path, "rb").read(4096)
store = xliff2.Xliff2File.parsefile(path) if is_modern else factory.getobject(path)
units = []
for unit in store.units:
    if not unit.isheader() and unit.source:
        units.append([str(unit.source), str(unit.target or "")])
print(json.dumps(units, ensure_ascii=False))
