package com.hackajob.pinpoint.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hackajob.pinpoint.Yaml;
import com.hackajob.pinpoint.local.aws.Endpoints;
import com.hackajob.pinpoint.local.aws.Template;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SamEnvironmentTest {

    private static final Path TEMPLATE = Path.of("template.yaml");
    private static final URI SQS = URI.create("http://127.0.0.1:8605");

    private final Map<String, Map<String, String>> environments = new SamEnvironment(Map.of(
                    "dynamodb", URI.create("http://127.0.0.1:8604"),
                    "sqs", SQS,
                    "secretsmanager", URI.create("http://127.0.0.1:8606")))
            .of(Template.read(
                    TEMPLATE,
                    Map.of(
                            "PublicUrl", "http://127.0.0.1:8600",
                            "JwtIssuer", "http://127.0.0.1:8603",
                            "HackajobUrl", "http://127.0.0.1:8602",
                            "OAuthAuthorizeUrl", "http://127.0.0.1:8601/{subdomain}/oauth/authorize",
                            "OAuthTokenUrl", "http://127.0.0.1:8601/{subdomain}/oauth/token"),
                    new Endpoints(SQS, URI.create("http://127.0.0.1:8600"))));

    /** SAM takes no variable that the template does not name, and leaves one that is not given as it is deployed. */
    @Test
    void gives_every_function_every_variable_that_the_template_names() throws IOException {
        assertThat(names(environments)).isEqualTo(named());
    }

    private static Map<String, Set<String>> names(Map<String, Map<String, String>> environments) {
        var names = new TreeMap<String, Set<String>>();
        environments.forEach((function, environment) -> names.put(function, environment.keySet()));
        return names;
    }

    private static Map<String, Set<String>> named() throws IOException {
        JsonNode template = Yaml.read(TEMPLATE.toString());
        var named = new TreeMap<String, Set<String>>();
        template.path("Resources").properties().forEach(resource -> {
            if (resource.getValue().path("Type").asText().equals("AWS::Serverless::Function")) {
                Set<String> variables = new TreeSet<>(variables(template.at("/Globals/Function")));
                variables.addAll(variables(resource.getValue().path("Properties")));
                named.put(resource.getKey(), variables);
            }
        });
        return named;
    }

    private static Set<String> variables(JsonNode function) {
        Set<String> variables = new TreeSet<>();
        function.at("/Environment/Variables").fieldNames().forEachRemaining(variables::add);
        return variables;
    }

    @Test
    void a_container_finds_what_is_on_this_machine() {
        assertThat(environments.get("EventsFunction"))
                .containsEntry("QUARKUS_DYNAMODB_ENDPOINT_OVERRIDE", "http://host.docker.internal:8604")
                .containsEntry("QUARKUS_SQS_ENDPOINT_OVERRIDE", "http://host.docker.internal:8605")
                .containsEntry("QUARKUS_SECRETSMANAGER_ENDPOINT_OVERRIDE", "http://host.docker.internal:8606")
                .containsEntry("UPDATES_QUEUE", "http://host.docker.internal:8605/000000000000/local-updates.fifo")
                .containsEntry("HACKAJOB_URL", "http://host.docker.internal:8602")
                .containsEntry("OAUTH_TOKEN_URL", "http://host.docker.internal:8601/{subdomain}/oauth/token");
    }

    @Test
    void what_a_browser_opens_stays_as_it_is() {
        assertThat(environments.get("ConnectFunction"))
                .containsEntry("PUBLIC_URL", "http://127.0.0.1:8600")
                .containsEntry("OAUTH_AUTHORIZE_URL", "http://127.0.0.1:8601/{subdomain}/oauth/authorize");
    }
}
