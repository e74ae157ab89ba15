package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.UserId;
import java.time.Instant;

/**
 * Proof that a browser came back from connecting, to be exchanged once by the user who had started it.
 *
 * @param codeHash hash of the code that the browser carries
 */
public record ConnectResult(String codeHash, CompanyId company, UserId startedBy, Instant expiresAt) {}
