package com.hackajob.pinpoint.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.Bytes;
import com.hackajob.pinpoint.export.CvTypes.CvType;
import com.hackajob.pinpoint.export.Document;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MagicCvTypesTest {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final byte[] OLE = HexFormat.of().parseHex("D0CF11E0A1B11AE1");

    @Test
    void knows_a_pdf() {
        Document profile = Reader.render(Candidates.aCandidate()).document();
        assertThat(typeOf(((Bytes) profile.content()).array())).contains("application/pdf");
        assertThat(typeOf("\uFEFF\r\n%PDF-1.4\n".getBytes(UTF_8))).contains("application/pdf");
    }

    @Test
    void knows_a_word_document_by_its_stream() {
        assertThat(typeOf(ole("WordDocument"))).contains("application/msword");
        assertThat(typeOf(ole("Workbook"))).isEmpty();
    }

    @Test
    void knows_a_docx_by_what_is_in_it() throws IOException {
        assertThat(typeOf(Zips.docx())).contains(DOCX);
        assertThat(typeOf(Zips.zip(List.of(Zips.types(Zips.MAIN), Zips.item("word/document2.xml", new byte[10])))))
                .contains(DOCX);
        assertThat(typeOf(zip("[Content_Types].xml", "xl/workbook.xml"))).isEmpty();
        assertThat(typeOf(zip("META-INF/MANIFEST.MF", "password/x"))).isEmpty();
    }

    @Test
    void refuses_a_zip_that_is_cut_off() throws IOException {
        byte[] docx = Zips.docx();
        for (int length = 4; length < docx.length; length++) {
            assertThat(typeOf(Arrays.copyOf(docx, length)))
                    .as("first %d bytes", length)
                    .isEmpty();
        }
    }

    @Test
    void never_fails_on_a_damaged_zip() throws IOException {
        byte[] docx = Zips.docx();
        for (int at = 4; at < docx.length; at++) {
            byte[] damaged = docx.clone();
            damaged[at] = (byte) 0xFF;
            assertThat(typeOf(damaged)).isIn(Optional.empty(), Optional.of(DOCX));
        }
    }

    @Test
    void knows_rich_text() {
        assertThat(typeOf("{\\rtf1\\ansi Ada}".getBytes(UTF_8))).contains("application/rtf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Ada Lovelace\r\nEngineer\t1843\n", "Ада Лавлейс", "MZ is how my CV begins", "a < b and c > d"})
    void knows_text(String text) {
        assertThat(typeOf(text.getBytes(UTF_8))).contains("text/plain");
    }

    @Test
    void knows_text_of_old_western_editors() {
        assertThat(typeOf("Zoë’s café".replace("’", "\u0092").getBytes(ISO_8859_1)))
                .contains("text/plain");
        assertThat(typeOf("\uFEFFAda".getBytes(UTF_8))).contains("text/plain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n ",
                "<!DOCTYPE html><html></html>",
                "  <html>",
                "\uFEFF<?xml version='1.0'?>",
                "Hello <script>alert(1)</script>",
                "#!/bin/sh\nrm",
                "%!PS-Adobe-3.0",
                "MZ\0\0PE",
                "\u007FELF\u0002",
                "Ada\0Lovelace",
                "%PDF-",
                "MZ %PDF-1.7",
                "<html>%PDF-1.7</html>",
                "\u0089PNG\r\n\u001A\n"
            })
    void refuses_everything_else(String content) {
        assertThat(typeOf(content.getBytes(UTF_8))).isEmpty();
    }

    @Test
    void refuses_bytes_that_are_no_text() {
        assertThat(typeOf(HexFormat.of().parseHex("81C3288D8F90"))).isEmpty();
        assertThat(typeOf(HexFormat.of().parseHex("CAFEBABE00000045"))).isEmpty();
    }

    private static Optional<String> typeOf(byte[] content) {
        return switch (new MagicCvTypes(new Spool("/tmp")).typeOf(new Bytes(content))) {
            case CvType.Known(var type) -> Optional.of(type);
            case CvType.Unknown(), CvType.Unsafe() -> Optional.empty();
        };
    }

    private static byte[] ole(String stream) {
        byte[] name = stream.getBytes(UTF_16LE);
        byte[] file = Arrays.copyOf(OLE, 2048);
        System.arraycopy(name, 0, file, 1024, name.length);
        return file;
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("<x/>".getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
