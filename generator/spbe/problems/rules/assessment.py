"""Rules about answers to indicators."""

from spbe.i18n import mark as _
from spbe.problems.rule import Rule

FAMILY = (
    Rule(
        "penilaian-tak-ada",
        "error",
        _("Folder {folder} berisi jawaban, tetapi tidak ada penilaian.yaml."),
        _("Buat penilaian.yaml dengan `tahun` dan `instrumen`, atau jalankan `spbe new penilaian {nama}`."),
        _("Tanpa instrumen nilai tidak punya bobot."),
    ),
    Rule(
        "instrumen-tak-dikenal",
        "error",
        _("Instrumen `{id}` tidak dikenal.{maksud}"),
        _("Pakai salah satu: {pilihan}; atau tambahkan indicators/instrumen/{id}.yaml."),
        _("Bobot dan predikat ada pada instrumen."),
    ),
    Rule(
        "instrumen-tahun",
        "warning",
        _("Tahun {tahun} biasanya tidak dinilai dengan {instrumen} (dipakai {tahun_instrumen})."),
        _("Periksa tahun dan instrumennya; bila ini uji coba, beri `kegiatan: mandiri`."),
        _("Indeks dari instrumen yang salah tidak dapat dibandingkan."),
    ),
    Rule(
        "indikator-tak-dikenal",
        "error",
        _("Indikator `{kode}` tidak ada dalam {instrumen}.{maksud}"),
        _("Pakai kode dari instrumennya: {contoh}."),
        _("Nilai pada indikator yang tidak ada akan hilang."),
    ),
    Rule(
        "nilai-di-luar-skala",
        "error",
        _("Nilai {nilai} di luar skala {minimum}–{maksimum} {instrumen}."),
        _("Tulis nilai antara {minimum} dan {maksimum}."),
        _("Nilai di luar skala membuat indeks mustahil."),
    ),
    Rule(
        "nilai-harus-bulat",
        "error",
        _("Nilai {nilai} bukan bilangan bulat; {instrumen} memakai tingkat bulat."),
        _("Tulis tingkatnya: {minimum} sampai {maksimum}."),
        _("Hanya instrumen 8/2026 yang mengenal nilai pecahan."),
    ),
    Rule(
        "tahap-ganda",
        "error",
        _("Tahap {tahap} untuk {kode} sudah tertulis di {lain}."),
        _("Simpan di satu tempat saja, dan hapus yang lain."),
        _("Dua nilai untuk tahap yang sama tidak dapat dipilih oleh program."),
    ),
    Rule(
        "hasil-kode",
        "error",
        _("Kode `{kode}` tidak ada pada {lapis} {instrumen}."),
        _("Pakai: {pilihan}."),
        _("Hasil resmi dibandingkan menurut kodenya."),
    ),
)
