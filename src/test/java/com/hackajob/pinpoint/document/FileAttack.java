package com.hackajob.pinpoint.document;

import static com.hackajob.pinpoint.document.Zips.DOCUMENT;
import static com.hackajob.pinpoint.document.Zips.MAIN;
import static com.hackajob.pinpoint.document.Zips.TYPES;
import static com.hackajob.pinpoint.document.Zips.docx;
import static com.hackajob.pinpoint.document.Zips.item;
import static com.hackajob.pinpoint.document.Zips.room;
import static com.hackajob.pinpoint.document.Zips.stored;
import static com.hackajob.pinpoint.document.Zips.types;
import static com.hackajob.pinpoint.document.Zips.zeros;
import static com.hackajob.pinpoint.document.Zips.zip;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.hackajob.pinpoint.document.Zips.Item;
import com.hackajob.pinpoint.export.CvTypes.CvType;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A file that is no CV, whatever it looks like. */
record FileAttack(String name, Supplier<byte[]> file, CvType verdict) {

    private static final CvType UNKNOWN = new CvType.Unknown();
    private static final CvType UNSAFE = new CvType.Unsafe();
    private static final byte[] TEXT = "<w:t>Ada</w:t>".getBytes(UTF_8);
    private static final int MEGABYTE = 1024 * 1024;
    private static final String MACRO_TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml";

    static List<FileAttack> all() {
        return Stream.of(magic(), polyglots(), notWord(), bombs(), liars(), layouts(), names(), ends())
                .flatMap(attacks -> attacks)
                .toList();
    }

    private static Stream<FileAttack> magic() {
        return Stream.of(
                unknown("nothing", ""),
                unknown("blank", " \r\n\t"),
                unknown("byte order mark and blank", "\u00EF\u00BB\u00BF\0"),
                unknown("program of Windows", "MZ\u0090\0\u0003\0\0\0"),
                unknown("program of Linux", "\u007FELF\u0002\u0001\u0001"),
                unknown("program of macOS", "\u00CF\u00FA\u00ED\u00FE\u0007\0\0\u0001"),
                unknown("program of Java", "\u00CA\u00FE\u00BA\u00BE\0\0\0E"),
                unknown("program of WebAssembly", "\0asm\u0001\0\0\0"),
                unknown("shell script", "#!/bin/sh\nrm -rf /"),
                unknown("page", "<!DOCTYPE html><html></html>"),
                unknown("page after blanks", "\r\n   <HTML>"),
                unknown("page after a byte order mark", "\u00EF\u00BB\u00BF<html>"),
                unknown("script within text", "Hello <ScRiPt>alert(1)</script>"),
                unknown("frame within text", "Hello <iframe src=//evil.example>"),
                unknown("drawing with scripts", "<svg onload=alert(1)>"),
                unknown("XML", "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"),
                unknown("PHP", "<?php system($_GET[0]);"),
                unknown("PostScript", "%!PS-Adobe-3.0"),
                unknown("PDF with no version", "%PDF-"),
                unknown("PDF after something", "x%PDF-1.7"),
                unknown("PDF after a program", "MZ %PDF-1.7"),
                unknown("PDF after much white space", " ".repeat(17) + "%PDF-1.7"),
                unknown("PDF of a version in letters", "%PDF-X.7"),
                unknown("RTF in upper case with a NUL", "{\\RTF1\0"),
                unknown("gzip", "\u001F\u008B\u0008\0"),
                unknown("7-Zip", "7z\u00BC\u00AF\u0027\u001C"),
                unknown("RAR", "Rar!\u001A\u0007\u0001\0"),
                unknown("bzip2", "BZh91AY&SY\0"),
                unknown("Zstandard", "\u0028\u00B5\u002F\u00FD\0"),
                unknown("Microsoft's cabinet", "MSCF\0\0\0\0"),
                unknown("disk image", "\0".repeat(4096) + "CD001"),
                unknown("GIF", "GIF89a\u0001\0"),
                unknown("PNG", "\u0089PNG\r\n\u001A\n"),
                unknown("JPEG", "\u00FF\u00D8\u00FF\u00E0\0"),
                unknown("shortcut of Windows", "L\0\0\0\u0001\u0014\u0002\0"),
                unknown("text with NUL", "Ada\0Lovelace"),
                unknown("text with an escape", "Ada \u001B]0;owned\u0007"),
                unknown("text with NUL, far in", "a".repeat(100_000) + "\0"),
                unknown("text with an escape at the end of a block", "a".repeat(8191) + "\u001B"),
                unknown("UTF-16", new String("Ada".getBytes(UTF_16LE), ISO_8859_1)),
                unknown("neither UTF-8 nor Western", "\u0081\u00C3(\u008D\u008F\u0090"),
                unknown("UTF-8 that is cut off", "Ada \u0081\u00E2\u0082"),
                unknown("OLE without a document", ole("Workbook")),
                unknown("OLE of an installer", ole("!_StringPool")),
                unknown("OLE, encrypted", ole("EncryptedPackage")),
                unknown("OLE with a macro", ole("WordDocument", "_VBA_PROJECT")),
                unknown(
                        "OLE that is cut off",
                        new String(ole("WordDocument"), 0, 1000, ISO_8859_1).getBytes(ISO_8859_1)));
    }

