package com.hackajob.pinpoint.lambda;

import static com.hackajob.pinpoint.lambda.ChromiumSetting.window;
import static com.hackajob.pinpoint.lambda.ConnectDesk.KEYS_ONLY;

import com.hackajob.pinpoint.local.pinpoint.Permission;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Takes the pictures of docs/guide.md anew: {@code ./mvnw verify -Dit.test=GuideImagesIT -Dguide.images=docs/images}. */
@NeedsChromium
@EnabledIfSystemProperty(named = "guide.images", matches = ".+", disabledReason = "asked for by -Dguide.images")
class GuideImagesIT {

    private static final String EXAMPLE = "https://pinpoint.hackajob.example/webhooks/pinpoint/bm9ydGh3aW5kLmNvbm5lY3Q";

    private final Path images = Path.of(System.getProperty("guide.images"));
    private final Scene northwind = Scene.aCompanyIn(KEYS_ONLY, "northwind");

    @Test
    void shows_each_step_as_it_is_now() {
        try (Chromium browser = Chromium.start(window(800, 900))) {
            ConnectVisit visit = ConnectVisit.start(browser, KEYS_ONLY);
            visit.open(northwind.session("{\"shareable\": true}"));
            browser.screenshot(".caution", images, "connect-shared");

            visit.open(northwind.session(ConnectDesk.returning(KEYS_ONLY)));
            browser.screenshot(images, "connect-key");
            submit(visit, northwind.tenant.createKey("weak", Set.of(Permission.JOB_READ)));
            browser.screenshot(".tried", images, "connect-permissions");

            submit(visit, northwind.key());
            browser.show("#address", EXAMPLE).screenshot(images, "connect-webhook");
        }
    }

    private void submit(ConnectVisit visit, String key) {
        visit.fill("Pinpoint address", northwind.company)
                .fillSecret("API key", key)
                .press("Check and connect");
    }
}
