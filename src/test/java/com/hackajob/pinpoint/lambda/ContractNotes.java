package com.hackajob.pinpoint.lambda;

import com.hackajob.pinpoint.local.Notes;
import java.nio.file.Path;

/** What {@link ContractWatch} leaves to {@link ContractCoverageCheck}. */
final class ContractNotes {

    /** Routes with statuses that they answered. */
    static final Notes SEEN = new Notes(Path.of("target", "contract", "seen.txt"));

    /** What was not as openapi.yaml says. */
    static final Notes BREACHES = new Notes(Path.of("target", "contract", "breaches.txt"));

    private ContractNotes() {}
}
