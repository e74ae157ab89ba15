package com.hackajob.pinpoint.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.Bytes;
import com.hackajob.pinpoint.export.CvTypes.CvType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that must not be sent on: told from CVs by what is in them, from memory and from disk alike. */
class FileAttackTest {

    @TempDir
    private Path directory;

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void is_told_from_a_cv(FileAttack attack) throws IOException {
        Spool spool = new Spool(directory.toString());
        byte[] file = attack.file().get();

        assertThat(new MagicCvTypes(spool).typeOf(new Bytes(file))).isEqualTo(attack.verdict());
        try (Spool.SpooledFile spooled = spool.file(to -> to.write(file))) {
            assertThat(new MagicCvTypes(spool).typeOf(spooled)).isEqualTo(attack.verdict());
        }
        try (var left = Files.list(directory)) {
            assertThat(left).isEmpty();
        }
    }

    static List<FileAttack> attacks() {
        return FileAttack.all();
    }

    @Test
    void each_attack_has_a_name_of_its_own() {
        assertThat(attacks())
                .extracting(FileAttack::name)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(150);
    }

    /** As Java's own writer makes it, and so Google Docs: sizes and checksum come after the content. */
    @Test
    void a_document_that_was_written_in_one_go_is_none() throws IOException {
        ByteArrayOutputStream docx = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(docx)) {
            zip.putNextEntry(new ZipEntry("word/"));
            zip.putNextEntry(new ZipEntry(Zips.DOCUMENT));
            zip.write(new byte[100_000]);
            zip.putNextEntry(new ZipEntry(Zips.TYPES));
            zip.write(Zips.MAIN.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(new MagicCvTypes(new Spool(directory.toString())).typeOf(new Bytes(docx.toByteArray())))
                .isInstanceOf(CvType.Known.class);
    }

    @Test
    void a_real_document_with_a_chart_and_pictures_is_none() {
        byte[] table = Zips.zip(List.of(Zips.item("xl/workbook.xml", new byte[100_000])));
        byte[] docx = Zips.docx(
                Zips.item("word/embeddings/Microsoft_Excel_Sheet.xlsx", table),
                Zips.zeros("word/media/image1.emf", 900_000),
                Zips.stored("word/media/image2.png", new byte[2_000_000]));

        assertThat(new MagicCvTypes(new Spool(directory.toString())).typeOf(new Bytes(docx)))
                .isInstanceOf(CvType.Known.class);
    }
}
