package com.hackajob.pinpoint.local.pinpoint;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What was asked, and what should not have been. */
final class Journal {

    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private final List<String> violations = new CopyOnWriteArrayList<>();

    void record(RecordedRequest request) {
        requests.add(request);
    }

    void violation(String description) {
        violations.add(description);
    }

    List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    List<String> violations() {
        return List.copyOf(violations);
    }

    void forgetRequests() {
        requests.clear();
    }
}
