package com.hackajob.pinpoint.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.hackajob.pinpoint.Bytes;
import com.hackajob.pinpoint.document.Spool.SpooledFile;
import com.hackajob.pinpoint.export.RemoteFiles.Fingerprint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing of a candidate stays in the temporary space. */
class SpoolTest {

    private static final byte[] CV = new byte[1_000_000];

    static {
        new SplittableRandom(1).nextBytes(CV);
    }

    @TempDir
    private Path directory;

    @Test
    void gives_back_what_was_written_as_often_as_it_is_read() throws IOException {
        try (SpooledFile file = spool().file(to -> to.write(CV))) {
            assertThat(Fingerprint.of(file)).isEqualTo(Fingerprint.of(new Bytes(CV)));
            assertThat(file.open().readAllBytes()).isEqualTo(CV);
            try (InputStream one = file.open();
                    InputStream other = file.open()) {
                one.skipNBytes(CV.length - 3);
                assertThat(other.read()).isEqualTo(CV[0] & 0xFF);
                assertThat(one.readAllBytes()).hasSize(3);
                assertThat(one.read()).isEqualTo(-1);
            }
        }
    }

    @Test
    void a_file_has_no_name_while_it_is_used_and_is_gone_when_it_is_closed() throws IOException {
        try (SpooledFile _ = spool().file(to -> {
            to.write(CV);
            assertThat(names()).isEmpty();
        })) {
            assertThat(names()).isEmpty();
            assertThat(openFiles()).isEqualTo(1);
        }
        assertThat(openFiles()).isZero();
    }

    @Test
    void what_could_not_be_written_is_gone() {
        assertThatIOException().isThrownBy(() -> spool().file(to -> {
            to.write(CV);
            throw new IOException("the connection broke");
        }));

        assertThat(names()).isEmpty();
        assertThat(openFiles()).isZero();
    }

    @Test
    void a_process_that_is_killed_leaves_nothing_behind() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Killed.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader()) {
            assertThat(out.readLine()).isEqualTo("has written half of it");
        }

        process.destroyForcibly().waitFor();

        assertThat(names()).isEmpty();
    }

    /** Writes half of a CV and waits for its end. */
    static final class Killed {

        private Killed() {}

        public static void main(String[] arguments) throws IOException {
            new Spool(arguments[0]).file(Killed::write).close();
        }

        private static void write(OutputStream to) throws IOException {
            to.write(CV);
            System.out.println("has written half of it");
            System.in.read();
        }
    }

    private Spool spool() {
        return new Spool(directory.toString());
    }

    private Stream<Path> names() {
        try (Stream<Path> names = Files.list(directory)) {
            return names.toList().stream();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** How many files of the directory this process has open, with a name or without. */
    private long openFiles() {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.filter(this::isOurs).count();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private boolean isOurs(Path open) {
        try {
            return Files.readSymbolicLink(open).startsWith(directory);
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }
}
