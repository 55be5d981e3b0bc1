"""Rules about references between records."""

from spbe.i18n import mark as _
from spbe.problems.rule import Rule

FAMILY = (
    Rule(
        "rujukan-putus",
        "error",
        _("Tidak ada {jenis} dengan ID `{id}`.{maksud}"),
        _("Perbaiki ID-nya, atau buat catatannya lebih dahulu: `spbe new {slug} {id}`."),
        _("Hubungan yang putus membuat halaman dan dampak salah."),
    ),
    Rule(
        "rujukan-nama",
        "error",
        _("`{tulisan}` adalah nama, bukan ID; ID-nya `{id}`."),
        _("Tulis `{id}`."),
        _("Nama dapat berubah dan dieja lain; ID tidak."),
    ),
    Rule(
        "rujukan-dahulu",
        "warning",
        _("ID `{id}` sudah berganti menjadi `{kini}`."),
        _("Ganti dengan `{kini}`, atau jalankan `spbe migrate`."),
        _("ID lama masih dimengerti, tetapi akan membingungkan."),
    ),
    Rule(
        "rujukan-diri",
        "error",
        _("Catatan ini merujuk dirinya sendiri pada `{kunci}`."),
        _("Hapus, atau ganti dengan ID yang dimaksud."),
        _("Sesuatu tidak menggantikan atau menginduk pada dirinya."),
    ),
    Rule(
        "rujukan-ganda",
        "warning",
        _("ID `{id}` tertulis lebih dari sekali pada `{kunci}`."),
        _("Hapus yang berlebih."),
        _("Hubungan yang sama dihitung sekali."),
    ),
    Rule(
        "rujukan-lingkar",
        "error",
        _("Rantai `{kunci}` berputar: {rantai}."),
        _("Putuskan salah satu mata rantainya."),
        _("Induk dan pengganti harus berujung."),
    ),
    Rule(
        "kode-referensi-tak-dikenal",
        "warning",
        _("Kode {kode} tidak ada dalam referensi arsitektur."),
        _("Periksa kodenya{dekat}, atau tambahkan kode daerah di architecture/referensi.yaml."),
        _("Kode yang tidak dikenal tidak dapat dipetakan ke arsitektur nasional."),
        law="Perpres 132/2022",
    ),
    Rule(
        "kode-referensi-domain",
        "error",
        _("Kode {kode} bukan kode {domain}."),
        _("Pakai kode berawalan {awalan}."),
        _("Setiap jenis catatan punya referensinya sendiri."),
        law="Perpres 132/2022",
    ),
    Rule(
        "lampiran-tertutup-tak-ada",
        "error",
        _("Lampiran {berkas} dari catatan yang tidak terbuka tidak ada di content/lampiran/ dengan nama itu.{maksud}"),
        _("Samakan namanya, termasuk huruf besar dan kecil; berkas yang namanya lain akan ikut terbit."),
        _("Hanya berkas yang namanya tepat dapat ditahan bersama catatannya."),
    ),
    Rule(
        "lampiran-hash",
        "warning",
        _("Isi {berkas} bukan lagi berkas yang nilai hashnya tertulis di sini."),
        _("Kembalikan berkasnya; bila memang diganti dengan sengaja, tulis nilai hashnya yang baru: {hash}."),
        _("Nilai hash, semacam sidik jari berkas, dicatat supaya dokumen bukti tidak berganti tanpa ketahuan."),
        former=("lampiran-sidik",),
    ),
    Rule(
        "lampiran-tak-ada",
        "warning",
        _("Lampiran {berkas} tidak ada di content/lampiran/.{maksud}"),
        _("Taruh berkasnya di sana, atau perbaiki namanya."),
        _("Tautan ke berkas yang tidak ada menyesatkan pembaca."),
    ),
    Rule(
        "tautan-catatan",
        "error",
        _("Tautan `spbe:{tulisan}` tidak menuju catatan mana pun.{maksud}"),
        _("Perbaiki jenis atau ID-nya, misalnya `spbe:aplikasi/simpeg`. Jenis yang dikenal: {pilihan}."),
        _("Tautan yang putus baru ketahuan pembaca setelah halaman terbit."),
    ),
)