    private static Stream<FileAttack> polyglots() {
        return Stream.of(
                unknown("page and docx", join("<html>".getBytes(UTF_8), docx())),
                unknown("program and docx", join("MZ\0\0".getBytes(UTF_8), docx())),
                unknown("picture and docx", join("GIF89a\0".getBytes(UTF_8), docx())),
                unknown("text and docx", join("Ada Lovelace\n".getBytes(UTF_8), docx())),
                unsafe(
                        "docx after a page in its first entry's place",
                        zip(List.of(types(MAIN).after("PK\3\4<html>".getBytes(UTF_8)), item(DOCUMENT, TEXT)))),
                unknown("docx with a page in its comment", commented(docx(), "<script>alert(1)</script>", 0)),
                unsafe("two docx, one behind the other", join(docx(), docx())));
    }

    private static Stream<FileAttack> notWord() {
        return Stream.of(
                unknown("empty zip", zip(List.of())),
                unknown("zip", zip(List.of(item("a.txt", TEXT)))),
                unknown("program for Java", zip(List.of(item("META-INF/MANIFEST.MF", TEXT), item("A.class", TEXT)))),
                unknown("app for Android", zip(List.of(item("AndroidManifest.xml", TEXT), item("classes.dex", TEXT)))),
                unknown("spreadsheet", zip(List.of(types(spreadsheet()), item("xl/workbook.xml", TEXT)))),
                unknown("spreadsheet with a Word part", zip(List.of(types(spreadsheet()), item(DOCUMENT, TEXT)))),
                unknown(
                        "presentation",
                        zip(List.of(
                                types(
                                        "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"),
                                item("ppt/presentation.xml", TEXT)))),
                unknown(
                        "OpenDocument",
                        zip(List.of(
                                stored("mimetype", "application/vnd.oasis.opendocument.text".getBytes(UTF_8)),
                                item("content.xml", TEXT)))),
                unknown(
                        "EPUB",
                        zip(List.of(
                                stored("mimetype", "application/epub+zip".getBytes(UTF_8)),
                                item("META-INF/container.xml", TEXT)))),
                unknown("docx without its document", zip(List.of(types(MAIN), item("word/styles.xml", TEXT)))),
                unknown(
                        "docx with its document elsewhere",
                        zip(List.of(types(MAIN), item("docs/word/document.xml", TEXT)))),
                unknown(
                        "docx with a folder for a document",
                        zip(List.of(types(MAIN), item("word/document.xml/", new byte[0])))),
                unknown(
                        "docx without a list of parts",
                        zip(List.of(item(DOCUMENT, TEXT), item("word/styles.xml", TEXT)))),
                unknown(
                        "docx whose list of parts is elsewhere",
                        zip(List.of(types(MAIN).named("word/[Content_Types].xml"), item(DOCUMENT, TEXT)))),
                unknown(
                        "docx whose list of parts is empty",
                        zip(List.of(item(TYPES, new byte[0]), item(DOCUMENT, TEXT)))),
                unknown(
                        "docx whose list of parts is in UTF-16",
                        zip(List.of(item(TYPES, MAIN.getBytes(UTF_16LE)), item(DOCUMENT, TEXT)))),
                unknown(
                        "template",
                        zip(List.of(
                                types(
                                        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"),
                                item(DOCUMENT, TEXT)))),
                unknown(
                        "docm as docx",
                        zip(List.of(types(MACRO_TYPE), item(DOCUMENT, TEXT), item("word/vbaProject.bin", TEXT)))),
                unknown("docm as docx, without its macro", zip(List.of(types(MACRO_TYPE), item(DOCUMENT, TEXT)))),
                unknown("docx with a macro", docx(item("word/vbaProject.bin", TEXT))),
                unknown("docx with a macro in other letters", docx(item("word/VBAPROJECT.BIN", TEXT))),
                unknown("docx with a macro elsewhere", docx(item("customXml/vbaProject.bin", TEXT))),
                unknown("docx with a macro's data", docx(item("word/vbaData.xml", TEXT))),
                unknown(
                        "docx with a macro under another name",
                        zip(List.of(
                                types(
                                        MAIN
                                                + "\"/><Override PartName=\"/word/x.bin\" ContentType=\"application/vnd.ms-office.vbaProject"),
                                item(DOCUMENT, TEXT),
                                item("word/x.bin", TEXT)))),
                unknown(
                        "docx that says it has macros and has none",
                        zip(List.of(
                                types(MAIN + "\"/><Override PartName=\"/a\" ContentType=\"" + MACRO_TYPE),
                                item(DOCUMENT, TEXT)))),
                unsafe(
                        "docx whose list of parts has entities",
                        zip(List.of(types(MAIN + "&#x6D;"), item(DOCUMENT, TEXT)))),
                unsafe(
                        "docx whose list of parts has a document type",
                        zip(List.of(
                                item(TYPES, ("<!DOCTYPE x [<!ENTITY m 'macroEnabled'>]>" + MAIN).getBytes(UTF_8)),
                                item(DOCUMENT, TEXT)))),
                unsafe(
                        "docx whose list of parts has no end",
                        zip(List.of(item(TYPES, MAIN.repeat(20_000).getBytes(UTF_8)), item(DOCUMENT, TEXT)))));
    }

    private static Stream<FileAttack> bombs() {
        return Stream.of(
                unsafe("a hundred megabytes of zeros", () -> docx(zeros("word/media/a.bmp", 101 * MEGABYTE))),
                unsafe("ten megabytes of zeros", () -> docx(zeros("word/media/a.bmp", 10 * MEGABYTE))),
                unsafe(
                        "zeros of four gigabytes",
                        () -> docx(zeros("a", MEGABYTE).inflated(-2))),
                unsafe("a hundred times a megabyte", () -> docx(many(101, _ -> zeros("word/media/", MEGABYTE)))),
                unsafe("two thousand times fifty kilobytes", () -> docx(many(1990, _ -> zeros("word/media/", 60_000)))),
                unsafe("two thousand entries too many", () -> docx(many(4000, _ -> item("word/media/", TEXT)))),
                unsafe("one entry too many", () -> docx(many(1999, _ -> item("word/media/", TEXT)))),
                unsafe("sixty thousand entries", () -> docx(many(60_000, _ -> stored("x", new byte[0])))),
                unsafe("more entries than can be told", () -> docx(many(65_535, _ -> stored("x", new byte[0])))),
                unsafe("as many entries as wrap round to two", () -> docx(many(65_536, _ -> stored("x", new byte[0])))),
                unsafe(
                        "a zip in a zip in a zip",
                        () -> docx(item("word/embeddings/a.xlsx", docx(item("b.xlsx", docx()))))),
                unsafe(
                        "a zip in a stored zip in a zip",
                        () -> docx(stored("word/embeddings/a.xlsx", docx(stored("b.xlsx", docx()))))),
                unsafe("a zip in a zip, ten deep", () -> nested(10)),
                unsafe(
                        "a bomb in a zip",
                        () -> docx(stored("word/embeddings/a.xlsx", docx(zeros("x", 20 * MEGABYTE))))),
                unsafe("a large bomb in a zip", () -> docx(stored("a.xlsx", docx(zeros("x", 101 * MEGABYTE))))),
                unsafe(
                        "a bomb in a picture's clothes",
                        () -> docx(stored("word/media/a.png", docx(zeros("x", 20 * MEGABYTE))))),
                unsafe(
                        "a zip in a zip with too many entries",
                        () -> docx(stored("a.xlsx", docx(many(1999, _ -> item("x", TEXT)))))),
                unsafe(
                        "zips in a zip with too many entries together",
                        () -> docx(many(5, _ -> stored("a.xlsx", docx(many(500, _ -> item("x", TEXT))))))),
                unsafe(
                        "zips in a zip too large together",
                        () -> docx(many(6, _ -> stored("a.xlsx", docx(many(20, _ -> zeros("x", MEGABYTE))))))),
                unsafe(
                        "a zip in a zip that lies about its size",
                        () -> docx(
                                stored("a.xlsx", docx(zeros("x", 5 * MEGABYTE).inflated(1000))))),
                unsafe(
                        "a zip in a zip, encrypted",
                        () -> docx(stored("a.xlsx", docx(item("x", TEXT).flags(1))))),
                unsafe("a zip in a zip, cut off", () -> docx(stored("a.xlsx", Arrays.copyOf(docx(), 100)))),
                unsafe("entries that share one bomb", () -> overlapping(200)),
                unsafe("entries of which each holds the next one's header", FileAttack::quoted));
    }

    private static Stream<FileAttack> liars() {
        return Stream.of(
                unsafe("smaller than it is", () -> docx(item -> item.inflated(5))),
                unsafe("smaller than it is by a byte", () -> docx(item -> item.inflated(item.inflated() - 1))),
                unsafe("larger than it is", () -> docx(item -> item.inflated(item.inflated() + 1))),
                unsafe("empty by its own word", () -> docx(item -> item.inflated(0))),
                unsafe(
                        "zeros that say to be few",
                        () -> docx(zeros("word/a.xml", 50 * MEGABYTE).inflated(1000))),
                unsafe("packed to less than it is", () -> docx(item -> item.packed(item.packed() - 1))),
                unsafe("packed to more than it is", () -> docx(item -> item.packed(item.packed() + 1))),
                unsafe("packed to more than the file", () -> docx(item -> item.packed(MEGABYTE))),
                unsafe("packed to nothing", () -> docx(item -> item.packed(0))),
                unsafe("below zero", () -> docx(item -> item.inflated(-5))),
                unsafe("zip64, inflated", () -> docx(item -> item.inflated(-1))),
                unsafe("zip64, packed", () -> docx(item -> item.packed(-1))),
                unsafe("zip64, place", () -> docx(item -> item.listedAt(-1 >>> 1))),
                unsafe("another content than its checksum", () -> docx(item -> item.checksum(1))),
                unsafe("no deflated content", () -> docx(item -> item.data(new byte[item.packed()]))),
                unsafe("damaged content", () -> docx(item -> item.data(filled(item.packed())))),
                unsafe("deflated for longer than it says", () -> docx(FileAttack::withTail)),
                unsafe(
                        "stored, smaller than it is",
                        () -> docx(stored("word/a.xml", TEXT).inflated(5))),
                unsafe(
                        "stored, larger than it is",
                        () -> docx(stored("word/a.xml", TEXT).inflated(5000))),
                unsafe("encrypted", () -> docx(item -> item.flags(1))),
                unsafe("encrypted, strongly", () -> docx(item -> item.flags(1 | 1 << 6))),
                unsafe("encrypted, with its list", () -> docx(item -> item.flags(1 << 13))),
                unsafe("encrypted by its own word", () -> docx(item -> item.ownFlags(1))),
                unsafe(
                        "encrypted by the list's word",
                        () -> docx(item -> item.flags(1).ownFlags(0))),
                unsafe("packed by deflate64", () -> docx(item -> item.method(9))),
                unsafe("packed by bzip2", () -> docx(item -> item.method(12))),
                unsafe("packed by LZMA", () -> docx(item -> item.method(14))),
                unsafe("packed by Zstandard", () -> docx(item -> item.method(93))),
                unsafe("AES", () -> docx(item -> item.method(99))),
                unsafe("imploded", () -> docx(item -> item.method(6))),
                unsafe("other sizes by its own word", () -> docx(item -> item.ownSizes(7, 7))),
                unsafe("no sizes by its own word, and none after it", () -> docx(item -> item.ownSizes(0, 0))),
                unsafe("another name by its own word", () -> docx(item -> item.ownName("word/vbaProj.bin1"))),
                unsafe("a shorter name by its own word", () -> docx(item -> item.ownName("word/x"))));
    }

    private static Stream<FileAttack> layouts() {
        return Stream.of(
                unsafe("an entry where there is none", () -> docx(item -> item.listedAt(3))),
                unsafe("an entry at the list", () -> docx(item -> item.listedAt(700))),
                unsafe("an entry beyond the file", () -> docx(item -> item.listedAt(MEGABYTE))),
                unsafe(
                        "two entries at one place",
                        () -> zip(List.of(
                                types(MAIN),
                                item(DOCUMENT, TEXT),
                                item("a", TEXT).listedAt(0)))),
                unsafe(
                        "something between the entries",
                        () -> docx(item("a", TEXT).after(new byte[100]))),
                unsafe(
                        "a hidden entry between the entries",
                        () -> docx(item("a", TEXT).after(zip(List.of(item("b", TEXT)))))),
                unsafe(
                        "something before the list",
                        () -> zip(
                                List.of(types(MAIN), item(DOCUMENT, TEXT)),
                                end -> end.putInt(16, end.getInt(16) - 1))));
    }

    private static Stream<FileAttack> names() {
        return Stream.of(
                        "../../etc/passwd",
                        "word/../../x",
                        "/etc/passwd",
                        "..",
                        "word/..",
                        "word\\vbaProject.bin",
                        "C:\\x",
                        "C:x",
                        "a\0.xml",
                        "a\n.xml",
                        "",
                        "word/document.xml",
                        "WORD/Document.xml",
                        TYPES,
                        "[content_types].xml")
                .map(name -> unsafe(
                        "an entry called " + HexFormat.of().formatHex(name.getBytes(UTF_8)),
                        () -> docx(item(name, TEXT))));
    }

    private static Stream<FileAttack> ends() {
        byte[] whole = docx();
        return Stream.of(
                unknown("cut off within the first header", Arrays.copyOf(whole, 20)),
                unknown("cut off within the content", Arrays.copyOf(whole, 200)),
                unknown("cut off within the list", Arrays.copyOf(whole, whole.length - 60)),
                unknown("cut off within the end", Arrays.copyOf(whole, whole.length - 1)),
                unknown("something behind it", Arrays.copyOf(whole, whole.length + 1)),
                unknown("a megabyte behind it", Arrays.copyOf(whole, whole.length + MEGABYTE)),
                unknown("a comment longer than it says", commented(whole, "comment", -1)),
                unknown("a comment shorter than it says", commented(whole, "comment", 1)),
                unsafe("no entries by its own word", end -> end.putShort(8, (short) 0)
                        .putShort(10, (short) 0)),
                unsafe("one entry by its own word", end -> end.putShort(8, (short) 1)
                        .putShort(10, (short) 1)),
                unsafe("an entry more by its own word", end -> end.putShort(8, (short) 3)
                        .putShort(10, (short) 3)),
                unsafe("other entries on this disk", end -> end.putShort(8, (short) 1)),
                unsafe("on another disk", end -> end.putShort(4, (short) 1)),
                unsafe("a list on another disk", end -> end.putShort(6, (short) 1)),
                unsafe("a list of no size", end -> end.putInt(12, 0)),
                unsafe("a list of another size", end -> end.putInt(12, end.getInt(12) - 46)),
                unsafe("a list of no end", end -> end.putInt(12, -1)),
                unsafe("a list at the start", end -> end.putInt(16, 0)),
                unsafe("a list beyond the file", end -> end.putInt(16, Integer.MAX_VALUE)),
                unsafe("a list at a place that overflows", end -> end.putInt(16, -1)
                        .putInt(12, end.getInt(16) + end.getInt(12) + 1)),
                unsafe("zip64 by its own word", end -> end.putShort(8, (short) -1)
                        .putShort(10, (short) -1)
                        .putInt(12, -1)
                        .putInt(16, -1)));
    }

    private static FileAttack unknown(String name, String content) {
        return unknown(name, content.getBytes(ISO_8859_1));
    }

    private static FileAttack unknown(String name, byte[] file) {
        return new FileAttack(name, () -> file, UNKNOWN);
    }

    private static FileAttack unsafe(String name, byte[] file) {
        return unsafe(name, () -> file);
    }

    private static FileAttack unsafe(String name, Supplier<byte[]> file) {
        return new FileAttack(name, file, UNSAFE);
    }

    private static FileAttack unsafe(String name, UnaryOperator<ByteBuffer> end) {
        return unsafe(name, () -> zip(List.of(types(MAIN), item(DOCUMENT, TEXT)), end));
    }

    private static String spreadsheet() {
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    }

    private static byte[] ole(String... streams) {
        byte[] file = Arrays.copyOf(HexFormat.of().parseHex("D0CF11E0A1B11AE1"), 20_000);
        int at = 8192 - 3; // across the blocks in which it is read
        for (String stream : streams) {
            byte[] name = stream.getBytes(UTF_16LE);
            System.arraycopy(name, 0, file, at, name.length);
            at += 4096;
        }
        return file;
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Stream.of(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    /** @param lie how much longer than it is the comment says to be */
    private static byte[] commented(byte[] zip, String comment, int lie) {
        byte[] all = join(zip, comment.getBytes(UTF_8));
        all[zip.length - 2] = (byte) (comment.length() + lie);
        return all;
    }

    private static Item[] many(int entries, IntFunction<Item> item) {
        Item one = item.apply(0);
        return IntStream.range(0, entries)
                .mapToObj(i -> one.named(one.name() + i))
                .toArray(Item[]::new);
    }

    private static byte[] nested(int deep) {
        return deep == 0 ? docx() : docx(item("a.docx", nested(deep - 1)));
    }

    /** All of them name the same place, as in the best known of the bombs. */
    private static byte[] overlapping(int entries) {
        List<Item> items = new ArrayList<>(List.of(types(MAIN), item(DOCUMENT, TEXT)));
        int at = room(items);
        Item bomb = zeros("a", MEGABYTE);
        items.add(bomb);
        IntStream.range(0, entries).forEach(i -> items.add(bomb.named("b" + i).listedAt(at)));
        return zip(items);
    }

    /** The last entry is stored, and its content ends with another entry, which is listed, too. */
    private static byte[] quoted() {
        List<Item> items = new ArrayList<>(List.of(types(MAIN), item(DOCUMENT, TEXT)));
        int at = room(items) + 30 + "a".length() + "x".length();
        Item inner = item("b", TEXT);
        byte[] whole = Arrays.copyOf(zip(List.of(inner)), room(List.of(inner)));
        items.add(stored("a", join("x".getBytes(UTF_8), whole)));
        items.add(inner.listedAt(at));
        return zip(items);
    }

    private static byte[] filled(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 0xFF);
        return bytes;
    }

    private static Item withTail(Item item) {
        byte[] longer = Arrays.copyOf(item.data(), item.data().length + 50);
        return item.data(longer).packed(longer.length);
    }

    @Override
    public String toString() {
        return name;
    }
}
