package com.hackajob.pinpoint.pinpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.PinpointAnswer;
import com.hackajob.pinpoint.export.ApplicationId;
import com.hackajob.pinpoint.export.Document;
import com.hackajob.pinpoint.export.PinpointApplications;
import com.hackajob.pinpoint.export.Reference;
import com.hackajob.pinpoint.export.Submission;
import com.hackajob.pinpoint.mapping.PinpointJobId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** {@link PinpointApplications} over HTTP. */
@Singleton
final class HttpPinpointApplications implements PinpointApplications {

    private static final String APPLICATIONS = "applications";

    private final PinpointHttp http;
    private final ApplicationRequests requests;

    HttpPinpointApplications(PinpointHttp http, ApplicationRequests requests) {
        this.http = http;
        this.requests = requests;
    }

    @Override
    public PinpointAnswer<List<Match>> findByEmail(Connection connection, PinpointJobId job, String email) {
        return search(
                connection, Map.of("filter[candidate_email]", email, "filter[job_id]", job.value(), "sort", "id"));
    }

    @Override
    public PinpointAnswer<List<Match>> findByReference(Connection connection, Reference reference) {
        return search(connection, Map.of("filter[external_system_reference]", reference.value(), "sort", "id"));
    }

    private PinpointAnswer<List<Match>> search(Connection connection, Map<String, String> query) {
        return http.list(http.account(connection), APPLICATIONS, query).answer(ApplicationAnswers::matches);
    }

    @Override
    public Creation create(Submission submission) {
        Reply reply = http.create(http.account(submission.connection()), APPLICATIONS, requests.creation(submission));
        return ApplicationAnswers.creation(reply, submission.candidate().person());
    }

    @Override
    public PinpointAnswer<Stored> read(Connection connection, ApplicationId application) {
        Account account = http.account(connection);
        Map<String, String> query = Map.of("include", "stage", "extra_fields[applications]", "attachments");
        return http.read(account, APPLICATIONS, application.value(), query)
                .answer(body -> ApplicationAnswers.stored(body, account));
    }

    @Override
    public PinpointAnswer<ApplicationId> addDocuments(
            Connection connection, ApplicationId application, List<Document> documents) {
        JsonNode body = requests.documents(application, documents);
        Reply reply = http.update(http.account(connection), APPLICATIONS, application.value(), body);
        return reply.isRefusal() ? new PinpointAnswer.Given<>(application) : reply.answer(_ -> application);
    }

    @Override
    public PinpointAnswer<ApplicationId> comment(Connection connection, ApplicationId application, String text) {
        return http.create(http.account(connection), "comments", requests.comment(application, text))
                .answer(_ -> application);
    }
}
