package com.hackajob.pinpoint.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.export.BackfillJob;
import com.hackajob.pinpoint.export.Ledger;
import com.hackajob.pinpoint.mapping.EditMapping;
import com.hackajob.pinpoint.mapping.ImportMapping;
import com.hackajob.pinpoint.mapping.ImportMappings;
import com.hackajob.pinpoint.mapping.Mapping;
import com.hackajob.pinpoint.mapping.Mapping.Version;
import com.hackajob.pinpoint.mapping.Mappings;
import com.hackajob.pinpoint.mapping.PinpointJobId;
import com.hackajob.pinpoint.mapping.PreviewMapping;
import com.hackajob.pinpoint.mapping.PublishedJobs;
import com.hackajob.pinpoint.mapping.RemoveMapping;
import com.hackajob.pinpoint.mapping.RepairMapping;
import com.hackajob.pinpoint.mapping.SuggestMapping;
import com.hackajob.pinpoint.mapping.Warning;
import com.hackajob.pinpoint.mapping.Warnings;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Which hackajob jobs and stages stand for which Pinpoint jobs and stages. */
@Named("mappings")
@Singleton
final class MappingsHandler implements RequestHandler<ApiRequest, ApiResponse> {

    private static final Logger LOG = Logger.getLogger(MappingsHandler.class);
    private static final int PAGE = 50;
    private static final String UNMAPPED = "unmapped";

    private final Api api;
    private final Mappings mappings;
    private final EditMapping editMapping;
    private final RemoveMapping removeMapping;
    private final PreviewMapping previewMapping;
    private final RepairMapping repairMapping;
    private final ImportMapping importMapping;
    private final ImportMappings importMappings;
    private final SuggestMapping suggestMapping;
    private final PublishedJobs publishedJobs;
    private final BackfillJob backfillJob;
    private final Ledger ledger;

    MappingsHandler(
            Api api,
            Mappings mappings,
            EditMapping editMapping,
            RemoveMapping removeMapping,
            PreviewMapping previewMapping,
            RepairMapping repairMapping,
            ImportMapping importMapping,
            ImportMappings importMappings,
            SuggestMapping suggestMapping,
            PublishedJobs publishedJobs,
            BackfillJob backfillJob,
            Ledger ledger) {
        this.api = api;
        this.mappings = mappings;
        this.editMapping = editMapping;
        this.removeMapping = removeMapping;
        this.previewMapping = previewMapping;
        this.repairMapping = repairMapping;
        this.importMapping = importMapping;
        this.importMappings = importMappings;
        this.suggestMapping = suggestMapping;
        this.publishedJobs = publishedJobs;
        this.backfillJob = backfillJob;
        this.ledger = ledger;
    }

    @Override
    public ApiResponse handleRequest(ApiRequest request, Context context) {
        return api.handle(request, context, call -> switch (call.route()) {
            case "GET /v1/mappings" -> list(call);
            case "GET /v1/jobs/{jobId}/mapping" -> get(call);
            case "PUT /v1/jobs/{jobId}/mapping" -> put(call);
            case "DELETE /v1/jobs/{jobId}/mapping" -> delete(call);
            case "POST /v1/jobs/{jobId}/mapping/preview" -> preview(call);
            case "POST /v1/jobs/{jobId}/mapping/repair" -> repair(call);
            case "POST /v1/jobs/{jobId}/mapping/import" -> importOne(call);
            case "POST /v1/mappings/import" -> importMany(call);
            case "POST /v1/jobs/{jobId}/mapping/suggest" -> suggest(call);
            case "POST /v1/jobs/{jobId}/backfill" -> backfill(call);
            case "GET /v1/jobs" -> jobs(call);
            default -> api.noSuchRoute();
        });
    }

    private ApiResponse get(Call call) {
        return mappings.find(call.company(), job(call))
                .map(mapping -> mapping(mapping, Warnings.of(mapping)))
                .orElseGet(() -> api.problem(ErrorCode.MAPPING_NOT_FOUND));
    }

    private ApiResponse put(Call call) {
        return saved(editMapping.edit(MappingJson.edit(call, job(call), seen(call))));
    }

    private ApiResponse repair(Call call) {
        Version seen = seen(call).orElseThrow(() -> new InvalidRequest("If-Match"));
        return saved(repairMapping.repair(call.company(), job(call), call.user(), seen));
    }

