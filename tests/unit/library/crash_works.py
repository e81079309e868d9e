"""What `test_crash` runs in a process that it kills: each step is acknowledged by a line."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from sanad.library.articles import NewVersion
from sanad.library.records import Metadata
from sanad.library.store import Library


def keep(library: Library, number: int) -> None:
    library.notebook.put("bookmark", f"b{number}", {"note": f"note {number}" * 20})


def bring_in(library: Library, number: int) -> None:
    with library.articles.transaction():
        for part in range(3):
            text = f"Article {number}, part {part}."
            library.articles.add(
                NewVersion(
                    article=None,
                    text=text,
                    html=f"<p>{text}</p>",
                    sentences=(),
                    boilerplate=(),
                    metadata=Metadata(),
                    title=text,
                    title_is_derived=True,
                    path=Path(f"/press/{number}-{part}.txt"),
                    root=None,
                    content=text.encode(),
                    imported_at=datetime.now(UTC),
                )
            )


def main(folder: str, work: str, first: str) -> None:
    step = {"keep": keep, "bring_in": bring_in}[work]
    with Library.open(Path(folder)) as library:
        number = int(first)
        while True:
            step(library, number)
            print(number, flush=True)  # the acknowledgement: from here on it must survive
            number += 1


if __name__ == "__main__":
    main(*sys.argv[1:])
