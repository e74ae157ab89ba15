package com.hackajob.pinpoint.local.aws;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How to start a function's process: what to run, where, with what environment, and where its output goes. */
public record Launch(List<String> command, Path workingDirectory, Map<String, String> environment, Path log) {

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
