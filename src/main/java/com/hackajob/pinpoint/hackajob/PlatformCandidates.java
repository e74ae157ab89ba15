package com.hackajob.pinpoint.hackajob;

import com.hackajob.pinpoint.export.Candidate;
import com.hackajob.pinpoint.export.Candidates;
import com.hackajob.pinpoint.export.ExportKey;
import jakarta.inject.Singleton;
import java.util.Optional;

/** {@link Candidates} on hackajob's platform. */
@Singleton
final class PlatformCandidates implements Candidates {

    private final Platform platform;

    PlatformCandidates(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Optional<Candidate> find(ExportKey key) {
        return platform.ask(
                CandidateJson.class,
                CandidateJson::read,
                "companies",
                key.company().value(),
                "jobs",
                key.job().value(),
                "candidates",
                key.candidate().value());
    }
}
