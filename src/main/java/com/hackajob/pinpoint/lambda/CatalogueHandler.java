package com.hackajob.pinpoint.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.Connections;
import com.hackajob.pinpoint.connection.PinpointAnswer;
import com.hackajob.pinpoint.mapping.PinpointJobId;
import com.hackajob.pinpoint.mapping.PinpointJobs;
import com.hackajob.pinpoint.mapping.PinpointJobs.Search;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.function.Function;

/** The company's jobs and stages in Pinpoint, fresh on each call. */
@Named("catalogue")
@Singleton
final class CatalogueHandler implements RequestHandler<ApiRequest, ApiResponse> {

    private final Api api;
    private final Connections connections;
    private final PinpointJobs jobs;

    CatalogueHandler(Api api, Connections connections, PinpointJobs jobs) {
        this.api = api;
        this.connections = connections;
        this.jobs = jobs;
    }

    @Override
    public ApiResponse handleRequest(ApiRequest request, Context context) {
        return api.handle(request, context, call -> switch (call.route()) {
            case "GET /v1/pinpoint/jobs" -> list(call);
            case "GET /v1/pinpoint/jobs/{id}" -> describe(call);
            default -> api.noSuchRoute();
        });
    }

    private ApiResponse list(Call call) {
        Search search = CatalogueQuery.of(call);
        return connected(
                call,
                connection -> answer(jobs.list(connection, search).map(page -> PinpointJobJson.Page.of(page, search))));
    }

    private ApiResponse describe(Call call) {
        PinpointJobId job = call.path("id", PinpointJobId::new);
        return connected(
                call, connection -> answer(jobs.describe(connection, job).map(PinpointJobJson::of)));
    }

    private ApiResponse connected(Call call, Function<Connection, ApiResponse> then) {
        return connections.usable(call.company()).map(then).orElseGet(() -> api.problem(ErrorCode.NOT_CONNECTED));
    }

    private <T> ApiResponse answer(PinpointAnswer<T> answer) {
        return switch (answer) {
            case PinpointAnswer.Given<T>(var value) -> api.ok(value);
            case PinpointAnswer.Absent<T>() -> api.problem(ErrorCode.JOB_NOT_FOUND);
            case PinpointAnswer.Denied<T>(var code) -> api.problem(code);
        };
    }
}
