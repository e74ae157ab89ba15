package com.hackajob.pinpoint.local.pinpoint;

import java.util.List;

/** Job postings: the documentation we could read names them without their attributes, so they show few (inferred). */
final class JobPostingResource {

    private JobPostingResource() {}

    static Resource describe() {
        return Resource.included("job_postings", List.of("title", "created_at", "updated_at"));
    }
}
