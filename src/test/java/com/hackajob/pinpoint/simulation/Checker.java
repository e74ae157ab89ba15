package com.hackajob.pinpoint.simulation;

import com.hackajob.pinpoint.simulation.History.Accepted;
import com.hackajob.pinpoint.simulation.History.Application;
import com.hackajob.pinpoint.simulation.History.InForce;
import com.hackajob.pinpoint.simulation.History.Row;
import com.hackajob.pinpoint.simulation.History.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges a history. Knows nothing of the product but what was promised of it. */
final class Checker {

    /** A mapping that was replaced so long ago has no business any more. */
    private static final long IN_FLIGHT = 15 * 60_000;

    /** Nor one that was replaced so long ago, where a process slept through all time-outs. */
    private static final long IN_FLIGHT_BEYOND_S = 60 * 60_000;

    /** So long after an erasure was proved, what was under way may still be created: a lease, a function, and a late effect. */
    private static final long UNDER_WAY = (210 + 180 + 60) * 1000;

    /** Kinds of what is told that name every application that there is of somebody. */
    private static final Set<String> NAMING = Set.of("EXPORT_DUPLICATE_FOUND", "CANDIDATE_ERASED");

    /** Within S, the proof of an erasure is complete without the nightly sweep, which comes later. */
    private static final long SOON = 24 * 60 * 60_000;

    /** All retries of an export, and a while in which its company was locked out: later than that, nobody arrives. */
    private static final long AT_LAST = 17 * 60 * 60_000L;

    private static final String PREFIX = "hackajob:";

    private final History history;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Accepted> accepted = new HashMap<>();
    private final Map<String, Row> rows = new HashMap<>();

    private Checker(History history) {
        this.history = history;
        history.accepted().forEach(one -> accepted.put(key(one.company(), one.job(), one.candidate()), one));
        history.ledger().forEach(row -> rows.put(key(row.company(), row.job(), row.candidate()), row));
    }

    static List<Finding> findings(History history) {
        var checker = new Checker(history);
        checker.check();
        return checker.findings;
    }

    enum Kind {
        LOST,
        DUPLICATED,
        /** What nobody can help. */
        DUPLICATED_BEYOND_S,
        MISPLACED,
        STUCK
    }

    record Finding(Kind kind, String what) {}

    private void check() {
        history.accepted().forEach(this::isThereOnce);
        history.applications().forEach(this::isInItsPlace);
        history.told().forEach(this::isTrue);
        history.ledger().forEach(this::wasAccepted);
        history.troubles().forEach(this::wasTold);
        history.erasures().forEach(this::isProven);
        history.ledger().forEach(this::holdsNothingPersonal);
        history.applications().forEach(this::isTheOnlyOneOfThePerson);
        require(history.unsent() == 0, Kind.STUCK, history.unsent() + " updates were never sent");
        require(history.deadLetters() == 0, Kind.STUCK, history.deadLetters() + " dead letters");
    }

    private void isThereOnce(Accepted one) {
        String key = key(one.company(), one.job(), one.candidate());
        Row row = rows.get(key);
        if (isErased(one.company(), one.candidate())) {
            isGone(key, row);
            return;
        }
        if (row == null) {
            find(Kind.LOST, key + " is not in the ledger");
            return;
        }
        if (!isMapped(one)) {
            require(row.state().equals("Skipped"), Kind.MISPLACED, key + " is not mapped, and is " + row.state());
            return;
        }
        switch (row.state()) {
            case "Verified" -> isProven(one, key, row);
            case "Failed" -> require(isKnownToFail(one, key), Kind.LOST, key + " is Failed");
            case "Skipped" -> find(Kind.LOST, key + " is Skipped");
            default -> find(Kind.STUCK, key + " is " + row.state());
        }
        isThereAtMostOnce(key);
    }

    private void isThereAtMostOnce(String key) {
        List<Application> copies = history.applications().stream()
                .filter(application -> application.reference().equals(PREFIX + key))
                .toList();
        if (copies.size() > 1) {
            areTwo(copies, key + " is there " + copies.size() + " times");
        }
    }

    /** Which nobody can help beyond S; that somebody is told of it, they can. */
    private void areTwo(List<Application> copies, String what) {
        boolean isWithinS = isWithinS(copies.getFirst().person());
        find(isWithinS ? Kind.DUPLICATED : Kind.DUPLICATED_BEYOND_S, what);
        Set<String> named = history.told().stream()
                .filter(told -> NAMING.contains(told.kind()))
                .filter(told -> copies.getFirst().account().equals(accountOf(told)))
                .flatMap(told -> told.named().stream())
                .collect(Collectors.toSet());
        Set<String> ids = ids(copies);
        require(named.containsAll(ids), Kind.STUCK, what + ", and nobody was told of all of " + ids);
    }

    private static Set<String> ids(List<Application> applications) {
        return applications.stream().map(Application::id).collect(Collectors.toSet());
    }

