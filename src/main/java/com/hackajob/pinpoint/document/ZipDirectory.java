package com.hackajob.pinpoint.document;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the names in a zip from the list at its end. Nothing is unpacked, so a bomb stays packed; a broken list says no more
 * than what was read of it.
 */
final class ZipDirectory {

    private static final int END = 0x06054B50;
    private static final int END_SIZE = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int ENTRY = 0x02014B50;
    private static final int ENTRY_SIZE = 46;
    private static final int MOST_ENTRIES = 10_000;

    private ZipDirectory() {}

    /** A Word document without macros. */
    static boolean isWordDocument(byte[] zip) {
        List<String> names = names(ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN));
        return names.stream().anyMatch(name -> name.startsWith("word/"))
                && names.stream().noneMatch(name -> name.endsWith("vbaProject.bin"));
    }

    private static List<String> names(ByteBuffer zip) {
        List<String> names = new ArrayList<>();
        int at = start(zip);
        while (isEntry(zip, at) && names.size() < MOST_ENTRIES) {
            int name = unsigned(zip, at + 28);
            int end = at + ENTRY_SIZE + name;
            if (end > zip.capacity()) {
                return names;
            }
            names.add(StandardCharsets.UTF_8
                    .decode(zip.slice(at + ENTRY_SIZE, name))
                    .toString());
            at = end + unsigned(zip, at + 30) + unsigned(zip, at + 32);
        }
        return names;
    }

    private static boolean isEntry(ByteBuffer zip, int at) {
        return at >= 0 && at <= zip.capacity() - ENTRY_SIZE && zip.getInt(at) == ENTRY;
    }

    /** Where the list begins; -1 where there is none. */
    private static int start(ByteBuffer zip) {
        int last = zip.capacity() - END_SIZE;
        for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (zip.getInt(at) == END) {
                return zip.getInt(at + 16);
            }
        }
        return -1;
    }

    private static int unsigned(ByteBuffer zip, int at) {
        return Short.toUnsignedInt(zip.getShort(at));
    }
}
