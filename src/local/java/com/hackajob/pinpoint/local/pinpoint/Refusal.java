package com.hackajob.pinpoint.local.pinpoint;

import java.util.List;

/** Ends a request with an error document. It is a violation if the documentation does not allow such a request. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;
    private final boolean violation;

    private Refusal(List<Problem> problems, boolean violation) {
        super(String.join(", ", problems.stream().map(Problem::detail).toList()));
        this.problems = List.copyOf(problems);
        this.violation = violation;
    }

    static Refusal of(ErrorKind kind, String detail) {
        return of(List.of(Problem.of(kind, detail)));
    }

    static Refusal of(List<Problem> problems) {
        return new Refusal(problems, false);
    }

    static Refusal violation(ErrorKind kind, String detail) {
        return violation(List.of(Problem.of(kind, detail)));
    }

    static Refusal violation(List<Problem> problems) {
        return new Refusal(problems, true);
    }

    static Refusal parameter(String name) {
        return violation(List.of(Problem.parameter(name)));
    }

    static Refusal notFound() {
        return of(ErrorKind.NOT_FOUND, "Record not found");
    }

    boolean isViolation() {
        return violation;
    }

    Reply reply() {
        return Reply.errors(problems);
    }
}
