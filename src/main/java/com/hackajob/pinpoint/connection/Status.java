package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.ErrorCode;
import java.time.Instant;

/** How a connection stands. */
public sealed interface Status {

    /** It works, as far as is known. */
    record Active() implements Status {}

    /**
     * Pinpoint no longer lets us in, and the employer knows. Exports are held.
     *
     * @param code credential_rejected, api_disabled, permission_missing or subdomain_unknown
     */
    record Attention(ErrorCode code, Instant since) implements Status {}

    /**
     * The employer ended it.
     *
     * @param isSecretDeleted whether the credential is known to be scheduled for deletion
     */
    record Disconnected(Instant at, boolean isSecretDeleted) implements Status {}
}
