"""The column of choices beside the pages: what to print, how much of it, on which paper."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from sanad.summaries.compose import Contents
from sanad.ui.printing.pages import Paper
from sanad.ui.printing.subjects import Option, Subject, SubjectId
from sanad.ui.theme import Theme

_SHORTEST, _LONGEST, _STEP = 10, 100, 10
"""Per cent of an article's sentences in its summary."""


class Choices(QWidget):
    """Everything that can be chosen, and the buttons that do it."""

    changed = Signal()
    """Pages have to be laid out anew."""
    range_changed = Signal()
    print_requested = Signal()
    pdf_requested = Signal()
    close_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        subjects: Sequence[Subject],
        subject: SubjectId | None,
        paper: Paper,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(theme.pixels(296))
        self._theme = theme
        self._subjects = list(subjects)
        self._buttons = QButtonGroup(self)
        self._boxes: dict[Option, QCheckBox] = {}
        self._column = QVBoxLayout()
        self._build_subjects(subject)
        self._build_length()
        self._build_boxes()
        self._build_paper(paper)
        self._frame()
        self._show_options()

    @property
    def subject(self) -> Subject | None:
        """What is to be printed; None when nothing can be."""
        index = self._buttons.checkedId()
        return self._subjects[index] if index >= 0 else None

    @property
    def contents(self) -> Contents:
        """What goes in."""
        on = {option: box.isChecked() for option, box in self._boxes.items()}
        return Contents(
            share=self._length.value() / 100,
            highlights=on["highlights"],
            underlines=on["underlines"],
            notes=on["notes"],
            initiatives=on["initiatives"],
            names=on["names"],
            sources=on["sources"],
        )

    @property
    def paper(self) -> Paper:
        """The chosen size of paper."""
        return Paper(self._paper.currentData())

    @property
    def range(self) -> str:
        """Which pages, as written; empty for all."""
        return self._range.text()

    def choose(self, subject: SubjectId) -> None:
        """Choose what to print."""
        for index, one in enumerate(self._subjects):
            if one.id == subject:
                self._buttons.button(index).click()

    def set_option(self, option: Option, on: bool) -> None:
        """Tick or clear *option*."""
        self._boxes[option].setChecked(on)

    def set_length(self, per_cent: int) -> None:
        """Choose how much of an article its summary keeps."""
        self._length.setValue(per_cent)

    def set_paper(self, paper: Paper) -> None:
        """Choose the paper."""
        self._paper.setCurrentIndex(self._paper.findData(paper.value))

    def set_range(self, written: str) -> None:
        """Choose pages, as a person writes them."""
        self._range.setText(written)

    def take_focus(self) -> None:
        """Put the focus on what is to be printed."""
        (self._buttons.checkedButton() or self._pdf).setFocus()

    def set_ready(self, ready: bool) -> None:
        """Allow printing and saving, or not."""
        self._print.setEnabled(ready)
        self._pdf.setEnabled(ready)

    def _build_subjects(self, chosen: SubjectId | None) -> None:
        self._label(self.tr("What"))
        for index, subject in enumerate(self._subjects):
            button = QRadioButton(self.tr(subject.label), self)
            button.setAccessibleName(self.tr("Print: {0}").format(button.text()))
            self._buttons.addButton(button, index)
            self._column.addWidget(button)
            if subject.id == chosen or (chosen is None and index == 0):
                button.setChecked(True)
        if self._subjects and self._buttons.checkedId() < 0:
            self._buttons.button(0).setChecked(True)
        self._buttons.idClicked.connect(self._choose_subject)

    def _build_length(self) -> None:
        self._length_label = self._label("")
        self._length = QSlider(Qt.Orientation.Horizontal, self)
        self._length.setRange(_SHORTEST, _LONGEST)
        self._length.setSingleStep(_STEP)
        self._length.setPageStep(_STEP)
        self._length.setTickInterval(_STEP)
        self._length.setValue(round(Contents().share * 100))
        self._length.setAccessibleName(self.tr("Length of the summary"))
        self._length.setMinimumHeight(self._theme.pixels(24))
        self._length.valueChanged.connect(self._show_length)
        self._length.valueChanged.connect(self.changed)
        self._column.addWidget(self._length)
        self._show_length()

    def _build_boxes(self) -> None:
        self._label(self.tr("With"))
        texts: dict[Option, str] = {
            "highlights": self.tr("Bookmarks marked in the text"),
            "underlines": self.tr("Names underlined by kind"),
            "notes": self.tr("Notes"),
            "initiatives": self.tr("Initiatives"),
            "names": self.tr("List of names"),
            "sources": self.tr("Sources"),
        }
        defaults = Contents()
        for option, text in texts.items():
            box = QCheckBox(text, self)
            box.setAccessibleName(text)
            box.setChecked(bool(getattr(defaults, option)))
            box.toggled.connect(self.changed)
            self._boxes[option] = box
            self._column.addWidget(box)

    def _build_paper(self, paper: Paper) -> None:
        self._label(self.tr("Paper"))
        self._paper = QComboBox(self)
        self._paper.setAccessibleName(self.tr("Paper"))
        for one in Paper:
            size = one.millimetres
            text = f"{one.value}  \u00b7  {size.width():.0f} \u00d7 {size.height():.0f} mm"
            self._paper.addItem(text, one.value)
        self.set_paper(paper)
        self._paper.currentIndexChanged.connect(self.changed)
        self._column.addWidget(self._paper)
        self._label(self.tr("Pages"))
        self._range = QLineEdit(self)
        self._range.setAccessibleName(self.tr("Pages to print"))
        self._range.setPlaceholderText(self.tr("All, or 1-3, 5"))
        self._range.setClearButtonEnabled(True)
        self._range.textChanged.connect(self.range_changed)
        self._column.addWidget(self._range)

    def _frame(self) -> None:
        unit = self._theme.unit
        self._column.setContentsMargins(5 * unit, 2 * unit, 5 * unit, 4 * unit)
        self._column.setSpacing(unit)
        self._column.addStretch(1)
        inside = QWidget(self)
        inside.setProperty("surface", "panel")
        inside.setLayout(self._column)
        scrolled = QScrollArea(self)
        scrolled.setWidget(inside)
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._print = self._button(self.tr("Print\u2026"), self.print_requested)
        self._print.setToolTip("Ctrl+P")
        self._pdf = self._button(self.tr("Save as PDF\u2026"), self.pdf_requested)
        self._pdf.setToolTip("Ctrl+S")
        self._pdf.setProperty("primary", "true")
        self._pdf.setDefault(True)
        close = self._button(self.tr("Close"), self.close_requested)
        buttons = QVBoxLayout()
        buttons.setContentsMargins(5 * unit, 3 * unit, 5 * unit, 5 * unit)
        buttons.setSpacing(2 * unit)
        buttons.addWidget(self._pdf)
        pair = QHBoxLayout()
        pair.setSpacing(2 * unit)
        pair.addWidget(self._print, 1)
        pair.addWidget(close, 1)
        buttons.addLayout(pair)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scrolled, 1)
        whole.addLayout(buttons)

    def _label(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", "label")
        label.setContentsMargins(0, 3 * self._theme.unit, 0, 0)
        self._column.addWidget(label)
        return label

    def _button(self, text: str, wish: SignalInstance) -> QPushButton:
        button = QPushButton(text, self)
        button.setAccessibleName(text.removesuffix("\u2026"))
        button.setAutoDefault(False)
        button.clicked.connect(wish)
        return button

    def _choose_subject(self) -> None:
        self._show_options()
        self.changed.emit()

    def _show_options(self) -> None:
        """Show only what makes a difference to the chosen subject."""
        options = self.subject.options if self.subject else frozenset()
        for option, box in self._boxes.items():
            box.setVisible(option in options)
        self._length.setVisible("share" in options)
        self._length_label.setVisible("share" in options)

    def _show_length(self) -> None:
        text = self.tr("Length: {0} % of the sentences").format(self._length.value())
        self._length_label.setText(text)
