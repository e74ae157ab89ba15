package com.hackajob.pinpoint.local.aws;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The native part of AWS's runtime interface client. Left alone, each process unpacks it to the same file under /tmp, and two
 * that start together break each other; so it is unpacked once and named to them.
 */
final class RuntimeClientLibrary {

    private static final String PROPERTY =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";
    private static final Path FILE = unpack();

    private RuntimeClientLibrary() {}

    static String option() {
        return "-D" + PROPERTY + "=" + FILE;
    }

    private static Path unpack() {
        var resource = "/jni/libaws-lambda-jni." + platform() + ".so";
        try (var library = AWSLambda.class.getResourceAsStream(resource)) {
            if (library == null) {
                throw new IllegalStateException("AWS's runtime client runs on Linux only; it has no " + resource);
            }
            var file = Files.createTempFile("aws-lambda-jni", ".so");
            Files.copy(library, file, StandardCopyOption.REPLACE_EXISTING);
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException("Can't unpack " + resource, failed);
        }
    }

    private static String platform() {
        var os = System.getProperty("os.name").startsWith("Linux") ? "linux" : System.getProperty("os.name");
        var isArm = System.getProperty("os.arch").equals("aarch64");
        var musl = Files.exists(Path.of("/lib/ld-musl-" + (isArm ? "aarch64" : "x86_64") + ".so.1")) ? "_musl" : "";
        return os + musl + "-" + (isArm ? "aarch_64" : "x86_64");
    }
}
