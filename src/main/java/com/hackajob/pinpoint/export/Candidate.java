package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.CandidateId;
import java.time.Instant;
import java.util.Optional;

/** A candidate who accepted, as hackajob knows them at this moment. Personal data: it is sent to Pinpoint and kept nowhere. */
public record Candidate(CandidateId id, Person person, Profile profile, Optional<CvReference> cv, Instant acceptedAt) {

    @Override
    public String toString() {
        return "Candidate[" + id.value() + "]";
    }
}
