package com.hackajob.pinpoint.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.mapping.EditMapping;
import com.hackajob.pinpoint.mapping.Mapping;
import com.hackajob.pinpoint.mapping.Mapping.Version;
import com.hackajob.pinpoint.mapping.Mappings;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Which hackajob jobs and stages stand for which Pinpoint jobs and stages. */
@Named("mappings")
@Singleton
final class MappingsHandler implements RequestHandler<ApiRequest, ApiResponse> {

    private final Api api;
    private final Mappings mappings;
    private final EditMapping editMapping;

    MappingsHandler(Api api, Mappings mappings, EditMapping editMapping) {
        this.api = api;
        this.mappings = mappings;
        this.editMapping = editMapping;
    }

    @Override
    public ApiResponse handleRequest(ApiRequest request, Context context) {
        return api.handle(request, call -> switch (call.route()) {
            case "GET /v1/jobs/{jobId}/mapping" -> get(call);
            case "PUT /v1/jobs/{jobId}/mapping" -> put(call);
            case "DELETE /v1/jobs/{jobId}/mapping" -> delete(call);
            default -> api.noSuchRoute();
        });
    }

    private ApiResponse get(Call call) {
        return mappings.find(call.company(), job(call))
                .map(this::mapping)
                .orElseGet(() -> api.problem(ErrorCode.MAPPING_NOT_FOUND));
    }

    private ApiResponse put(Call call) {
        return switch (editMapping.edit(MappingJson.edit(call, job(call), seen(call)))) {
            case EditMapping.Outcome.Saved(var mapping) -> mapping(mapping);
            case EditMapping.Outcome.Refused(var code, var field) -> api.problem(code, Optional.of(field));
        };
    }

    private ApiResponse delete(Call call) {
        return switch (mappings.remove(call.company(), job(call), seen(call))) {
            case REMOVED -> ApiResponse.empty(204);
            case NOT_THERE -> api.problem(ErrorCode.MAPPING_NOT_FOUND);
            case CHANGED -> api.problem(ErrorCode.MAPPING_CONFLICT);
        };
    }

    private ApiResponse mapping(Mapping mapping) {
        return api.ok(MappingJson.of(mapping))
                .with("ETag", '"' + mapping.version().value() + '"');
    }

    private static JobId job(Call call) {
        return call.path("jobId", JobId::new);
    }

    private static Optional<Version> seen(Call call) {
        return call.header("if-match").map(etag -> new Version(etag.replace("\"", "")));
    }
}
