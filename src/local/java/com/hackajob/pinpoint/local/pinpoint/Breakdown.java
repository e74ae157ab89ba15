package com.hackajob.pinpoint.local.pinpoint;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Answers of a server that cannot serve. */
final class Breakdown {

    private Breakdown() {}

    static Reply tooManyRequests(Optional<Duration> retryAfter) {
        Reply reply = Reply.errors(List.of(Problem.of(ErrorKind.TOO_MANY_REQUESTS, "Rate limit exceeded")));
        return retryAfter
                .map(wait -> reply.with("Retry-After", String.valueOf(wait.toSeconds())))
                .orElse(reply);
    }

    /** The documented text is a sentence saying that engineers were told; these words are ours. */
    static Reply serverError() {
        return Reply.errors(List.of(
                Problem.of(ErrorKind.INTERNAL_SERVER_ERROR, "Something went wrong and our engineers have been told")));
    }

    static Reply badGateway() {
        return Reply.html(502, "502 Bad Gateway");
    }
}
