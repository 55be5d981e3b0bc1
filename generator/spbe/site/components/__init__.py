"""Parts that several pages share: what they hold, ready for the templates in ``components/``."""
