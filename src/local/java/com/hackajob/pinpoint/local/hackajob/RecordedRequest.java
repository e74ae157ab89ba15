package com.hackajob.pinpoint.local.hackajob;

import java.util.Optional;

/**
 * A request that came in, whatever became of it.
 *
 * @param trace the header {@code X-Amzn-Trace-Id}
 */
public record RecordedRequest(String method, String path, Optional<String> trace) {

    public boolean isFile() {
        return path.startsWith("/files/");
    }
}
