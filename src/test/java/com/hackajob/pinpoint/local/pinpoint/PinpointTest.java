package com.hackajob.pinpoint.local.pinpoint;

import com.hackajob.pinpoint.local.StandingClock;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;

/** What the tests start from: a simulator with a clock, one tenant, a key that may do everything. */
abstract class PinpointTest {

    static final byte[] CV = "%PDF-1.7 Ada's CV".getBytes(StandardCharsets.UTF_8);

    final StandingClock clock = new StandingClock("2026-03-01T12:00:00Z");
    final PinpointSimulator simulator = PinpointSimulator.start(InetAddress.getLoopbackAddress(), 0, clock);
    final Tenant tenant = simulator.createTenant("acme");
    final Caller keyless = Caller.of(simulator, tenant);
    final Caller caller = keyless.withKey(tenant.createKey("hackajob", Permission.all()));

    @AfterEach
    void closeSimulator() {
        simulator.close();
    }

    static String dataUri(String mediaType, byte[] content) {
        return "data:" + mediaType + ";base64," + Base64.getEncoder().encodeToString(content);
    }

    /** An application document: attributes beside Ada's name and e-mail, relationships beside the job. */
    static String application(SimulatedJob job, String attributes, String relationships) {
        return """
                {"data": {"type": "applications",
                  "attributes": {"first_name": "Ada", "last_name": "Byron", "email": "ada@example.com"%s},
                  "relationships": {"job": {"data": {"type": "jobs", "id": "%s"}}%s}}}
                """.formatted(attributes, job.id(), relationships);
    }

    static String application(SimulatedJob job) {
        return application(job, "", "");
    }

    Caller.Answer apply(SimulatedJob job) {
        return caller.post("/api/v1/applications", application(job));
    }

    static String moveTo(String applicationId, SimulatedStage stage) {
        return """
                {"data": {"id": "%s", "type": "applications", "attributes": {},
                  "relationships": {"stage": {"data": {"type": "stages", "id": "%s"}}}}}
                """.formatted(applicationId, stage.id());
    }
}