    private boolean isWithinS(String person) {
        return !history.beyondS().contains(person);
    }

    private String accountOf(Told told) {
        return history.accepted().stream()
                .filter(one -> one.company().equals(told.company()))
                .map(Accepted::account)
                .findAny()
                .orElse("");
    }

    /** An export that came, or was in hand, when hackajob had nobody of that name any more, may have failed for that. */
    private void isGone(String key, Row row) {
        if (row != null) {
            require(
                    Set.of("Erased", "Failed", "Skipped").contains(row.state()),
                    Kind.STUCK,
                    key + " was erased, and is " + row.state());
        }
        isThereAtMostOnce(key);
    }

    private boolean isErased(String company, String candidate) {
        return history.erasures().stream()
                .anyMatch(erasure ->
                        erasure.company().equals(company) && erasure.candidate().equals(candidate));
    }

    private void isProven(History.Erasure erasure) {
        String who = erasure.company() + "/" + erasure.candidate();
        List<Told> proofs = history.told().stream()
                .filter(told -> told.kind().equals("CANDIDATE_ERASED"))
                .filter(told -> told.company().equals(erasure.company())
                        && told.candidate().equals(erasure.candidate()))
                .toList();
        if (proofs.isEmpty()) {
            find(Kind.STUCK, who + " was erased, and nobody was told");
            return;
        }
        boolean isWithinS = accepted.values().stream()
                .filter(one -> one.company().equals(erasure.company())
                        && one.candidate().equals(erasure.candidate()))
                .allMatch(one -> isWithinS(one.person()));
        long proved = proofs.stream().mapToLong(Told::at).min().orElseThrow();
        accepted.values().stream()
                .filter(one -> one.company().equals(erasure.company())
                        && one.candidate().equals(erasure.candidate()))
                .flatMap(one -> history.applications().stream()
                        .filter(application -> application.account().equals(one.account()))
                        .filter(application -> application
                                .reference()
                                .equals(PREFIX + key(one.company(), one.job(), one.candidate()))))
                .forEach(left -> {
                    require(
                            left.at() <= proved + UNDER_WAY || !isWithinS,
                            Kind.MISPLACED,
                            who + " was sent after the erasure");
                    require(
                            proofs.stream()
                                    .filter(proof -> proof.at() <= proved + SOON || !isWithinS)
                                    .anyMatch(proof -> proof.named().contains(left.id())),
                            Kind.LOST,
                            who + " is still there, and the proof names no " + left.id());
                });
    }

    private void holdsNothingPersonal(Row row) {
        boolean isPersonal =
                history.accepted().stream().anyMatch(one -> row.held().contains(one.email()));
        require(!isPersonal, Kind.MISPLACED, "the ledger holds an address: " + row.held());
    }

    /** Whichever of the jobs they accepted stand for the same one there, and whoever sent them there. */
    private void isTheOnlyOneOfThePerson(Application application) {
        List<Application> all = history.applications().stream()
                .filter(other -> other.account().equals(application.account())
                        && other.job().equals(application.job())
                        && other.email().equals(application.email()))
                .toList();
        boolean isOurs = application.reference().startsWith(PREFIX);
        if (isOurs && all.stream().map(Application::reference).distinct().count() > 1) {
            areTwo(all, application.reference() + " is not the only one of " + application.email());
        }
    }

    /** Beyond S, Pinpoint may refuse as already there what it does not show: then somebody has to be told. */
    private boolean isKnownToFail(Accepted one, String key) {
        return !isWithinS(one.person())
                && history.told().stream()
                        .anyMatch(told -> told.kind().equals("EXPORT_FAILED") && key.equals(keyOf(told)));
    }

    private void isProven(Accepted one, String key, Row row) {
        var proofs = history.applications().stream()
                .filter(application -> application.account().equals(one.account()))
                .filter(application -> application.id().equals(row.application()))
                .toList();
        if (proofs.isEmpty()) {
            find(Kind.LOST, key + " is verified, and not there");
            return;
        }
        Application proof = proofs.getFirst();
        require(proof.email().equals(one.email()), Kind.MISPLACED, key + " is verified as " + proof.email());
        require(stoodFor(one, proof.job()), Kind.MISPLACED, key + " is verified in job " + proof.job());
        require(
                proof.files().containsAll(one.files()) || isShared(one, proof),
                Kind.LOST,
                key + " has only " + proof.files());
        List<Told> news = history.told().stream()
                .filter(told -> told.kind().equals("EXPORT_VERIFIED") && key.equals(keyOf(told)))
                .toList();
        Set<String> ids = news.stream().map(Told::id).collect(Collectors.toSet());
        require(!ids.isEmpty(), Kind.STUCK, key + " is verified, and nobody was told");
        require(ids.size() < 2, Kind.DUPLICATED, key + " was told as " + ids);
        require(
                !isWithinS(one.person()) || news.stream().allMatch(told -> told.at() <= one.at() + AT_LAST),
                Kind.STUCK,
                key + " arrived when nobody waited any more");
    }

