package com.hackajob.pinpoint.local.pinpoint;

import java.util.Optional;

/**
 * A request as it came. The path is what follows the tenant, such as {@code /api/v1/jobs}; the query is decoded and empty
 * if there was none; the status is 0 where no answer was sent. Requests for files belong to no tenant.
 */
public record RecordedRequest(
        String tenant,
        String method,
        String path,
        String query,
        int status,
        CredentialKind credential,
        Optional<String> vendor) {}
