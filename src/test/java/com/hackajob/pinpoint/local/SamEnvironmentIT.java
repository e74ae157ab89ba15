package com.hackajob.pinpoint.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.local.aws.FunctionArtefact;
import com.hackajob.pinpoint.local.aws.FunctionDefinition;
import com.hackajob.pinpoint.local.aws.InvocationResult.Returned;
import com.hackajob.pinpoint.local.aws.Launch;
import com.hackajob.pinpoint.local.aws.Launcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A function with the environment that {@code sam local invoke} makes of target/local/sam-env.json, but without a
 * container.
 */
class SamEnvironmentIT {

    private static final Path LOCAL = Path.of("target/local").toAbsolutePath();

    @Test
    void a_function_finds_the_local_cloud_by_what_sam_gives_it_alone() throws IOException {
        try (var cloud = LocalCloud.start(LocalCloudOptions.forTests(), SamEnvironmentIT::asSamDoes)) {
            var result = cloud.invoke(
                    "connections", Files.readString(Path.of("src/test/resources/events/connections.json")));

            assertThat(new String(((Returned) result).payload(), StandardCharsets.UTF_8))
                    .contains("\"statusCode\":200", "\\\"state\\\":\\\"none\\\"");
            assertThat(cloud.calls()).isEmpty();
        }
    }

    private static Launcher asSamDoes(World world) {
        var artefact = FunctionArtefact.unpack(Path.of("target/function.zip"), LOCAL.resolve("function"));
        var launcher = artefact.launcher(world.aws().behind(world.doorkeeper()), LOCAL.resolve("logs"));
        return function -> withoutContainer(launcher.launch(function), world, function);
    }

    private static Launch withoutContainer(Launch launch, World world, FunctionDefinition function) {
        var environment = new TreeMap<>(launch.environment());
        environment.keySet().removeIf(name -> name.startsWith("AWS_ENDPOINT_URL"));
        Map<String, String> sam = new SamEnvironment(world.endpoints()).of(function);
        sam.forEach((name, value) -> environment.put(name, value.replace("host.docker.internal", "127.0.0.1")));
        return new Launch(launch.command(), launch.workingDirectory(), environment, launch.log());
    }
}
