package com.hackajob.pinpoint.pinpoint;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.PinpointAnswer;
import com.hackajob.pinpoint.connection.PinpointAnswer.Denied;
import com.hackajob.pinpoint.connection.PinpointAnswer.Given;
import com.hackajob.pinpoint.mapping.PinpointJob;
import com.hackajob.pinpoint.mapping.PinpointJobId;
import com.hackajob.pinpoint.mapping.PinpointJobs;
import jakarta.inject.Singleton;
import java.util.Optional;

/** {@link PinpointJobs} over HTTP. Stages have no address of their own: they come with their job. */
@Singleton
final class HttpPinpointJobs implements PinpointJobs {

    private final PinpointHttp http;
    private final UnitAccess units;

    HttpPinpointJobs(PinpointHttp http, UnitAccess units) {
        this.http = http;
        this.units = units;
    }

    @Override
    public PinpointAnswer<Page> list(Connection connection, Search search) {
        Account account = http.account(connection);
        return withUnitsIfAllowed(connection, shown -> http.list(account, "jobs", JobRequests.list(search, shown))
                .answer(body -> JobAnswers.page(body, search, shown)));
    }

    @Override
    public PinpointAnswer<PinpointJob> find(Connection connection, PinpointJobId job) {
        return http.read(http.account(connection), "jobs", job.value(), JobRequests.one(false))
                .answer(JobAnswers::job);
    }

    @Override
    public PinpointAnswer<Jobs> listWithStages(Connection connection, Optional<Position> after) {
        return http.list(http.account(connection), "jobs", JobRequests.listWithStages(after))
                .answer(body -> JobAnswers.jobs(body, after));
    }

    @Override
    public PinpointAnswer<Description> describe(Connection connection, PinpointJobId job) {
        Account account = http.account(connection);
        return withUnitsIfAllowed(connection, shown -> http.read(account, "jobs", job.value(), JobRequests.one(shown))
                .answer(body -> JobAnswers.description(body, shown)));
    }

    /** Departments and locations have ticks of their own on a key: without them the jobs are still to be had. */
    private <T> PinpointAnswer<T> withUnitsIfAllowed(Connection connection, Question<T> question) {
        if (!units.mayBeAllowed(connection.secret())) {
            return question.ask(false);
        }
        PinpointAnswer<T> answer = question.ask(true);
        return answer instanceof Denied<T>(var code) && code == ErrorCode.PERMISSION_MISSING
                ? withoutUnits(connection, question)
                : answer;
    }

    // A 403 does not say what it is for: only where the same works without them was it for the units.
    private <T> PinpointAnswer<T> withoutUnits(Connection connection, Question<T> question) {
        PinpointAnswer<T> answer = question.ask(false);
        if (answer instanceof Given<T>) {
            units.denied(connection.secret());
        }
        return answer;
    }

    /** What is asked with departments and locations, or without. */
    private interface Question<T> {
        PinpointAnswer<T> ask(boolean unitsShown);
    }
}
