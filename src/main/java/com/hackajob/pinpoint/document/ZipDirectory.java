package com.hackajob.pinpoint.document;

import com.hackajob.pinpoint.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the list at a zip's end, which is what unpackers go by. */
final class ZipDirectory {

    private static final int END = 0x06054B50;
    private static final int END_SIZE = 22;
    private static final int ENTRY = 0x02014B50;
    private static final int ENTRY_SIZE = 46;

    private ZipDirectory() {}

    /**
     * Where the list is.
     *
     * @param entries how many it says to have
     */
    record Place(int at, int size, int entries) {}

    /**
     * Nothing, where the file does not end as a zip ends: it may have been cut off. A comment at the end, which may hold
     * anything, is no part of a document.
     */
    static Optional<Place> find(Content zip) throws IOException, UnsafeZip {
        int at = zip.size() - END_SIZE;
        if (at < 0) {
            return Optional.empty();
        }
        try (InputStream in = zip.open()) {
            in.skipNBytes(at);
            ByteBuffer end = read(in, END_SIZE);
            return end.getInt(0) == END && end.getShort(20) == 0 ? Optional.of(place(end, at)) : Optional.empty();
        }
    }

    private static Place place(ByteBuffer end, int at) throws UnsafeZip {
        UnsafeZip.unless(end.getInt(4) == 0, "parts on other disks");
        int entries = unsigned(end, 10);
        long size = Integer.toUnsignedLong(end.getInt(12));
        long start = Integer.toUnsignedLong(end.getInt(16));
        UnsafeZip.unless(unsigned(end, 8) == entries && entries <= ZipLimits.ENTRIES, "too many entries");
        UnsafeZip.unless(start + size == at, "something between the list and its end");
        return new Place((int) start, (int) size, entries);
    }

    static List<ZipItem> items(Content zip, Place place) throws IOException, UnsafeZip {
        List<ZipItem> items = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int left = place.size();
        try (InputStream in = zip.open()) {
            in.skipNBytes(place.at());
            while (left > 0) {
                ByteBuffer header = read(in, ENTRY_SIZE);
                int name = unsigned(header, 28);
                int more = unsigned(header, 30) + unsigned(header, 32);
                left -= ENTRY_SIZE + name + more;
                UnsafeZip.unless(header.getInt(0) == ENTRY && left >= 0, "a list that is damaged");
                items.add(ZipItem.of(header, text(in, name)));
                UnsafeZip.unless(names.add(items.getLast().name().toLowerCase(Locale.ROOT)), "two entries of one name");
                UnsafeZip.unless(items.size() <= place.entries(), "more entries than it says");
                in.skipNBytes(more);
            }
        }
        UnsafeZip.unless(items.size() == place.entries(), "fewer entries than it says");
        return items;
    }

    /** Whatever the letters are: no two names become the same. */
    static String text(InputStream in, int bytes) throws IOException {
        return new String(in.readNBytes(bytes), StandardCharsets.ISO_8859_1);
    }

    /** Little-endian, as everything in a zip. */
    static ByteBuffer read(InputStream in, int bytes) throws IOException, UnsafeZip {
        byte[] read = in.readNBytes(bytes);
        UnsafeZip.unless(read.length == bytes, "it ends too soon");
        return ByteBuffer.wrap(read).order(ByteOrder.LITTLE_ENDIAN);
    }

    static int unsigned(ByteBuffer buffer, int at) {
        return Short.toUnsignedInt(buffer.getShort(at));
    }
}
