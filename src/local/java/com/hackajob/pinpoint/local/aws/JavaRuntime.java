package com.hackajob.pinpoint.local.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/** Lambda's Java runtime: AWS's own runtime interface client, started as Lambda starts it. */
final class JavaRuntime {

    private static final List<Class<?>> CLIENT =
            List.of(AWSLambda.class, Context.class, PojoSerializer.class, SdkInternalThreadLocal.class);

    private JavaRuntime() {}

    static List<String> command(List<String> classPath, String handler, int memoryMegabytes) {
        var complete = Stream.concat(classPath.stream(), CLIENT.stream().map(JavaRuntime::jar))
                .toList();
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:MaxHeapSize=" + memoryMegabytes * 1024L * 85 / 100 + "k", // Lambda leaves 15 % to the rest
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                RuntimeClientLibrary.option(),
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                String.join(File.pathSeparator, complete),
                AWSLambda.class.getName(),
                handler);
    }

    private static String jar(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
