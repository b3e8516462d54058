"""Edits an exported Word table or an Excel sheet as a translator's program would; the tests say how."""

import sys

import docx
import openpyxl
from docx_revisions import RevisionDocument, RevisionParagraph

way, path = sys.argv[1:3]
if way == "track":
    edited = RevisionDocument(path)
    assert edited.find_and_replace_tracked("300 visitors", "320 visitors", author="Мария Лик") == 1
    for row in edited.document.tables[0].rows:
        if "Следующий фестиваль" in row.cells[1].text:
            paragraph = RevisionParagraph.from_paragraph(row.cells[2].paragraphs[0])
            paragraph.add_tracked_insertion("The next festival is in July.", author="Мария Лик")
    edited.save(path)
elif way == "comment":
    document = docx.Document(path)
    for row in document.tables[0].rows:
        if "Вход был" in row.cells[1].text:
            runs = row.cells[2].paragraphs[0].runs
            document.add_comment(runs, text="Free for all?", author="Олег Р.", initials="О")
    document.save(path)
elif way == "rows":
    document = docx.Document(path)
    table = document.tables[0]
    rows = [row._tr for row in table.rows][1:]
    for row in rows:
        table._tbl.remove(row)
    for row in reversed(rows[1:]):
        table._tbl.append(row)
    document.save(path)
elif way == "sheet":
    book = openpyxl.load_workbook(path)
    sheet = book.active
    for row in sheet.iter_rows(min_row=2):
        assert all(cell.data_type != "f" for cell in row)
        if row[1].value.startswith("Следующий"):
            row[2].value = "The next festival is in July."
    book.save(path)
else:
    sys.exit("unknown way: " + way)
