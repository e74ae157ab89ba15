package com.hackajob.pinpoint.lambda;

import com.hackajob.pinpoint.export.BackfillJob.Outcome;
import com.hackajob.pinpoint.export.Export;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/** What sending earlier acceptances would do, and what it did. */
final class BackfillJson {

    /** So many are shown; the others are counted. */
    private static final int SHOWN = 100;

    private BackfillJson() {}

    static PreviewedJson of(Outcome.Previewed previewed) {
        return new PreviewedJson(
                previewed.exports().size(),
                previewed.exports().stream().limit(SHOWN).map(CandidateJson::of).toList(),
                PreviewJson.of(previewed.preview()));
    }

    static QueuedJson of(Outcome.Queued queued) {
        return new QueuedJson(queued.queued(), queued.remaining());
    }

    /**
     * @param total how many would be sent
     * @param candidates the first of them, in the order in which they would be sent
     * @param preview what would happen to each
     */
    @RegisterForReflection
    record PreviewedJson(int total, List<CandidateJson> candidates, PreviewJson preview) {}

    @RegisterForReflection
    record CandidateJson(String exportId, String candidateId, Instant receivedAt) {
        private static CandidateJson of(Export export) {
            return new CandidateJson(
                    ExportJson.id(export.key()), export.key().candidate().value(), export.cameAt());
        }
    }

    @RegisterForReflection
    record QueuedJson(int queued, int remaining) {}
}
