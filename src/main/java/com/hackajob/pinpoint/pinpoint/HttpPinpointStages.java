package com.hackajob.pinpoint.pinpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.PinpointAnswer;
import com.hackajob.pinpoint.export.ApplicationId;
import com.hackajob.pinpoint.export.Reference;
import com.hackajob.pinpoint.mapping.PinpointStageId;
import com.hackajob.pinpoint.stagesync.PinpointStages;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@link PinpointStages} over HTTP. */
@Singleton
final class HttpPinpointStages implements PinpointStages {

    private static final String APPLICATIONS = "applications";

    /** Of all that an application has, only this is asked for: nothing of it is about the person. */
    private static final String LEAN = "job_id,stage_id,external_system_reference,channel,channel_source,updated_at";

    private static final String FIELDS = "fields[applications]";

    private final PinpointHttp http;
    private final ApplicationRequests requests;

    HttpPinpointStages(PinpointHttp http, ApplicationRequests requests) {
        this.http = http;
        this.requests = requests;
    }

    @Override
    public PinpointAnswer<Seen> read(Connection connection, ApplicationId application) {
        return http.read(http.account(connection), APPLICATIONS, application.value(), Map.of(FIELDS, LEAN))
                .answer(ApplicationAnswers::seen);
    }

    @Override
    public Move move(Connection connection, ApplicationId application, PinpointStageId stage) {
        JsonNode body = requests.move(application, stage);
        return ApplicationAnswers.move(http.update(http.account(connection), APPLICATIONS, application.value(), body));
    }

    @Override
    public PinpointAnswer<List<Seen>> changedAfter(Connection connection, Instant time, int page) {
        return list(
                connection,
                Map.of(
                        "filter[updated_at][gt]",
                        time.truncatedTo(ChronoUnit.SECONDS).toString(),
                        "sort",
                        "updated_at,id",
                        "page[number]",
                        Integer.toString(page)));
    }

    @Override
    public PinpointAnswer<List<Seen>> bearing(Connection connection, List<Reference> references) {
        String wanted = references.stream().map(Reference::value).collect(Collectors.joining(","));
        return list(connection, Map.of("filter[external_system_reference]", wanted, "sort", "id"));
    }

    @Override
    public URI address(Connection connection, ApplicationId application) {
        return ApplicationAnswers.address(http.account(connection), application.value());
    }

    private PinpointAnswer<List<Seen>> list(Connection connection, Map<String, String> query) {
        Map<String, String> lean = new HashMap<>(query);
        lean.put("page[size]", Integer.toString(PAGE));
        lean.put(FIELDS, LEAN);
        return http.list(http.account(connection), APPLICATIONS, lean).answer(ApplicationAnswers::allSeen);
    }
}
