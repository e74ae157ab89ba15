package com.hackajob.pinpoint.export;

import java.time.Instant;

/**
 * A row of the ledger.
 *
 * @param attempts how often a worker took it up
 * @param cameAt when we first heard of it
 */
public record Export(ExportKey key, ExportState state, int attempts, Instant cameAt, Instant updatedAt) {}
