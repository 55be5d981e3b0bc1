"""Rules about hand-written pages and the files beside them."""

from spbe.i18n import mark as _
from spbe.problems.rule import Rule

FAMILY = (
    Rule(
        "halaman-utf8",
        "error",
        _("Ada huruf di halaman ini yang tidak tersimpan sebagai UTF-8."),
        _("Simpan ulang berkas dengan penyandian (encoding) UTF-8."),
        _("Halaman dengan penyandian lain tidak dapat dibangun."),
    ),
    Rule(
        "halaman-karakter",
        "error",
        _("Ada karakter kendali yang tidak terlihat di halaman ini (U+{kode})."),
        _("Hapus karakter itu; biasanya terbawa saat menyalin dari program lain."),
        _("Karakter kendali dapat membuat kalimat terbaca lain dari yang tertulis."),
    ),
    Rule(
        "halaman-karakter-asing",
        "warning",
        _("Di halaman ini ada {apa} (U+{kode})."),
        _("{saran}"),
        _("Karakter seperti ini biasanya terbawa saat menyalin, dan tidak terbaca di komputer lain."),
    ),
    Rule(
        "halaman-kepala",
        "error",
        _("Kepala halaman ini dibuka dengan `---`, tetapi tidak ditutup."),
        _("Tulis satu baris `---` lagi di bawah isian terakhirnya."),
        _("Kepala yang tidak ditutup akan tercetak di halaman."),
    ),
    Rule(
        "halaman-kunci",
        "warning",
        _("Isian `{kunci}` di kepala halaman tidak dikenal, jadi tidak dipakai dan tidak diterbitkan.{maksud}"),
        _("Perbaiki namanya, atau hapus."),
        _("Isian yang salah tulis tidak berbuat apa-apa, dan catatan pribadi tidak boleh ikut terbit."),
    ),
    Rule(
        "halaman-templat",
        "error",
        _("Templat `{nama}` tidak ada di site_templates/overrides/."),
        _("Perbaiki namanya, atau hapus `template` agar halaman memakai templat biasa."),
        _("Halaman tanpa templatnya tidak dapat dibangun."),
    ),
    Rule(
        "halaman-ganda",
        "error",
        _("Halaman ini beralamat {alamat}, sama dengan {lain}."),
        _("Satukan isinya dalam satu berkas, atau ganti nama salah satunya."),
        _("Dari dua halaman di satu alamat, yang satu akan hilang."),
    ),
    Rule(
        "halaman-alamat",
        "error",
        _("Halaman ini beralamat {alamat}, yang milik berkas situs."),
        _("Ganti nama berkasnya; jangan memakai akhiran seperti .xml atau .txt sebelum .md."),
        _("Folder dan berkas tidak dapat bernama sama, jadi situs tidak dapat ditulis."),
    ),
    Rule(
        "halaman-tak-tampil",
        "warning",
        _("Halaman ini beralamat milik {jenis} `{id}`, yang {keadaan}; halaman ini tidak ikut terbit.{maksud}"),
        _("Ganti nama berkasnya, atau pindahkan ke tempat lain di content/."),
        _("Halaman di alamat sebuah catatan hanya terbit bersama catatannya."),
    ),
    Rule(
        "halaman-aktif",
        "warning",
        _("`{bagian}` tidak diterbitkan: halaman tidak boleh menjalankan apa pun atau memuat dari situs lain."),
        _(
            "Hapus, atau taruh gambarnya di content/lampiran/. "
            "Bila memang perlu, tulis `html_bebas: ya` di bawah `publikasi` pada content/profil.yaml."
        ),
        _("Skrip dan isi dari situs lain dapat mencuri data pembaca atau mengubah halaman."),
    ),
    Rule(
        "tautan-halaman",
        "warning",
        _("Tautan `{tulisan}` tidak menuju halaman atau berkas mana pun.{maksud}"),
        _("Perbaiki tulisannya, termasuk huruf besar dan kecil, atau hapus tautannya."),
        _("Tautan yang putus baru ketahuan pembaca setelah halaman terbit."),
    ),
    Rule(
        "tautan-tak-terbaca",
        "error",
        _("Alamat `{tulisan}` tidak dapat dibaca."),
        _("Salin ulang alamatnya dari peramban; tanda kurung siku tidak boleh ada di dalamnya."),
        _("Alamat yang tidak terbaca menghentikan pembangunan situs."),
    ),
    Rule(
        "tautan-tertutup",
        "warning",
        _("Halaman ini menyebut {jenis} `{id}`, yang {klasifikasi}."),
        _("Hapus tautan dan namanya bila halaman ini untuk umum."),
        _("Halaman tulisan tangan terbit apa adanya, jadi ia dapat membocorkan nama catatan yang tidak terbuka."),
        fixed=True,
    ),
    Rule(
        "berkas-samping",
        "warning",
        _("Berkas `{nama}` tidak diterbitkan dari tempat ini."),
        _("Pindahkan ke content/lampiran/, lalu tautkan dari halamannya; atau hapus bila tidak dipakai."),
        _("Dari content/ hanya terbit halaman, lampiran, dan gambar di samping halaman yang menampilkannya."),
    ),
    Rule(
        "lampiran-tak-dirujuk",
        "info",
        _("Lampiran ini tidak dirujuk catatan, profil, atau halaman mana pun, jadi tidak diterbitkan."),
        _("Sebut namanya pada `berkas` sebuah bukti atau pada halaman, atau hapus berkasnya."),
        _("Yang tidak disebut siapa pun mungkin milik catatan yang sudah dihapus."),
    ),
    Rule(
        "lampiran-sisa",
        "info",
        _("Berkas ini sisa program lain, jadi tidak pernah diterbitkan."),
        _("Hapus berkasnya."),
        _("Berkas sementara dapat memuat isi yang belum selesai atau nama orang."),
    ),
    Rule(
        "lampiran-aktif",
        "error",
        _("Lampiran ini dapat menjalankan program di peramban pembaca: {sebab}."),
        _("Simpan sebagai PDF atau gambar; untuk SVG, simpan ulang sebagai SVG polos tanpa skrip dan tautan luar."),
        _("Lampiran dibuka pada alamat situs ini sendiri, dengan hak situs ini."),
    ),
)
