package com.hackajob.pinpoint.local.pinpoint;

import java.net.URI;
import java.util.Optional;

/** One attempt to deliver: the first is attempt 0; without a status there was no answer in time. */
public record WebhookDelivery(URI url, String event, int attempt, Optional<Integer> status) {

    /** Only 2xx is a success; redirects are not followed (documented). */
    public boolean succeeded() {
        return status.filter(code -> code / 100 == 2).isPresent();
    }
}
