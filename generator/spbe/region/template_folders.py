"""Where templates lie: those that ship with the program, and a region's own, which come first."""

from __future__ import annotations

from pathlib import Path
from typing import Final

OWN: Final = "site_templates"


def shipped_templates() -> Path:
    """The folder of the templates that ship with the program.

    In a wheel it lies inside the package, in a checkout beside ``generator/``. An editable install also leaves a
    copy in site-packages; that one is never looked at, because it is not inside the imported package.
    """
    package = Path(__file__).parents[1]
    for folder in (package / OWN, package.parent.parent / OWN):
        if (folder / "pages").is_dir():
            return folder
    raise FileNotFoundError(f"{OWN}: neither in {package} nor beside {package.parent}")


def template_folders(root: Path) -> tuple[Path, ...]:
    """Where templates are searched: the region's own ``site_templates/`` first, then the shipped ones.

    A link in its place is told as such, and never followed: it may lead to the whole disk.
    """
    own, shipped = root / OWN, shipped_templates()
    mine = own.is_dir() and not own.is_symlink() and own.resolve() != shipped.resolve()
    return (own, shipped) if mine else (shipped,)


def has_own_templates(root: Path) -> bool:
    """Whether the region at ``root`` has a folder of templates that is not the shipped one."""
    return len(template_folders(root)) > 1
