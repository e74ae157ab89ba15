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
            case PinpointAnswer.Given<JsonNode> _ -> withJobs(State.OK, tryReading(credential, "applications"));
            case PinpointAnswer.Absent<JsonNode>() -> new Probe.NotWorking(ErrorCode.SUBDOMAIN_UNKNOWN, List.of());
            case PinpointAnswer.Denied<JsonNode>(var code)
            when code == ErrorCode.PERMISSION_MISSING ->
                withJobs(State.MISSING, tryReading(credential, "applications"));
            case PinpointAnswer.Denied<JsonNode>(var code) -> new Probe.NotWorking(code, List.of());
        };
    }

    private static Probe withJobs(State jobs, PinpointAnswer<JsonNode> applications) {
        return switch (applications) {
            case PinpointAnswer.Given<JsonNode> _ -> found(jobs, State.OK);
            case PinpointAnswer.Absent<JsonNode>() -> found(jobs, State.MISSING);
            case PinpointAnswer.Denied<JsonNode>(var code)
            when code == ErrorCode.PERMISSION_MISSING -> found(jobs, State.MISSING);
            case PinpointAnswer.Denied<JsonNode>(var code) -> new Probe.NotWorking(code, List.of());
        };
    }

    // Writing can't be tried without writing.
    private static Probe found(State jobs, State applications) {
        List<Permission> permissions = List.of(
                new Permission(Permission.JOB_READ, jobs),
                new Permission(Permission.APPLICATION_READ, applications),
                new Permission(Permission.APPLICATION_WRITE, State.UNKNOWN));
        return jobs == State.OK && applications == State.OK
                ? new Probe.Working(permissions)
                : new Probe.NotWorking(ErrorCode.PERMISSION_MISSING, permissions);
    }

    private PinpointAnswer<JsonNode> tryReading(Credential credential, String collection) {
        return http.list(http.account(credential), collection, Map.of("page[size]", "1", "sort", "id"))
                .answer(body -> body);
    }
}
