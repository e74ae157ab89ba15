package com.hackajob.pinpoint.document;

import com.hackajob.pinpoint.Content;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** Unpacks the entries of a zip to nowhere, to see that they are what the list says, and no two share their bytes. */
final class ZipContent {

    private static final int HEADER = 0x04034B50;
    private static final int HEADER_SIZE = 30;
    private static final int BLOCK = 8192;

    /** Bytes, of what tells checksum and sizes after the content: too few to hide an entry. */
    private static final int LONGEST_DESCRIPTOR = 24;

    private final Content zip;
    private final int end;

    /** @param end where the list begins, and all content has ended */
    ZipContent(Content zip, int end) {
        this.zip = zip;
        this.end = end;
    }

    /** What is to be done with an entry's content. It need not be read to its end. */
    interface Reader {
        void read(ZipItem item, InputStream content) throws IOException, UnsafeZip;
    }

    /** Each entry, in the order in which they lie in the file. */
    void readEach(List<ZipItem> items, Reader reader) throws IOException, UnsafeZip {
        List<ZipItem> ordered =
                items.stream().sorted(Comparator.comparingLong(ZipItem::at)).toList();
        long free = 0;
        long slack = 0;
        for (ZipItem item : ordered) {
            UnsafeZip.unless(item.at() >= free, "entries that overlap");
            UnsafeZip.unless(item.at() <= free + slack, "something between the entries");
            free = read(item, reader);
            slack = LONGEST_DESCRIPTOR;
        }
        UnsafeZip.unless(end <= free + slack, "something after the last entry");
    }

    /** Where the next may begin. */
    private long read(ZipItem item, Reader reader) throws IOException, UnsafeZip {
        try (InputStream in = zip.open()) {
            in.skipNBytes(item.at());
            long content = item.at() + header(item, in);
            UnsafeZip.unless(content + item.packed() <= end, "an entry that goes beyond the list");
            read(item, reader, in);
            return content + item.packed();
        } catch (EOFException | ZipException damaged) {
            throw new UnsafeZip("an entry that is damaged");
        }
    }

    /** Its size. */
    private static int header(ZipItem item, InputStream in) throws IOException, UnsafeZip {
        ByteBuffer header = ZipDirectory.read(in, HEADER_SIZE);
        int name = ZipDirectory.unsigned(header, 26);
        int extra = ZipDirectory.unsigned(header, 28);
        UnsafeZip.unless(header.getInt(0) == HEADER, "an entry that is not there");
        item.compare(header, ZipDirectory.text(in, name));
        in.skipNBytes(extra);
        return HEADER_SIZE + name + extra;
    }

    private static void read(ZipItem item, Reader reader, InputStream in) throws IOException, UnsafeZip {
        Inflater inflater = new Inflater(true);
        try {
            InputStream packed = new Part(in, item.packed());
            InputStream content = new CheckedInputStream(
                    new Part(
                            item.method() == ZipItem.STORED ? packed : new InflaterInputStream(packed, inflater, BLOCK),
                            item.inflated() + 1),
                    new CRC32());
            reader.read(item, content);
            content.transferTo(OutputStream.nullOutputStream());
            checkEnd(item, inflater, (CheckedInputStream) content);
        } finally {
            inflater.end();
        }
    }

    private static void checkEnd(ZipItem item, Inflater inflater, CheckedInputStream content) throws UnsafeZip {
        UnsafeZip.unless(content.getChecksum().getValue() == item.checksum(), "an entry of another content");
        UnsafeZip.unless(
                item.method() == ZipItem.STORED
                        || (inflater.getBytesWritten() == item.inflated() && inflater.getBytesRead() == item.packed()),
                "an entry of another size");
    }

    /** The next so many bytes. */
    private static final class Part extends InputStream {

        private final InputStream in;
        private long left;

        private Part(InputStream in, long bytes) {
            this.in = in;
            this.left = bytes;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = in.read(bytes, from, (int) Math.min(left, length));
            left -= Math.max(0, read);
            return read;
        }
    }
}
