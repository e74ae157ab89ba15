package com.hackajob.pinpoint.export;

/** What came of taking an export up. Whichever it is, the message that asked for it has done its work. */
public sealed interface ExportOutcome {

    /** Where it stands now; if it is not settled, its due time is in the ledger. */
    record Recorded(ExportState state) implements ExportOutcome {}

    /** A bug stopped it. It is tried again like after an outage, so that it neither blocks the company nor goes on for ever. */
    record Broken(ExportState state, RuntimeException bug) implements ExportOutcome {}

    /** It is settled, not due yet, or in another worker's hands. */
    record NotDue() implements ExportOutcome {}

    /** The lease ran out while we worked, and somebody else took it up. */
    record TakenOver() implements ExportOutcome {}
}
