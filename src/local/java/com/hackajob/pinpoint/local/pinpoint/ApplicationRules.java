package com.hackajob.pinpoint.local.pinpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What is wrong with the attributes of an application to be written (texts other than "can't be blank" are invented). */
final class ApplicationRules {

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private final Account account;
    private final Body body;

    ApplicationRules(Account account, Body body) {
        this.account = account;
        this.body = body;
    }

    /** Checks a new application to a job. */
    List<Problem> ofNew(Row job) {
        Stream<String> required =
                Stream.concat(Stream.of("first_name", "last_name", "email"), Demands.of(job).stream());
        List<Problem> problems =
                new ArrayList<>(required.filter(name -> body.text(name).isEmpty())
                        .map(name -> Problem.attribute(name, "can't be blank"))
                        .toList());
        if (account.policies().is(Policy.REFUSE_WHEN_JOB_NOT_OPEN) && !job.is("status", "open")) {
            problems.add(Problem.relationship("job", "is not accepting applications"));
        }
        problems.addAll(ofAny());
        return problems;
    }

    /** Checks what any write may carry. */
    List<Problem> ofAny() {
        body.text("locale")
                .filter(locale -> !LANGUAGES.contains(locale.split("-")[0]))
                .ifPresent(locale -> {
                    throw Refusal.of(ErrorKind.BAD_REQUEST, locale + " is not a valid locale");
                });
        List<Problem> problems = new ArrayList<>(new FileIntake(account.policies(), body).problems());
        body.text("email")
                .filter(email -> !email.matches("[^@\\s]+@[^@\\s]+"))
                .ifPresent(_ -> problems.add(Problem.attribute("email", "is invalid")));
        body.text("channel")
                .filter(this::isRefused)
                .ifPresent(_ -> problems.add(Problem.attribute("channel", "is not included in the list")));
        problems.addAll(addressProblems());
        return problems;
    }

    private boolean isRefused(String channel) {
        return account.policies().is(Policy.REFUSE_UNKNOWN_CHANNEL) && !Channels.ALL.contains(channel);
    }

    /** {@code address2} is for other countries than the US, {@code state_province} for the US only (documented). */
    private List<Problem> addressProblems() {
        boolean american = body.text("country").filter("US"::equals).isPresent();
        String wrong = american ? "address2" : "state_province";
        return body.text(wrong)
                .map(_ -> List.of(Problem.attribute(wrong, "must be blank")))
                .orElse(List.of());
    }
}
