package com.hackajob.pinpoint.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.hackajob.pinpoint.local.hackajob.Candidate;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/**
 * {@code ./mvnw -Plocal}: starts the local cloud, walks the main journey, and stays up; {@code -Dexit} stops instead, with
 * status 0 only when the receipt is verified; {@code -Dcv=FILE} exports that CV; {@code -Dport=N} moves the ports;
 * {@code -Dbind=0.0.0.0} lets containers in and writes what {@code sam local invoke} needs.
 */
public final class Main {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final Path FOLDER = Path.of("target", "local");

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        boolean exits = isGiven("exit");
        try {
            System.exit(run(cv(), exits) ? 0 : 1);
        } catch (IllegalStateException | IllegalArgumentException failure) {
            System.err.println("The journey stopped: " + failure.getMessage());
            System.exit(1);
        }
    }

    /** @return whether the receipt is verified */
    private static boolean run(Candidate.Cv cv, boolean exits) throws Exception {
        var options =
                LocalCloudOptions.forPeople().boundTo(InetAddress.getByName(System.getProperty("bind", "127.0.0.1")));
        try (LocalCloud cloud = LocalCloud.start(options)) {
            Files.createDirectories(FOLDER);
            write("endpoints.json", cloud.endpoints());
            if (!options.bind().isLoopbackAddress()) {
                write("sam-env.json", cloud.samEnvironment());
            }
            OUT.printf("%nThe journey of %s (%,d bytes)%n", cv.fileName(), cv.content().length);
            JsonNode export = new Journey(cloud, cv, new Steps(OUT, InstantSource.system())).walk();
            write("receipt.json", export);
            show(export);
            if (!exits) {
                stay(cloud.endpoints());
            }
            return isVerified(export);
        }
    }

    private static boolean isVerified(JsonNode export) {
        return export.path("state").asText().equals("verified");
    }

    private static void show(JsonNode export) throws IOException {
        OUT.printf("%nThe receipt (%s)%n", FOLDER.resolve("receipt.json"));
        JsonNode receipt = export.path("receipt");
        if (receipt.isMissingNode()) {
            OUT.println(MAPPER.writeValueAsString(export));
            return;
        }
        line(
                "application",
                receipt.path("applicationUrl").asText() + " ("
                        + receipt.path("origin").asText() + ")");
        line("stage", receipt.path("stage").path("name").asText());
        JsonNode source = receipt.path("source");
        line(
                "source",
                source.path("channel").asText() + ", "
                        + source.path("channelSource").asText());
        receipt.path("files")
                .forEach(file -> line(
                        file.path("kind").asText(),
                        "%,d bytes, read back %s, sha256 %s"
                                .formatted(
                                        file.path("size").asInt(),
                                        file.path("readBack").asText(),
                                        file.path("sha256").asText())));
        line("mail to candidate", receipt.path("candidateNotified").asBoolean() ? "sent by Pinpoint" : "none");
    }

    private static void line(String name, String value) {
        OUT.printf("  %-18s %s%n", name, value);
    }

    private static void stay(Map<String, URI> endpoints) throws InterruptedException {
        OUT.printf("%nUp until Ctrl-C; logs are in %s%n", FOLDER.resolve("logs"));
        endpoints.forEach((name, address) -> line(name, address.toString()));
        Thread.currentThread().join();
    }

    private static Candidate.Cv cv() throws IOException {
        if (!isGiven("cv")) {
            return new Candidate.Cv("ada-byron-cv.pdf", "application/pdf", SampleCv.pdf());
        }
        Path file = Path.of(System.getProperty("cv"));
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no file " + file + " (-Dcv)");
        }
        return new Candidate.Cv(file.getFileName().toString(), "application/octet-stream", Files.readAllBytes(file));
    }

    private static boolean isGiven(String property) {
        return !System.getProperty(property, "").isEmpty();
    }

    private static void write(String name, Object value) throws IOException {
        Files.write(FOLDER.resolve(name), MAPPER.writeValueAsBytes(value));
    }
}
