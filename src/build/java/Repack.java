import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Packs function.zip anew: its jars are stored in it without compression of their own. The zip, which then compresses
 * across classes, gets a quarter smaller, and a starting function has nothing to inflate: Lambda unpacks the zip when it is
 * deployed. Of a jar nothing is left out but Maven's descriptions, and copies for newer versions of Java that are equal to
 * what they replace.
 *
 * <p>{@code java Repack.java target/function.zip}
 */
final class Repack {

    private static final FileTime STAMP = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    private Repack() {}

    public static void main(String... arguments) throws IOException {
        Path artefact = Path.of(arguments[0]);
        var files = files(Files.readAllBytes(artefact));
        if (files.containsKey("bootstrap")) {
            return; // native: one file, which has to stay executable
        }
        Path aside = artefact.resolveSibling(artefact.getFileName() + ".tmp");
        Files.write(aside, packed(files));
        Files.move(aside, artefact, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static byte[] packed(Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            for (var file : files.entrySet()) {
                zip.putNextEntry(entry(file.getKey()));
                zip.write(file.getKey().endsWith(".jar") ? stored(files(file.getValue())) : file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] stored(Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var jar = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                if (isNeeded(file.getKey(), files)) {
                    jar.putNextEntry(stored(file.getKey(), file.getValue()));
                    jar.write(file.getValue());
                    jar.closeEntry();
                }
            }
        }
        return bytes.toByteArray();
    }

    private static boolean isNeeded(String name, Map<String, byte[]> files) {
        if (name.startsWith("META-INF/versions/")) {
            var replaced = name.split("/", 4)[3];
            return !files.containsKey(replaced) || !Arrays.equals(files.get(name), files.get(replaced));
        }
        return !name.startsWith("META-INF/maven/");
    }

    private static ZipEntry stored(String name, byte[] content) {
        var sum = new CRC32();
        sum.update(content);
        var entry = entry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        return entry;
    }

    private static ZipEntry entry(String name) {
        var entry = new ZipEntry(name);
        entry.setLastModifiedTime(STAMP);
        return entry;
    }

    /** In their order, without folders. */
    private static Map<String, byte[]> files(byte[] archive) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    files.putIfAbsent(entry.getName(), zip.readAllBytes());
                }
            }
        }
        return files;
    }
}
