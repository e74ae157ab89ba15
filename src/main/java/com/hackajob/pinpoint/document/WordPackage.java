package com.hackajob.pinpoint.document;

import com.hackajob.pinpoint.Content;
import com.hackajob.pinpoint.document.Spool.SpooledFile;
import com.hackajob.pinpoint.export.CvTypes.CvType;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Tells a Word document without macros (docx) from other zips, and an honest one from one that is built to harm. */
final class WordPackage {

    private static final Logger LOG = Logger.getLogger(WordPackage.class);

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final String PARTS = "[Content_Types].xml";

    private final Spool spool;

    WordPackage(Spool spool) {
        this.spool = spool;
    }

    CvType typeOf(Content content) throws IOException {
        try {
            return type(content);
        } catch (UnsafeZip unsafe) {
            LOG.warnf("an unsafe CV: %s", unsafe.getMessage());
            return new CvType.Unsafe();
        }
    }

    private CvType type(Content content) throws IOException, UnsafeZip {
        Look look = new Look();
        return look.at(content, 0) && look.isWord ? new CvType.Known(WORD) : new CvType.Unknown();
    }

    /** One look at a document and at what is embedded in it, which share the limits. */
    private final class Look {

        private long inflated;
        private int entries;
        private boolean isWord;

        /** Whether it is a zip at all. */
        boolean at(Content zip, int depth) throws IOException, UnsafeZip {
            Optional<ZipDirectory.Place> place = ZipDirectory.find(zip);
            if (place.isPresent()) {
                List<ZipItem> items = ZipDirectory.items(zip, place.get());
                count(items);
                new ZipContent(zip, place.get().at())
                        .readEach(items, (item, content) -> at(item, content, items, depth));
            }
            return place.isPresent();
        }

        private void count(List<ZipItem> items) throws UnsafeZip {
            entries += items.size();
            inflated += items.stream().mapToLong(ZipItem::inflated).sum();
            UnsafeZip.unless(entries <= ZipLimits.ENTRIES, "too many entries");
            UnsafeZip.unless(inflated <= ZipLimits.INFLATED, "unpacks to too much");
        }

        private void at(ZipItem item, InputStream content, List<ZipItem> items, int depth)
                throws IOException, UnsafeZip {
            if (depth == 0 && item.name().equals(PARTS)) {
                isWord = isWord(content, items);
                return;
            }
            PushbackInputStream in = new PushbackInputStream(content, ZIP.length);
            byte[] start = in.readNBytes(ZIP.length);
            if (Arrays.equals(start, ZIP)) {
                in.unread(start);
                embedded(in, depth + 1);
            }
        }

        private void embedded(InputStream content, int depth) throws IOException, UnsafeZip {
            UnsafeZip.unless(depth <= ZipLimits.DEPTH, "a zip within a zip within a zip");
            try (SpooledFile zip = spool.file(content::transferTo)) {
                UnsafeZip.unless(at(zip, depth), "something that begins as a zip and is none");
            }
        }
    }

    /** By its list of parts: the main one is of the type of a Word document, and none of them holds a macro. */
    private static boolean isWord(InputStream content, List<ZipItem> items) throws IOException, UnsafeZip {
        byte[] list = content.readNBytes(ZipLimits.PARTS + 1);
        UnsafeZip.unless(list.length <= ZipLimits.PARTS, "a list of parts without end");
        String parts = new String(list, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        // Both would let it say something in other letters than we look for.
        UnsafeZip.unless(!parts.contains("<!") && !parts.contains("&"), "a list of parts with entities");
        return parts.contains(WORD + ".main+xml")
                && !parts.contains("macroenabled")
                && !parts.contains("vbaproject")
                && items.stream().noneMatch(item -> isMacro(item.name().toLowerCase(Locale.ROOT)))
                && items.stream().anyMatch(item -> item.name().matches("(?i)word/document[0-9]*\\.xml"));
    }

    private static boolean isMacro(String name) {
        return name.endsWith("vbaproject.bin") || name.endsWith("vbadata.xml");
    }
}