    /** At any time: an application that was made in time may be proved long after its job came to stand for another. */
    private boolean stoodFor(Accepted one, String pinpointJob) {
        return history.mappings().stream()
                .anyMatch(mapping -> mapping.company().equals(one.company())
                        && mapping.job().equals(one.job())
                        && mapping.pinpointJob().equals(pinpointJob));
    }

    private static boolean isShared(Accepted one, Application proof) {
        return proof.reference().startsWith(PREFIX)
                && !proof.reference().equals(PREFIX + key(one.company(), one.job(), one.candidate()));
    }

    private void isInItsPlace(Application application) {
        if (!application.reference().startsWith(PREFIX)) {
            return;
        }
        String key = application.reference().substring(PREFIX.length());
        Accepted one = accepted.get(key);
        if (one == null) {
            find(Kind.MISPLACED, key + " was never accepted");
            return;
        }
        require(application.account().equals(one.account()), Kind.MISPLACED, key + " is in " + application.account());
        require(application.email().equals(one.email()), Kind.MISPLACED, key + " is " + application.email());
        require(
                one.files().containsAll(application.files()),
                Kind.MISPLACED,
                key + " has somebody else's " + application.files());
        require(
                history.mappings().stream().anyMatch(mapping -> meant(mapping, one, application)),
                Kind.MISPLACED,
                key + " is in job " + application.job() + ", stage " + application.stage());
    }

    private boolean meant(InForce mapping, Accepted one, Application application) {
        return mapping.company().equals(one.company())
                && mapping.job().equals(one.job())
                && mapping.pinpointJob().equals(application.job())
                && mapping.stage().equals(application.stage())
                && mapping.from() <= application.at()
                && mapping.to() + (isWithinS(one.person()) ? IN_FLIGHT : IN_FLIGHT_BEYOND_S) >= application.at();
    }

    private void isTrue(Told told) {
        if (told.kind().equals("EXPORT_DUPLICATE_FOUND")) {
            areThere(told);
        }
        if (!told.kind().startsWith("EXPORT_")) {
            return;
        }
        String key = keyOf(told);
        Row row = rows.get(key);
        if (row == null || !accepted.containsKey(key)) {
            find(Kind.MISPLACED, "told of " + key + ", which nobody accepted");
            return;
        }
        switch (told.kind()) {
            case "EXPORT_VERIFIED" ->
                require(
                        row.state().equals("Verified") || isErased(told.company(), told.candidate()),
                        Kind.LOST,
                        key + " was told as there, and is " + row.state());
            case "EXPORT_FAILED" ->
                require(
                        !isWithinS(accepted.get(key).person())
                                || accepted.get(key).isFlawed()
                                || isErased(told.company(), told.candidate()),
                        Kind.LOST,
                        key + " was told as failed");
            default -> {
                // waits, for a reason that was told
            }
        }
    }

    /** What it names are applications of one person. */
    private void areThere(Told told) {
        List<Application> named = history.applications().stream()
                .filter(application -> application.account().equals(accountOf(told)))
                .filter(application -> told.named().contains(application.id()))
                .toList();
        long people = named.stream().map(Application::email).distinct().count();
        require(
                named.size() > 1 && ids(named).equals(Set.copyOf(told.named())) && people == 1,
                Kind.MISPLACED,
                keyOf(told) + " was told to be there more than once: " + told.named());
    }

    private void wasAccepted(Row row) {
        String key = key(row.company(), row.job(), row.candidate());
        require(accepted.containsKey(key), Kind.MISPLACED, key + " is in the ledger and was never accepted");
    }

    /** While it is locked out, or before, and since then it was not told that it is in again. */
    private void wasTold(History.Trouble trouble) {
        List<Told> news = history.told().stream()
                .filter(told -> told.kind().startsWith("CONNECTION_"))
                .filter(told -> told.company().equals(trouble.company()) && told.at() <= trouble.to())
                .toList();
        boolean isToldThen = news.stream().anyMatch(told -> isAttention(told) && told.at() >= trouble.from());
        boolean isToldStill = !news.isEmpty() && isAttention(news.getLast());
        require(isToldThen || isToldStill, Kind.STUCK, trouble.company() + " was not told that it is locked out");
    }

    private static boolean isAttention(Told told) {
        return told.kind().equals("CONNECTION_ATTENTION");
    }

    private boolean isMapped(Accepted one) {
        return history.mappings().stream()
                .anyMatch(mapping ->
                        mapping.company().equals(one.company()) && mapping.job().equals(one.job()));
    }

    private void require(boolean holds, Kind kind, String what) {
        if (!holds) {
            find(kind, what);
        }
    }

    private void find(Kind kind, String what) {
        findings.add(new Finding(kind, what));
    }

    private static String keyOf(Told told) {
        return key(told.company(), told.job(), told.candidate());
    }

    private static String key(String company, String job, String candidate) {
        return company + "/" + job + "/" + candidate;
    }
}
