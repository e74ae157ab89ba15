package com.hackajob.pinpoint.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Packed files, well and badly made: every number in a header can be another than it should be. */
final class Zips {

    static final String MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    static final String DOCUMENT = "word/document.xml";
    static final String TYPES = "[Content_Types].xml";

    private static final byte[] XML = "<w:document>Ada</w:document>".getBytes(UTF_8);

    private Zips() {}

    /** An entry, and what its two headers say about it. Each change makes another. */
    static final class Item implements Cloneable {

        private String name;
        private String ownName;
        private byte[] before = {};
        private byte[] data;
        private int flags;
        private int ownFlags;
        private int method;
        private int checksum;
        private int packed;
        private int ownPacked;
        private int inflated;
        private int ownInflated;
        private int at = -1;

        private Item(String name, int method, byte[] data, int checksum, int inflated) {
            this.name = name;
            this.ownName = name;
            this.method = method;
            this.data = data;
            this.checksum = checksum;
            this.packed = data.length;
            this.ownPacked = data.length;
            this.inflated = inflated;
            this.ownInflated = inflated;
        }

        String name() {
            return name;
        }

        byte[] data() {
            return data;
        }

        int packed() {
            return packed;
        }

        int inflated() {
            return inflated;
        }

        Item named(String other) {
            return ownName(other).with(item -> item.name = other);
        }

        Item ownName(String other) {
            return with(item -> item.ownName = other);
        }

        Item flags(int other) {
            return ownFlags(other).with(item -> item.flags = other);
        }

        Item ownFlags(int other) {
            return with(item -> item.ownFlags = other);
        }

        Item method(int other) {
            return with(item -> item.method = other);
        }

        Item checksum(int other) {
            return with(item -> item.checksum = other);
        }

        Item packed(int other) {
            return with(item -> item.packed = other).with(item -> item.ownPacked = other);
        }

        Item inflated(int other) {
            return with(item -> item.inflated = other).with(item -> item.ownInflated = other);
        }

        Item ownSizes(int itsPacked, int itsInflated) {
            return with(item -> item.ownPacked = itsPacked).with(item -> item.ownInflated = itsInflated);
        }

        Item data(byte[] other) {
            return with(item -> item.data = other);
        }

        /** Behind bytes that nobody speaks of. */
        Item after(byte[] bytes) {
            return with(item -> item.before = bytes);
        }

        /** Somewhere where something else is, and not written itself. */
        Item listedAt(int other) {
            return with(item -> item.at = other);
        }

        private Item with(Consumer<Item> change) {
            try {
                Item changed = (Item) clone();
                change.accept(changed);
                return changed;
            } catch (CloneNotSupportedException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    static Item item(String name, byte[] content) {
        return new Item(name, 8, deflated(content), checksum(content), content.length);
    }

    static Item stored(String name, byte[] content) {
        return new Item(name, 0, content, checksum(content), content.length);
    }

    /** So many zeros. */
    static Item zeros(String name, int bytes) {
        CRC32 checksum = new CRC32();
        byte[] some = new byte[64 * 1024];
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater =
                new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION, true))) {
            for (int left = bytes; left > 0; left -= some.length) {
                checksum.update(some, 0, Math.min(left, some.length));
                deflater.write(some, 0, Math.min(left, some.length));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Item(name, 8, packed.toByteArray(), (int) checksum.getValue(), bytes);
    }

    static Item types(String main) {
        return item(
                TYPES,
                ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                                + "<Override PartName=\"/word/document.xml\" ContentType=\"" + main + "\"/></Types>")
                        .getBytes(UTF_8));
    }

    /** A Word document of little text, and more in it. */
    static byte[] docx(Item... more) {
        List<Item> items = new ArrayList<>(List.of(types(MAIN), item(DOCUMENT, XML)));
        items.addAll(List.of(more));
        return zip(items);
    }

    /** A Word document whose text is changed. */
    static byte[] docx(UnaryOperator<Item> change) {
        return zip(List.of(types(MAIN), change.apply(item(DOCUMENT, XML)), item("word/styles.xml", XML)));
    }

    /** Bytes before the list. */
    static int room(List<Item> items) {
        return items.stream()
                .mapToInt(item -> 30 + item.ownName.length() + item.data.length)
                .sum();
    }

    static byte[] zip(List<Item> items) {
        return zip(items, end -> end);
    }

    /** @param change what is done to the 22 bytes of the end */
    static byte[] zip(List<Item> items, UnaryOperator<ByteBuffer> change) {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        for (Item item : items) {
            zip.writeBytes(item.before);
            list.writeBytes(listed(item, item.at < 0 ? zip.size() : item.at));
            if (item.at < 0) {
                zip.writeBytes(own(item));
                zip.writeBytes(item.data);
            }
        }
        ByteBuffer end = buffer(22)
                .putInt(0x06054B50)
                .putInt(0)
                .putShort((short) items.size())
                .putShort((short) items.size())
                .putInt(list.size())
                .putInt(zip.size())
                .putShort((short) 0);
        zip.writeBytes(list.toByteArray());
        zip.writeBytes(change.apply(end).array());
        return zip.toByteArray();
    }

    private static byte[] own(Item item) {
        byte[] name = item.ownName.getBytes(UTF_8);
        return buffer(30 + name.length)
                .putInt(0x04034B50)
                .putShort((short) 20)
                .putShort((short) item.ownFlags)
                .putShort((short) item.method)
                .putInt(0)
                .putInt(item.checksum)
                .putInt(item.ownPacked)
                .putInt(item.ownInflated)
                .putShort((short) name.length)
                .putShort((short) 0)
                .put(name)
                .array();
    }

    private static byte[] listed(Item item, int at) {
        byte[] name = item.name.getBytes(UTF_8);
        return buffer(46 + name.length)
                .putInt(0x02014B50)
                .putInt(20)
                .putShort((short) item.flags)
                .putShort((short) item.method)
                .putInt(0)
                .putInt(item.checksum)
                .putInt(item.packed)
                .putInt(item.inflated)
                .putShort((short) name.length)
                .putShort((short) 0)
                .putShort((short) 0)
                .putLong(0)
                .putInt(at)
                .put(name)
                .array();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int checksum(byte[] content) {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        return (int) checksum.getValue();
    }

    static byte[] deflated(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed, new Deflater(9, true))) {
            deflater.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    /** So many zeros, packed. */
    static byte[] gzip(long zeros) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            byte[] some = new byte[64 * 1024];
            for (long written = 0; written < zeros; written += some.length) {
                gzip.write(some);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
