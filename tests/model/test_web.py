"""What an address gives away is known from its text alone."""

from __future__ import annotations

import pytest

from spbe.model.web import addresses_in, fault_of, has_password, private_numbers


@pytest.mark.parametrize(
    "address",
    [
        "https://admin:sandi@uji.go.id/",
        "https://admin@uji.go.id",
        "ftp://u:p@uji.go.id",
        "https://admin:san/di#@uji.go.id",
        "https://admin%3Asandi%40uji.go.id/",
        "https://uji.go.id/masuk?user=a&Password=b",
        "https://uji.go.id/data?access_token=abc",
        "https://uji.go.id/?a=1&api_key=abc#atas",
        "https://uji.go.id/#access_token=abc",
    ],
)
def test_a_password_is_found_in_every_place_where_people_paste_it(address: str) -> None:
    assert has_password(address)
    assert fault_of(address) == "alamat-sandi"


@pytest.mark.parametrize(
    "address",
    [
        "https://uji.go.id:8443/@akun",
        "https://uji.go.id/@akun",
        "https://uji.go.id/?surel=a@b.go.id",
        "https://uji.go.id/?password=",
        "https://uji.go.id/?key=a#token",
        "https://desa_satu.go.id./",
        "http://172.32.0.1/",
        "https://contoh.go.id:65535",
        "mailto:dinas@uji.go.id",
    ],
)
def test_what_everyone_can_follow_has_no_fault(address: str) -> None:
    assert fault_of(address) is None


@pytest.mark.parametrize(
    "address",
    [
        "http://192.168.1.5/a",
        "https://10.0.0.1",
        "http://172.16.0.1",
        "http://172.31.255.255:8080/",
        "http://127.0.0.1",
        "http://169.254.1.1/",
        "http://100.64.0.1/",
        "http://[::1]/",
        "http://[fe80::1%25eth0]/",
        "http://localhost:8000",
        "http://simpeg.local/",
        "http://server.LAN/",
        "http://simpeg/",
    ],
)
def test_what_leads_into_somebodys_own_network_is_known(address: str) -> None:
    assert fault_of(address) == "alamat-privat"


@pytest.mark.parametrize(
    "address",
    [
        "https://https://uji.go.id",
        "http://http//uji.go.id",
        "https://uji.go.id:99999/",
        "https://uji.go.id:0/",
        "https://uji.go.id:abc/",
        "http://[::1",
        "https:///uji",
        "https://uji..go.id",
        "https://-uji.go.id",
        "http://192.168.1.300/",
    ],
)
def test_what_leads_nowhere_is_known(address: str) -> None:
    assert fault_of(address) == "alamat-mustahil"


def test_addresses_end_where_a_sentence_goes_on() -> None:
    assert list(addresses_in("Lihat (https://a.go.id/b), <http://c.go.id> atau ftp://d.go.id.")) == [
        "https://a.go.id/b",
        "http://c.go.id",
        "ftp://d.go.id",
    ]


def test_numbers_of_machines_are_found_in_words_and_versions_are_not() -> None:
    said = "Versi 1.2.3.4 di 192.168.1.5, cadangan 10.0.0.12; DNS 8.8.8.8; suku cadang x10.0.0.1; 999.1.1.1."
    assert list(private_numbers(said)) == ["192.168.1.5", "10.0.0.12"]
