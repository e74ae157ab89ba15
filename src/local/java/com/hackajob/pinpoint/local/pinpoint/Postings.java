package com.hackajob.pinpoint.local.pinpoint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The public feed {@code /postings.json} (documented: no key, {@code data}, no pages; which members is inferred). */
final class Postings {

    private final Account account;

    Postings(Account account) {
        this.account = account;
    }

    Reply feed() {
        ObjectNode feed = Wire.object();
        ArrayNode data = feed.putArray("data");
        synchronized (account.tables()) {
            account.now().rows("jobs", "status", "open").stream()
                    .filter(job -> job.is("visibility", "external"))
                    .forEach(job -> data.add(posting(job)));
        }
        return Reply.json(200, feed);
    }

    private static ObjectNode posting(Row job) {
        return Wire.object()
                .put("id", job.id())
                .put("title", job.text("title"))
                .put("url", job.text("url"))
                .put("path", job.text("path"));
    }
}
