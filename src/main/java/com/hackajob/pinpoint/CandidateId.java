package com.hackajob.pinpoint;

/** A candidate on hackajob. */
public record CandidateId(String value) {
    public CandidateId {
        Identifiers.check("candidate", value);
    }
}
