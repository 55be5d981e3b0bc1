"""What was asked for from outside the data, on the command line, in the environment or in settings, and cannot be."""


class WrongUsageError(ValueError):
    """The text, in the user's language, says what is wrong and how it is written."""


class WrongArgumentError(WrongUsageError):
    """What is wrong stands on the command line."""


class RefusalError(Exception):
    """What was asked cannot be done; the text, in the user's language, says why and what to do."""
