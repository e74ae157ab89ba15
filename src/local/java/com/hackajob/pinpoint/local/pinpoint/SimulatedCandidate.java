package com.hackajob.pinpoint.local.pinpoint;

import java.util.List;

/** A person as Pinpoint knows them now. */
public record SimulatedCandidate(
        String id, String firstName, String lastName, String email, boolean blocked, List<SimulatedFile> files) {

    static SimulatedCandidate of(Row row) {
        return new SimulatedCandidate(
                row.id(),
                row.text("first_name"),
                row.text("last_name"),
                row.text("email"),
                row.isTrue("blocked"),
                row.list("files", SimulatedFile.class));
    }
}
