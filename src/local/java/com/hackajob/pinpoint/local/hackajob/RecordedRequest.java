package com.hackajob.pinpoint.local.hackajob;

/** A request that came in, whatever became of it. */
public record RecordedRequest(String method, String path) {

    public boolean isFile() {
        return path.startsWith("/files/");
    }
}
