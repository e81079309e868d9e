"""Does what was wished for; what cannot be done is said, not raised."""

from collections.abc import Callable

from sanad.errors import SanadError


class Guard:
    """Stands between a wish and what fulfils it; once ended, it lets nothing through."""

    def __init__(self, say: Callable[[str], object]) -> None:
        self._say = say
        self._has_ended = False

    def do(self, act: Callable[..., object], *arguments: object) -> None:
        """Do *act*, or say why it cannot be done."""
        if self._has_ended:
            return
        try:
            act(*arguments)
        except SanadError as error:
            self._say(str(error))

    def slot(self, act: Callable[..., object]) -> Callable[..., None]:
        """Return *act* guarded, to connect to a signal; it gets all that the signal carries."""

        def do(*arguments: object) -> None:
            self.do(act, *arguments)

        return do

    def end(self) -> None:
        """Let nothing through from now on: what it was for is closed."""
        self._has_ended = True
