"""Articles related to the open one, each with what both speak of."""

from sanad.search.protocol import Related
from sanad.ui.models.rows import RowsModel


class RelatedModel(RowsModel[Related]):
    """One row for each article, the closest first."""

    def text(self, row: Related) -> str:
        """Return the article's title."""
        return row.title

    def spoken(self, row: Related) -> str:
        """Return the title and the reason."""
        return f"{row.title}. {self.tip(row)}"

    def tip(self, row: Related) -> str:
        """Return the reason, whole."""
        return self.tr("Both speak of {reasons}").format(reasons=", ".join(row.reasons))
