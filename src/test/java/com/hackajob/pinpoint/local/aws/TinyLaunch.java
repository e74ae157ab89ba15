package com.hackajob.pinpoint.local.aws;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/** Starts handlers that are on the test class path, without a packaged function. */
public final class TinyLaunch {

    private TinyLaunch() {}

    public static Launch of(
            Class<?> handler, FunctionDefinition function, FunctionEnvironment environment, Path directory) {
        var command = JavaRuntime.command(
                List.of(testClasses()), handler.getName() + "::handleRequest", function.memoryMegabytes());
        return new Launch(
                command, directory, environment.of(function, directory), directory.resolve(function.name() + ".log"));
    }

    private static String testClasses() {
        try {
            return Path.of(TinyLaunch.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
