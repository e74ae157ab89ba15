package com.hackajob.pinpoint.local.bench;

import com.hackajob.pinpoint.local.LocalCloud;
import com.hackajob.pinpoint.local.aws.FunctionArtefact;
import com.hackajob.pinpoint.local.bench.Contender.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The function that reads mappings, what was built beside it to do the same, and what does nothing. */
record Contenders(List<Contender> all) {

    static final Path FUNCTION = Path.of("target", "function.zip");

    private static final String MAPPINGS = "mappings";
    private static final Path LOCAL = Path.of("target", "local").toAbsolutePath();
    private static final Path QUARKUS_UNTUNED = Path.of("target", "bench", "quarkus-untuned", "function.zip");
    private static final Path PLAIN_JAVA = Path.of("target", "bench", "plain-java", "function.jar");
    private static final String QUARKUS_HANDLER =
            "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest";

    Contenders {
        all = List.copyOf(all);
    }

    static Contenders in(LocalCloud cloud, byte[] event) {
        var ours = isNative() ? Kind.OURS_NATIVE : Kind.OURS_JVM;
        return new Contenders(List.of(
                new Contender(ours, cloud.function(MAPPINGS), FUNCTION, event),
                peer(cloud, Kind.QUARKUS_UNTUNED, QUARKUS_UNTUNED, QUARKUS_HANDLER, event),
                peer(cloud, Kind.PLAIN_JAVA, PLAIN_JAVA, "com.hackajob.bench.MappingRead::handleRequest", event),
                peer(cloud, Kind.NO_OPERATION, PLAIN_JAVA, "com.hackajob.bench.NoOperation::handleRequest", event)));
    }

    /** Whether target/function.zip, which the local cloud has unpacked, is a native build. */
    static boolean isNative() {
        return new FunctionArtefact(LOCAL.resolve("function")).isNative();
    }

    /** Of the native build, unpacked. */
    static long binaryBytes() throws IOException {
        return Files.size(LOCAL.resolve("function").resolve("bootstrap"));
    }

    private static Contender peer(LocalCloud cloud, Kind kind, Path artefact, String handler, byte[] event) {
        String name = name(kind);
        var unpacked = FunctionArtefact.unpack(artefact, LOCAL.resolve(name));
        var function = cloud.add(
                name, MAPPINGS, environment -> unpacked.launcher(environment, LOCAL.resolve("logs"), handler));
        return new Contender(kind, function, artefact, event);
    }

    /** Its access key too, in which DynamoDB Local takes letters and digits only. */
    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace("_", "");
    }

    /** In another order each round, so that whatever else the machine does meets all of them alike. */
    List<Contender> inTurn(int round) {
        var rotated = new ArrayList<>(all);
        Collections.rotate(rotated, -round);
        return rotated;
    }

    /** Ends all their processes. */
    void recycle() {
        all.forEach(contender -> contender.function().recycle());
    }

    /** Fails unless all that read a mapping give the very same answer. */
    void requireEqualAnswers() {
        var expected = all.getFirst().answer();
        require(expected.status() == 200, "the mapping is not found: " + expected);
        all.stream().filter(contender -> contender.kind() != Kind.NO_OPERATION).forEach(contender -> {
            var answer = contender.answer();
            require(
                    answer.equals(expected),
                    contender.kind().label() + " answers " + answer + " instead of " + expected);
        });
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(otherwise);
        }
    }
}
