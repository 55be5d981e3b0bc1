"""What stands in a column for addresses: put right only where that is certain, kept where it is none."""

from __future__ import annotations

from spbe.exchange.inventories.address_reading import ReadAddresses, as_host, read_addresses


def _public(*addresses: str, repaired: bool = False) -> ReadAddresses:
    return ReadAddresses(public=addresses, repaired=repaired)


def test_each_sort_of_writing_is_read_as_what_it_is() -> None:
    expected = {
        "https://sida.uji.go.id": _public("https://sida.uji.go.id"),
        "http;//flip.id": _public("http://flip.id", repaired=True),
        "htps://q.uji.go.id": _public("https://q.uji.go.id", repaired=True),
        "www.z.go.id": _public("https://www.z.go.id", repaired=True),
        "https;//simona.kemendagri": ReadAddresses(unclear=("https;//simona.kemendagri",)),
        "srikandi,arsip": ReadAddresses(other=("srikandi,arsip",)),
        "Aplikasi Simda BMD": ReadAddresses(other=("Aplikasi Simda BMD",)),
        "tidak ada": ReadAddresses(),
        "https://tidakada.invalid | Sumber: tidak ada": ReadAddresses(),
        "https://tapera.go.id | Sumber: BP.TAPERA": _public("https://tapera.go.id"),
        "VPN | Sumber: VPN": ReadAddresses(internal=("VPN",)),
        "192.168.3.4 (local)": ReadAddresses(internal=("192.168.3.4 (local)",)),
        "http://10.0.0.7:8080/app/#/client/TOKEN": ReadAddresses(internal=("http://10.0.0.7:8080/app/",)),
        "http://x.x.x.x/elit": ReadAddresses(internal=("http://x.x.x.x/elit",)),
        "https://a.go.id, https://b.go.id/x?y=1": _public("https://a.go.id", "https://b.go.id/x?y=1"),
        "https://a.go.id\nhttps://b.go.id": _public("https://a.go.id", "https://b.go.id"),
        "https://nama:sandi@uji.go.id": ReadAddresses(unclear=("https://nama:sandi@uji.go.id",)),
        "https://www.youtube.com/watch?v=x": ReadAddresses(other=("https://www.youtube.com/watch?v=x",)),
    }
    assert {text: read_addresses(text) for text in expected} == expected


def test_a_name_is_a_host_only_where_it_can_be_nothing_else() -> None:
    assert as_host("Lpse.Uji.go.id") == "lpse.uji.go.id"
    assert as_host("simpeg.uji") is None
    assert as_host("SIM. Pegawai") is None
