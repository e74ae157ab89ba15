package com.hackajob.pinpoint.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.openqa.selenium.JavascriptExecutor;

/** axe-core, which finds what people with disabilities would stumble over. */
final class Axe {

    private static final String SOURCE = source();

    // Each as "serious color-contrast: what is wrong (where)".
    private static final String RUN = """
            const done = arguments[arguments.length - 1];
            axe.run().then(
              results => done(results.violations
                .filter(found => ['serious', 'critical'].includes(found.impact))
                .map(found => `${found.impact} ${found.id}: ${found.help} (${found.nodes.map(node => node.target.join(' ')).join(', ')})`)),
              failure => done(['axe-core failed: ' + failure]));
            """;

    private Axe() {}

    static List<String> violations(JavascriptExecutor page) {
        page.executeScript(SOURCE);
        var found = (List<?>) page.executeAsyncScript(RUN);
        return Objects.requireNonNull(found).stream().map(String::valueOf).toList();
    }

    private static String source() {
        try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