    private ApiResponse saved(EditMapping.Outcome outcome) {
        return switch (outcome) {
            case EditMapping.Outcome.Saved(var mapping, var warnings) -> {
                release(mapping);
                yield mapping(mapping, warnings);
            }
            case EditMapping.Outcome.Refused(var code, var field) -> api.problem(code, Optional.of(field));
        };
    }

    // The mapping is saved, whatever becomes of this: without it they would be looked at within a quarter of an hour.
    private void release(Mapping mapping) {
        try {
            ledger.release(mapping.company(), mapping.job());
        } catch (RuntimeException busy) {
            LOG.warn(Bug.in("letting exports go", busy));
        }
    }

    private ApiResponse importOne(Call call) {
        return switch (importMapping.importOnto(ImportJson.one(call, job(call), seen(call)))) {
            case ImportMapping.Outcome.Imported imported -> {
                release(imported.mapping());
                yield withEtag(
                        api.ok(ImportJson.of(imported)), imported.mapping().version());
            }
            case ImportMapping.Outcome.Refused(var code, var field) -> api.problem(code, Optional.of(field));
        };
    }

    private ApiResponse importMany(Call call) {
        return switch (importMappings.importOnto(ImportsJson.read(call))) {
            case ImportMappings.Outcome.Done(var results) -> {
                results.stream()
                        .map(ImportMappings.Result::imported)
                        .flatMap(Optional::stream)
                        .forEach(imported -> release(imported.mapping()));
                yield api.ok(ImportsJson.of(results));
            }
            case ImportMappings.Outcome.Refused(var code, var field) -> api.problem(code, Optional.of(field));
        };
    }

    private ApiResponse suggest(Call call) {
        JsonNode body = JsonBodies.of(call.optionalBody(), "pinpointJobId");
        Optional<PinpointJobId> pinpointJob = ImportJson.pinpointJob(body);
        return switch (suggestMapping.suggest(call.company(), job(call), pinpointJob)) {
            case SuggestMapping.Outcome.Jobs jobs -> api.ok(SuggestionsJson.of(jobs));
            case SuggestMapping.Outcome.Stages stages -> api.ok(SuggestionsJson.of(stages));
            case SuggestMapping.Outcome.Refused(var code, var field) -> api.problem(code, Optional.of(field));
        };
    }

    private ApiResponse backfill(Call call) {
        return switch (JsonBodies.flag(JsonBodies.of(call.optionalBody(), "run"), "run")
                ? backfillJob.run(call.company(), job(call), call.user(), seen(call))
                : backfillJob.preview(call.company(), job(call))) {
            case BackfillJob.Outcome.Previewed previewed ->
                withEtag(api.ok(BackfillJson.of(previewed)), previewed.version());
            case BackfillJob.Outcome.Queued queued -> api.ok(BackfillJson.of(queued));
            case BackfillJob.Outcome.Refused(var code) -> api.problem(code);
        };
    }

    private ApiResponse jobs(Call call) {
        if (!call.query("state").equals(Optional.of(UNMAPPED))) {
            throw new InvalidRequest("state");
        }
        Optional<PublishedJobs.Position> after = call.query("cursor").map(PublishedJobJson::cursor);
        return api.ok(PublishedJobJson.Page.of(publishedJobs.needingMapping(call.company(), after, PAGE)));
    }

    private ApiResponse delete(Call call) {
        return switch (removeMapping.remove(call.company(), job(call), call.user(), seen(call))) {
            case REMOVED -> ApiResponse.empty(204);
            case NOT_THERE -> api.problem(ErrorCode.MAPPING_NOT_FOUND);
            case CHANGED -> api.problem(ErrorCode.MAPPING_CONFLICT);
        };
    }

    private ApiResponse list(Call call) {
        Optional<JobId> after = call.query("cursor").map(job -> Call.parsed("cursor", Optional.of(job), JobId::new));
        return api.ok(MappingJson.PageJson.of(mappings.list(call.company(), after, PAGE)));
    }

    private ApiResponse mapping(Mapping mapping, List<Warning> warnings) {
        return withEtag(api.ok(MappingJson.of(mapping, warnings)), mapping.version());
    }

    private static ApiResponse withEtag(ApiResponse response, Version version) {
        return response.with("ETag", '"' + version.value() + '"');
    }

    private ApiResponse preview(Call call) {
        return api.ok(PreviewJson.of(previewMapping.preview(call.company(), job(call))));
    }

    private static JobId job(Call call) {
        return call.path("jobId", JobId::new);
    }

    private static Optional<Version> seen(Call call) {
        return call.header("if-match").map(etag -> new Version(etag.replace("\"", "")));
    }
}
