"""A region as data frames: what the README shows of them, their types, and that nothing else needs pandas."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import spbe
from spbe.problems.usage import RefusalError, WrongUsageError
from support.regions import REGIONS, ROOT, copy_region

EXAMPLE = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)

FILES = {
    "architecture/aplikasi/srikandi.yaml": """
        id: srikandi
        nama: Srikandi
        perangkat_daerah: diskominfo
        layanan: [surat, kepegawaian]
        tahun_dibangun: 2021
        """,
    "architecture/aplikasi/siaga.yaml": """
        id: siaga
        nama: Siaga
        perangkat_daerah: bpbd
        layanan: belum diketahui
        klasifikasi: terbatas
        """,
    "architecture/layanan/surat.yaml": "id: surat\nnama: Surat\nperangkat_daerah: diskominfo\n",
    "architecture/perangkat-daerah/bpbd.yaml": "id: bpbd\nnama: BPBD\n",
}


@pytest.fixture
def region(minimal: Path) -> Path:
    for name, text in FILES.items():
        (minimal / name).write_text(re.sub(r"^\s+", "", text, flags=re.MULTILINE), encoding="utf-8")
    return minimal


def test_the_example_of_the_readme_answers_as_it_says(region: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    [example] = EXAMPLE.findall((ROOT / "README.md").read_text("utf-8"))
    monkeypatch.chdir(region)
    told: dict[str, pd.DataFrame] = {}
    exec(compile(example, "README.md", "exec"), told)  # noqa: S102  (our own page)

    assert told["applications"].to_dict() == {"diskominfo": 2}  # the third is not for the public
    pairs = told["used"][["id_x", "id_y"]].itertuples(index=False, name=None)
    assert sorted(pairs) == [("simpeg", "kepegawaian"), ("srikandi", "kepegawaian"), ("srikandi", "surat")]


def test_official_figures_are_numbers_and_domains_columns() -> None:
    results = spbe.frames(REGIONS["madiun"])["indeks"]
    [row] = results[results["tahap"] == "akhir"].to_dict("records")
    assert (row["penilaian"], row["tahun"], row["resmi"], row["domain_D3"]) == ("2020", 2020, 3.3, 3.42)
    types = {name: str(results[name].dtype) for name in ("tahun", "indeks", "cocok", "tahap")}
    assert types == {"tahun": "Int64", "indeks": "Float64", "cocok": "boolean", "tahap": "string"}


def test_every_edition_has_its_own_rows_and_fields(region: Path) -> None:
    public, whole = spbe.frames(region)["aplikasi"], spbe.frames(region, edition="internal")["aplikasi"]
    own = spbe.frames(region, edition="opd", opd="bpbd")["aplikasi"]
    assert [sorted(one["id"]) for one in (public, own, whole)] == [
        ["simpeg", "srikandi"],
        ["siaga", "simpeg", "srikandi"],
        ["siaga", "simpeg", "srikandi"],
    ]
    assert ["lain" in one for one in (public, own, whole)] == [False, False, True]
    asked = whole.set_index("id")
    assert asked.loc["srikandi", "tahun_dibangun"] == 2021
    assert asked["tahun_dibangun"].isna().to_dict() == {"siaga": True, "simpeg": True, "srikandi": False}
    assert asked.loc["siaga", "tanpa_nilai"] == {"layanan": "belum diketahui"}


@pytest.mark.parametrize(
    "asked", [{"edition": "semua"}, {"edition": "opd"}, {"opd": "bpbd"}, {"edition": "opd", "opd": "bpdb"}]
)
def test_an_edition_or_office_that_there_is_not_is_wrong_usage(region: Path, asked: dict[str, str]) -> None:
    with pytest.raises(WrongUsageError, match=next(iter(reversed(asked.values())))):
        spbe.frames(region, **asked)  # type: ignore[arg-type]


def test_data_with_errors_is_refused_with_the_report(region: Path) -> None:
    (region / "architecture/aplikasi/siaga.yaml").write_text("id: siaga\nnama: Siaga\nperangkat_daerah: entah\n")
    with pytest.raises(RefusalError, match=r"siaga\.yaml:3:19: .*rujukan-putus"):
        spbe.frames(region)


def test_neither_checking_nor_planning_imports_pandas(tmp_path: Path) -> None:
    root = copy_region(REGIONS["madiun"], tmp_path / "madiun")
    words = (
        "import sys\n"
        "from pathlib import Path\n"
        "from spbe.engines.pipeline import Options, prepare\n"
        "import spbe.exchange.frames\n"
        f"assert '/unduhan/' in [page.address for page in prepare(Path({str(root)!r}), Options(), 'id')[1].pages]\n"
        "print([name for name in ('pandas', 'numpy') if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
