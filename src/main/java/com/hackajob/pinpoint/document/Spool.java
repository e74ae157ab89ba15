package com.hackajob.pinpoint.document;

import com.hackajob.pinpoint.Content;
import com.hackajob.pinpoint.export.RemoteFiles.Fingerprint;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Files that would be too large for memory, in the function's temporary space. None of them has a name: it is taken away
 * before the first byte is written, so nobody finds a file, and the system frees it when it is closed or when the process
 * ends, however it ends. A function of one worker has at most one CV and what is embedded in it there: 110 MB.
 */
@Singleton
final class Spool {

    private final Path directory;

    /** @param directory where files can be written, such as Lambda's /tmp */
    @Inject
    Spool(@ConfigProperty(name = "spool.directory", defaultValue = "/tmp") String directory) {
        this.directory = Path.of(directory);
    }

    /**
     * A file of what is written.
     *
     * @throws IOException what the writer throws; nothing is left behind then
     */
    SpooledFile file(Writer writer) throws IOException {
        FileChannel file = open();
        try {
            Hashing hashing = new Hashing(Channels.newOutputStream(file));
            writer.write(hashing);
            return new SpooledFile(file, hashing.fingerprint());
        } catch (IOException | RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    /** On Linux, {@code DELETE_ON_CLOSE} takes the name away as soon as the file is open. */
    private FileChannel open() throws IOException {
        Path name = Files.createTempFile(directory, "spool-", "");
        return FileChannel.open(
                name,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE,
                LinkOption.NOFOLLOW_LINKS);
    }

    /** Where a file's content comes from. */
    interface Writer {
        void write(OutputStream to) throws IOException;
    }

    /** A file without a name. */
    record SpooledFile(FileChannel file, Fingerprint fingerprint) implements Content {

        @Override
        public int size() {
            return fingerprint.size();
        }

        @Override
        public String sha256() {
            return fingerprint.sha256();
        }

        @Override
        public InputStream open() {
            return new Reader(file);
        }

        @Override
        public void close() {
            try {
                file.close();
            } catch (IOException lost) {
                throw new UncheckedIOException(lost);
            }
        }

        @Override
        public String toString() {
            return "[" + size() + " bytes]";
        }
    }

    /** Has its own place in the file. */
    private static final class Reader extends InputStream {

        private final FileChannel file;
        private long at;

        private Reader(FileChannel file) {
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = file.read(ByteBuffer.wrap(bytes, from, length), at);
            at += Math.max(0, read);
            return read;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long skipped = Math.clamp(bytes, 0, Math.max(0, file.size() - at));
            at += skipped;
            return skipped;
        }
    }
}
