package com.hackajob.pinpoint.attack;

import com.hackajob.pinpoint.lambda.HostedFunctions.Answer;
import java.util.List;
import java.util.Optional;

/** What came back. */
record Reply(int status, Answer answer) {

    static Reply of(Answer answer) {
        return new Reply(answer.status(), answer);
    }

    /** The status and the code of an error, in JSON or on the page, such as {@code 410 session_expired}. */
    String outcome() {
        return (status + " "
                        + quotedAfter("data-code=")
                                .or(() -> quotedAfter("\"code\":"))
                                .orElse(""))
                .strip();
    }

    /** Of a success; anything else is no way to prepare an attack. */
    Reply succeeded() {
        if (status >= 400) {
            throw new IllegalStateException("answered " + outcome());
        }
        return this;
    }

    String header(String name) {
        return Optional.ofNullable(answer.headers().get(name)).orElse("no " + name);
    }

    String location() {
        return succeeded().header("Location");
    }

    String field(String name) {
        return quotedAfter('"' + name + "\":").orElseThrow();
    }

    private Optional<String> quotedAfter(String mark) {
        int start = answer.body().indexOf(mark + '"');
        return start < 0
                ? Optional.empty()
                : Optional.of(answer.body().substring(start + mark.length() + 1).split("\"", 2)[0]);
    }

    List<String> cookies() {
        return answer.cookies();
    }

    String body() {
        return answer.body();
    }
}
