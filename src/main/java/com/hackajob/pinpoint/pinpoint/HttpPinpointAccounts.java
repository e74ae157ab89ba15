package com.hackajob.pinpoint.pinpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.connection.Credential;
import com.hackajob.pinpoint.connection.Permission;
import com.hackajob.pinpoint.connection.Permission.State;
import com.hackajob.pinpoint.connection.PinpointAccounts;
import com.hackajob.pinpoint.connection.PinpointAnswer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** {@link PinpointAccounts} over HTTP. Pinpoint has no "who am I": a key is tried by reading one job and one application. */
@Singleton
final class HttpPinpointAccounts implements PinpointAccounts {

    private final PinpointHttp http;

    HttpPinpointAccounts(PinpointHttp http) {
        this.http = http;
    }

    @Override
    public Probe probe(Credential credential) {
        return switch (tryReading(credential, "jobs")) {
            case PinpointAnswer.Given<JsonNode> _ -> withJobs(tryReading(credential, "applications"));
            case PinpointAnswer.Absent<JsonNode>() -> new Probe.NotWorking(ErrorCode.SUBDOMAIN_UNKNOWN);
            case PinpointAnswer.Denied<JsonNode>(var code) -> new Probe.NotWorking(code);
        };
    }

    private static Probe withJobs(PinpointAnswer<JsonNode> applications) {
        return switch (applications) {
            case PinpointAnswer.Given<JsonNode> _ ->
                new Probe.Working(List.of(
                        new Permission("Job: Read", State.OK),
                        new Permission("Application: Read", State.OK),
                        new Permission("Application: Write", State.UNKNOWN)));
            case PinpointAnswer.Absent<JsonNode>() -> new Probe.NotWorking(ErrorCode.PERMISSION_MISSING);
            case PinpointAnswer.Denied<JsonNode>(var code) -> new Probe.NotWorking(code);
        };
    }

    private PinpointAnswer<JsonNode> tryReading(Credential credential, String collection) {
        return http.list(http.account(credential), collection, Map.of("page[size]", "1", "sort", "id"))
                .answer(body -> body);
    }
}
