"""Rules about answers to indicators."""

from spbe.i18n import mark as _
from spbe.problems.rule import Rule

FAMILY = (
    Rule(
        "nilai-terbalik",
        "error",
        _("`{tahap}` adalah tahap; di nilai.yaml setiap baris diawali kode indikator, bukan tahap."),
        _("Balik susunannya, satu baris per indikator: {baris}."),
        _("Satu baris per indikator membuat perubahan nilai mudah ditinjau."),
    ),
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
        _("Tahun {tahun} tidak dinilai dengan {instrumen}, yang dipakai {tahun_instrumen}.{maksud}"),
        _("Periksa `tahun` dan `instrumen`; bila ini uji coba, tulis `kegiatan: mandiri`."),
        _("Indeks dari instrumen tahun lain tidak dapat dibandingkan dengan daerah lain."),
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
        "berkas-ganda",
        "error",
        _("{isi} untuk penilaian {nama} sudah tertulis di {lain}."),
        _("Satukan isinya dalam satu berkas dan hapus yang lain; subfolder tidak membedakan isinya."),
        _("Dari dua jawaban untuk satu indikator, program tidak dapat memilih."),
    ),
    Rule(
        "tahap-ganda",
        "error",
        _("Tahap {tahap} untuk {kode} sudah tertulis di {lain}."),
        _("Simpan di satu tempat saja, dan hapus yang lain."),
        _("Dua nilai untuk tahap yang sama tidak dapat dipilih oleh program."),
    ),
    Rule(
        "tahap-urutan",
        "warning",
        _("{kode} punya nilai tahap {tahap}, tetapi tidak punya nilai mandiri; {jumlah} indikator lain punya."),
        _("Tulis nilai mandirinya di indicators/{nama}/{kode}.yaml, atau pindahkan nilai ini ke indikator yang benar."),
        _("Asesor eksternal menilai sesudah penilaian mandiri; urutan lain biasanya berarti salah kode."),
    ),
    Rule(
        "tahap-akhir-kurang",
        "warning",
        _("Hasil resmi sudah tertulis, tetapi {jumlah} dari {semua} indikator belum punya nilai akhir: {daftar}."),
        _("Salin nilai akhirnya dari laporan ke indicators/{nama}/nilai.yaml; yang tidak ada di laporan, biarkan."),
        _("Hasil resmi hanya dapat dihitung ulang bila semua nilai akhirnya ada."),
    ),
    Rule(
        "status-jawaban",
        "warning",
        _("Status `{keadaan}` melebihi isinya: {isi}."),
        _("Lengkapi nilai, fakta, dan bukti, atau hapus status yang terlalu cepat."),
        _("Papan status dipercaya hanya bila status sesuai dengan isi jawaban."),
    ),
    Rule(
        "seluruh-tanpa-hitungan",
        "info",
        _("Tertulis `{kata}`, tetapi tidak disebut berapa yang diperiksa."),
        _("Bila dihitung, tulis `diperiksa: 12 dari 30 layanan`, atau sebut angkanya dalam kalimatnya."),
        _("Asesor menanyakan berapa dari berapa; yang menghitung lebih dulu tidak perlu menjawab dua kali."),
    ),
    Rule(
        "asal-tak-ada",
        "error",
        _("Asal `{asal}` tidak ada.{maksud}"),
        _(
            "Tulis penilaian/kode yang ada di indicators/, "
            "atau hapus `asal` bila isinya sudah diperiksa dan milik sendiri."
        ),
        _("Isi yang dibawa dari penilaian lain harus dapat ditelusuri."),
    ),
    Rule(
        "hasil-kode",
        "error",
        _("Kode `{kode}` tidak ada pada {lapis} {instrumen}."),
        _("Pakai: {pilihan}."),
        _("Hasil resmi dibandingkan menurut kodenya."),
    ),
    Rule(
        "hasil-predikat",
        "warning",
        _("Predikat `{predikat}` tidak ada pada {instrumen}.{maksud}"),
        _("Tulis seperti pada laporan: {pilihan}."),
        _("Predikat resmi dibandingkan dengan hasil hitung."),
    ),
    Rule(
        "hasil-predikat-beda",
        "warning",
        _("Predikat `{predikat}` tidak cocok dengan indeks {indeks}; menurut {instrumen} seharusnya {seharusnya}."),
        _("Periksa `indeks` dan `predikat` pada dokumen hasilnya; salah satunya salah salin."),
        _("Predikat adalah nama rentang indeks; pembulatan pun tidak dapat membuatnya berbeda sejauh itu."),
    ),
    Rule(
        "hasil-beda-tabel",
        "warning",
        _("Hasil resmi berbeda dari tabel nasional {tahun} untuk {instansi}: {beda}."),
        _("Periksa pada dokumennya: {dokumen}. Bila memang berbeda, sebut sebabnya pada `catatan`."),
        _("Angka untuk instansi dan tahun yang sama hanya satu; pembaca akan menemukan keduanya."),
    ),
    Rule(
        "hasil-beda-hitungan",
        "warning",
        _("Hasil resmi berbeda dari yang dihitung dari nilai akhirnya: {beda}."),
        _(
            "Periksa nilai akhir di indicators/{nama}/ dan `hasil_resmi`; "
            "bila dokumennya memang demikian, jelaskan pada `catatan` di bawah `hasil_resmi`."
        ),
        _("Selisih tanpa penjelasan biasanya satu nilai yang salah salin."),
    ),
    Rule(
        "hasil-beda-domain",
        "warning",
        _("Indeks resmi {indeks} bukan jumlah berbobot indeks domainnya, yaitu {hitung}."),
        _(
            "Periksa `indeks` dan `domain` pada dokumennya; "
            "bila memang tercetak demikian, jelaskan pada `catatan` di bawah `hasil_resmi`."
        ),
        _("Indeks adalah jumlah berbobot domainnya; selisih lebih dari pembulatan berarti salah satunya salah salin."),
    ),
    Rule(
        "tahun-beda-folder",
        "warning",
        _("`tahun` di sini {tahun}, tetapi foldernya indicators/{nama}."),
        _("Perbaiki `tahun`, atau beri foldernya nama lain bila memang lebih dari satu penilaian setahun."),
        _("Folder yang disalin dari tahun lain sering membawa tahun lamanya."),
    ),
    Rule(
        "hasil-di-luar-skala",
        "warning",
        _("Angka {angka} di luar skala {minimum}–{maksimum} {instrumen}."),
        _("Periksa letak titik desimalnya, misalnya 2.60; bila memang tercetak demikian, jelaskan pada `catatan`."),
        _("Indeks di luar skala hampir selalu salah ketik."),
    ),
)
