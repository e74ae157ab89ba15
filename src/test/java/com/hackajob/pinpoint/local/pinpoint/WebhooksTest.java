package com.hackajob.pinpoint.local.pinpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhooksTest extends PinpointTest {

    private static final Set<String> STAGES = Set.of("application_stage_changed", "application_hired");

    private final Receiver receiver = new Receiver();
    private final SimulatedJob job = tenant.createJob("Backend Engineer");

    @AfterEach
    void closeReceiver() {
        receiver.close();
    }

    @Test
    void a_delivery_is_signed_with_the_secret() throws GeneralSecurityException {
        String secret = tenant.addWebhookEndpoint(receiver.url(), STAGES);
        apply(job);

        tenant.moveApplication("1", job.stage("Review").id());
        awaitQuiet();

        Receiver.Received delivery = receiver.received().getFirst();
        assertThat(delivery.body())
                .isEqualTo(
                        "{\"event\":\"application_stage_changed\",\"triggeredAt\":1772366400,\"data\":{\"application\":{\"id\":1},\"job\":{\"id\":1}}}");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        assertThat(delivery.signature())
                .isEqualTo(Base64.getEncoder()
                        .encodeToString(mac.doFinal(delivery.body().getBytes(StandardCharsets.UTF_8))));
        assertThat(delivery.contentType()).isEqualTo("application/json");
    }

    @Test
    void only_the_chosen_events_are_sent() {
        tenant.addWebhookEndpoint(receiver.url(), Set.of("application_created", "job_updated"));
        apply(job);
        tenant.moveApplication("1", job.stage("Hired").id());
        tenant.closeJob(job.id());
        awaitQuiet();

        assertThat(receiver.events()).containsExactly("application_created", "job_updated");
    }

    @Test
    void reaching_the_hired_stage_sends_both_events() {
        tenant.addWebhookEndpoint(receiver.url(), STAGES);
        apply(job);
        tenant.moveApplication("1", job.stage("Hired").id());
        tenant.moveApplication("1", job.stage("Hired").id());
        awaitQuiet();

        assertThat(receiver.events()).containsExactly("application_stage_changed", "application_hired");
    }

    @Test
    void moves_by_api_are_sent_unless_the_policy_says_no() {
        tenant.addWebhookEndpoint(receiver.url(), STAGES);
        apply(job);
        caller.put("/api/v1/applications/1", moveTo("1", job.stage("Review")));
        tenant.policies().off(Policy.API_MOVES_FIRE_WEBHOOKS);
        caller.put("/api/v1/applications/1", moveTo("1", job.stage("Offer")));
        awaitQuiet();

        assertThat(receiver.events()).containsExactly("application_stage_changed");
    }

    @Test
    void a_failed_delivery_is_tried_again() {
        receiver.answer(500);
        tenant.addWebhookEndpoint(receiver.url(), STAGES);
        tenant.webhooks().compress(1_000);
        apply(job);
        tenant.moveApplication("1", job.stage("Review").id());
        tenant.webhooks().awaitAttempts(1, Duration.ofSeconds(20));
        receiver.answer(204);
        tenant.webhooks().compress(1_000_000);
        awaitQuiet();

        assertThat(tenant.webhooks().deliveries().getLast().succeeded()).isTrue();
        assertThat(tenant.webhooks().deliveries().getLast().attempt()).isPositive();
        assertThat(tenant.webhooks().isEnabled(receiver.url())).isTrue();
    }

    @Test
    void an_endpoint_is_disabled_after_ten_retries_until_it_is_enabled_again() {
        receiver.answer(302);
        tenant.addWebhookEndpoint(receiver.url(), STAGES);
        apply(job);
        tenant.moveApplication("1", job.stage("Review").id());
        awaitQuiet();

        assertThat(receiver.received()).hasSize(11);
        assertThat(tenant.webhooks().isEnabled(receiver.url())).isFalse();
        tenant.moveApplication("1", job.stage("Offer").id());
        awaitQuiet();
        assertThat(receiver.received()).hasSize(11);

        receiver.answer(200);
        tenant.webhooks().enable(receiver.url());
        tenant.moveApplication("1", job.stage("Hired").id());
        awaitQuiet();
        assertThat(receiver.received()).hasSize(13);
    }

    @Test
    void an_answer_after_the_time_out_is_a_failure() {
        receiver.delay(Duration.ofMillis(500));
        tenant.webhooks().timeout(Duration.ofMillis(20));
        tenant.addWebhookEndpoint(receiver.url(), STAGES);
        tenant.webhooks().sendTest(receiver.url());
        awaitQuiet();

        assertThat(tenant.webhooks().deliveries()).hasSize(11).allSatisfy(delivery -> assertThat(delivery.status())
                .isEmpty());
    }

    @Test
    void the_retries_fit_in_a_day() {
        WebhookRetries retries = new WebhookRetries();
        retries.compress(1);

        Duration all = Duration.ZERO;
        for (int attempt = 0; attempt < WebhookRetries.MOST; attempt++) {
            all = all.plus(retries.pauseAfter(attempt));
        }

        assertThat(all).isBetween(Duration.ofHours(12), Duration.ofHours(24));
    }

    @Test
    void events_can_come_twice_late_and_in_another_order() {
        tenant.addWebhookEndpoint(receiver.url(), STAGES);
        apply(job);
        tenant.webhooks().hold();
        tenant.moveApplication("1", job.stage("Hired").id());
        awaitQuiet();
        assertThat(receiver.received()).isEmpty();

        tenant.webhooks().copies(2).releaseReversed();
        awaitQuiet();

        assertThat(receiver.events())
                .containsExactly(
                        "application_hired",
                        "application_hired",
                        "application_stage_changed",
                        "application_stage_changed");
    }

    @Test
    void slugs_and_ids_can_look_otherwise() {
        tenant.webhooks().sendAs("application_created", "new_application");
        tenant.policies().on(Policy.WEBHOOK_IDS_AS_TEXT);
        tenant.addWebhookEndpoint(receiver.url(), Set.of("application_created"));
        apply(job);
        awaitQuiet();

        assertThat(Caller.json(receiver.received().getFirst().body())).isEqualTo(Caller.json("""
                                {"event": "new_application", "triggeredAt": 1772366400,
                                 "data": {"application": {"id": "1"}, "job": {"id": "1"}}}
                                """));
    }

    @Test
    void a_secret_belongs_to_the_endpoint_or_to_the_company() {
        String one = tenant.addWebhookEndpoint(receiver.url().resolve("/1"), STAGES);
        String two = tenant.addWebhookEndpoint(receiver.url().resolve("/2"), STAGES);
        tenant.policies().on(Policy.ONE_WEBHOOK_SECRET);
        String three = tenant.addWebhookEndpoint(receiver.url().resolve("/3"), STAGES);
        String four = tenant.addWebhookEndpoint(receiver.url().resolve("/4"), STAGES);

        assertThat(one).isNotEqualTo(two);
        assertThat(three).isEqualTo(four);
    }

    private void awaitQuiet() {
        tenant.webhooks().awaitQuiet(Duration.ofSeconds(20));
    }
}
