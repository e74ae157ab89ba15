package com.hackajob.pinpoint.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.hackajob.pinpoint.CandidateId;
import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.export.ExportKey;
import com.hackajob.pinpoint.export.Ledger;
import com.hackajob.pinpoint.export.ReplayExport;
import com.hackajob.pinpoint.stagesync.SearchApplication;
import com.hackajob.pinpoint.stagesync.Tracks;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The ledger of a company's exports, with their receipts. */
@Named("exports")
@Singleton
final class ExportsHandler implements RequestHandler<ApiRequest, ApiResponse> {

    private static final int PAGE_SIZE = 50;

    private final Api api;
    private final Ledger ledger;
    private final ReplayExport replayExport;
    private final Tracks tracks;
    private final SearchApplication searchApplication;

    ExportsHandler(
            Api api, Ledger ledger, ReplayExport replayExport, Tracks tracks, SearchApplication searchApplication) {
        this.api = api;
        this.ledger = ledger;
        this.replayExport = replayExport;
        this.tracks = tracks;
        this.searchApplication = searchApplication;
    }

    @Override
    public ApiResponse handleRequest(ApiRequest request, Context context) {
        return api.handle(request, context, call -> switch (call.route()) {
            case "GET /v1/exports" -> list(call);
            case "GET /v1/exports/{id}" -> find(call);
            case "POST /v1/exports/{id}/replay" -> replay(call);
            case "POST /v1/exports/{id}/relink" -> relink(call);
            default -> api.noSuchRoute();
        });
    }

    private ApiResponse list(Call call) {
        CompanyId company = call.company();
        Optional<ExportKey> after = call.query("cursor").map(id -> key(company, "cursor", id));
        return api.ok(ExportJson.Page.of(ledger.list(company, after, PAGE_SIZE)));
    }

    private ApiResponse find(Call call) {
        return export(tracks.read(key(call.company(), "id", call.path("id", id -> id))));
    }

    /** The company's worker looks for it; what came of that is in the export a minute or two later. */
    private ApiResponse relink(Call call) {
        return export(searchApplication.search(key(call.company(), "id", call.path("id", id -> id))));
    }

    private ApiResponse export(Tracks.Scene scene) {
        return scene.export()
                .map(export -> ExportJson.of(export, Optional.of(scene.track())))
                .map(api::ok)
                .orElseGet(() -> api.problem(ErrorCode.EXPORT_NOT_FOUND));
    }

    private ApiResponse replay(Call call) {
        ExportKey key = key(call.company(), "id", call.path("id", id -> id));
        return switch (replayExport.replay(key, call.user())) {
            case ReplayExport.Outcome.Replayed(var export) -> api.ok(ExportJson.of(export));
            case ReplayExport.Outcome.NotThere() -> api.problem(ErrorCode.EXPORT_NOT_FOUND);
            case ReplayExport.Outcome.NothingToReplay() -> api.problem(ErrorCode.NOTHING_TO_REPLAY);
        };
    }

    // The company of the key is the caller's own, whatever the id says.
    private static ExportKey key(CompanyId company, String field, String id) {
        int tilde = id.indexOf('~');
        if (tilde < 0) {
            throw new InvalidRequest(field);
        }
        return new ExportKey(
                company,
                Call.parsed(field, Optional.of(id.substring(0, tilde)), JobId::new),
                Call.parsed(field, Optional.of(id.substring(tilde + 1)), CandidateId::new));
    }
}
