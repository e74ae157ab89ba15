package com.hackajob.pinpoint.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hackajob.pinpoint.local.aws.InvocationResult.Returned;
import com.hackajob.pinpoint.local.aws.Launcher;
import com.hackajob.pinpoint.local.aws.TinyFunction;
import com.hackajob.pinpoint.local.aws.TinyLaunch;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The deployed template and API on this machine; every function is one that answers with its event. */
class LocalCloudTest {

    private static final String EVENT = "{\"id\":\"event-1\",\"type\":\"candidate.accepted\"}";

    @TempDir
    Path directory;

    @Test
    void runs_what_the_template_describes() throws Exception {
        try (var cloud = LocalCloud.start(LocalCloudOptions.forTests().withPollers(0), this::tiny)) {
            var token = cloud.identity().token("user-1", "company-1", "member", Duration.ofMinutes(5));
            var request = HttpRequest.newBuilder(URI.create(cloud.gateway() + "/v1/connection"))
                    .header("Authorization", "Bearer " + token);
            var reply = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
            assertThat(reply.statusCode()).isEqualTo(200);
            assertThat(reply.body()).contains("\"routeKey\":\"GET /v1/connection\"", "\"company_id\":\"company-1\"");
            assertThat(cloud.dynamodb().listTables().tableNames()).hasSize(1);
            assertThat(serviceToken(cloud)).isEqualTo(cloud.hackajob().serviceToken());

            cloud.sendEvent(EVENT, "company-1");
            assertThat(cloud.queueDepth("EventsQueue")).isEqualTo(1);
            assertThat(cloud.poll("events")).isEqualTo(1);
            assertThat(cloud.queueDepth("EventsQueue")).isZero();
            assertThat(cloud.function("events").measurements()).hasSize(1);

            assertThat(cloud.tick("reconcile")).isInstanceOf(Returned.class);
            assertThat(cloud.receiveUpdates()).isEmpty();
            assertThat(cloud.calls()).isEmpty();
        }
    }

    @Test
    void tells_which_port_is_taken_and_how_to_move() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ports = new LocalPorts(0, 0, taken.getLocalPort(), 0, 0, 0, 0);
            assertThatThrownBy(
                            () -> LocalCloud.start(LocalCloudOptions.forTests().at(ports), this::tiny))
                    .hasMessage(
                            "Port " + taken.getLocalPort() + " (hackajob simulator) is in use: stop what holds it, or "
                                    + "move the block of seven ports, for example with -Dport=8700");
        }
    }

    private static String serviceToken(LocalCloud cloud) {
        var name = cloud.template().parameter("HackajobTokenSecret");
        return cloud.secretsManager().getSecretValue(get -> get.secretId(name)).secretString();
    }

    private Launcher tiny(World world) {
        var environment = world.aws().behind(world.doorkeeper());
        return function -> TinyLaunch.of(TinyFunction.class, function, environment, directory);
    }
}
