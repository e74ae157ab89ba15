package com.hackajob.pinpoint.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.local.aws.Endpoints;
import com.hackajob.pinpoint.local.aws.FunctionDefinition;
import com.hackajob.pinpoint.local.aws.Template;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * After all integration tests (pom.xml runs it apart): the policies in template.yaml grant each function what it
 * used, and nothing else. What AWS itself does for a function (to read its queue, to write its log and its traces)
 * SAM adds; it is not in these policies.
 */
class IamCheck {

    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

    @Test
    void everything_that_is_granted_was_used() {
        var unused = new TreeSet<>(granted());
        unused.removeAll(IamNotes.USED.read());

        assertThat(unused).isEmpty();
    }

    @Test
    void nothing_was_wanted_that_is_not_granted() {
        assertThat(IamNotes.DENIED.read()).isEmpty();
    }

    /** With an OAuth client, as in most of the integration tests: that is when most is granted. */
    private static List<String> granted() {
        var parameters = Map.of("PublicUrl", "", "JwtIssuer", "", "HackajobUrl", "", "OAuthClientId", "hackajob");
        return Template.read(Path.of("template.yaml"), parameters, new Endpoints(NOWHERE, NOWHERE)).functions().stream()
                .flatMap(IamCheck::granted)
                .toList();
    }

    private static Stream<String> granted(FunctionDefinition function) {
        return function.policy().grants().stream().map(grant -> function.name() + " " + grant);
    }
}
