"""Copies the Python programs of a folder; the copies leave which statements they execute.

Before each statement stands a mark, which is the name of the file and the number of the line.
All marks are left in a file of the copy. In what is executed nothing else changes.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

MARK = '''
import os

executed = open(os.path.join(os.environ["GRANTLAB_EXECUTED"], "executed"), "a", buffering=1)
known = set()


def mark(place):
    if place not in known:
        known.add(place)
        executed.write(place + "\\n")
'''


def blocks(tree: ast.AST) -> Iterator[list[ast.stmt]]:
    for node in ast.walk(tree):
        for name in ("body", "orelse", "finalbody"):
            block = getattr(node, name, None)
            if isinstance(block, list):
                yield block


def is_docstring(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def marked(name: str, text: str) -> tuple[str, list[str]]:
    tree = ast.parse(text)
    marks: list[str] = []
    for block in list(blocks(tree)):
        statements = [one for one in block if not is_docstring(one)]
        docstrings = [one for one in block if is_docstring(one)]
        block[:] = docstrings
        for statement in statements:
            marks.append(f"{name}:{statement.lineno}")
            block += [*ast.parse(f"marks.mark({marks[-1]!r})").body, statement]
    return f"import marks\n{ast.unparse(tree)}\n", marks


def main(folder: Path, copy: Path) -> None:
    copy.joinpath("marks.py").write_text(MARK)
    marks: list[str] = []
    for file in sorted(folder.glob("*.py")):
        text, own = marked(file.name, file.read_text())
        copy.joinpath(file.name).write_text(text)
        marks += own
    copy.joinpath("marks").write_text("\n".join(marks))


main(Path(sys.argv[1]), Path(sys.argv[2]))
