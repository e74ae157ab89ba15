package com.hackajob.pinpoint.local.pinpoint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** People (documented: made along with an application; that the e-mail tells who is the same one is inferred). */
final class Candidates {

    static final List<String> PERSON = List.of(("first_name last_name preferred_name email phone phone_iso2"
                    + " date_of_birth address1 address2 town state_province postcode country locale")
            .split(" "));

    private final Account account;

    Candidates(Account account) {
        this.account = account;
    }

    /** The known person that a new application belongs to. */
    Optional<Row> known(Body body) {
        Optional<String> named = body.related("candidate");
        if (named.isPresent()) {
            return Optional.of(existing(named.get()));
        }
        return account.policies().is(Policy.MATCH_CANDIDATE_BY_EMAIL) ? byEmail(body) : Optional.empty();
    }

    Row existing(String id) {
        return account.now()
                .find("candidates", id)
                .orElseThrow(() -> Refusal.of(List.of(Problem.relationship("candidate", "must exist"))));
    }

    Row create(Body body) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(body.sent(PERSON));
        values.put("full_name", fullName(values));
        values.put("blocked", false);
        return account.tables().insert("candidates", values);
    }

    Row update(Row candidate, Body body, List<String> writable) {
        List<Problem> problems = new FileIntake(account.policies(), body).problems();
        if (!problems.isEmpty()) {
            throw Refusal.of(problems);
        }
        Row changed = candidate.with(body.sent(writable));
        List<SimulatedFile> files = new ArrayList<>(candidate.list("files", SimulatedFile.class));
        files.addAll(new FileIntake(account.policies(), body).files());
        return account.tables()
                .update(changed.with("files", List.copyOf(files)).with("full_name", fullName(changed.values())));
    }

    static String fullName(Map<String, ? extends @Nullable Object> person) {
        return person.get("first_name") + " " + person.get("last_name");
    }

    private Optional<Row> byEmail(Body body) {
        String email = body.text("email").orElse("");
        return account.now().rows("candidates").stream()
                .filter(candidate -> candidate.text("email").equalsIgnoreCase(email))
                .findFirst();
    }
}
