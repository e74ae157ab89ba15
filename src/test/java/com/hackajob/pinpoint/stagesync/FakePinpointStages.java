package com.hackajob.pinpoint.stagesync;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.PinpointAnswer;
import com.hackajob.pinpoint.export.ApplicationId;
import com.hackajob.pinpoint.export.Reference;
import com.hackajob.pinpoint.mapping.PinpointStageId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The stages of one Pinpoint account's applications, in memory, with the ways in which Pinpoint and the net to it can fail. */
final class FakePinpointStages implements PinpointStages {

    private final InstantSource clock;
    private final Map<ApplicationId, List<Seen>> histories = new LinkedHashMap<>();
    private final Set<PinpointStageId> refused = new HashSet<>();
    private Duration lag = Duration.ZERO;
    private Optional<ErrorCode> denial = Optional.empty();
    private boolean fails;
    private boolean losesAnswer;
    private int reads;
    private int moves;
    private int lists;
    private Runnable beforeMove = () -> {};

    FakePinpointStages(InstantSource clock) {
        this.clock = clock;
    }

    void hold(Seen application) {
        histories.put(application.id(), new ArrayList<>(List.of(application)));
    }

    void delete(ApplicationId application) {
        histories.remove(application);
    }

    void change(ApplicationId application, UnaryOperator<Seen> change) {
        List<Seen> history = histories.get(application);
        history.add(change.apply(history.getLast()));
    }

    /** A user moves it. */
    void userMoves(ApplicationId application, PinpointStageId stage) {
        change(application, last -> moved(last, stage));
    }

    PinpointStageId place(ApplicationId application) {
        return histories.get(application).getLast().stage();
    }

    private Seen moved(Seen last, PinpointStageId stage) {
        return new Seen(last.id(), last.job(), stage, last.reference(), last.source(), clock.instant());
    }

    int lists() {
        return lists;
    }

    int reads() {
        return reads;
    }

    /** How often something was moved by us. */
    int moves() {
        return moves;
    }

    /** A change is seen only after that time. */
    void showAfter(Duration time) {
        lag = time;
    }

    void deny(ErrorCode code) {
        denial = Optional.of(code);
    }

    void failNext() {
        fails = true;
    }

    /** The next move takes effect, and its answer is lost. */
    void loseNextAnswer() {
        losesAnswer = true;
    }

    void refuse(PinpointStageId stage) {
        refused.add(stage);
    }

    void accept(PinpointStageId stage) {
        refused.remove(stage);
    }

    void beforeNextMove(Runnable event) {
        beforeMove = event;
    }

    @Override
    public PinpointAnswer<Seen> read(Connection connection, ApplicationId application) {
        reads++;
        failIfTold();
        if (denial.isPresent()) {
            return new PinpointAnswer.Denied<>(denial.get());
        }
        return histories.containsKey(application)
                ? new PinpointAnswer.Given<>(shown(application))
                : new PinpointAnswer.Absent<>();
    }

    private Seen shown(ApplicationId application) {
        List<Seen> history = histories.get(application);
        Instant visible = clock.instant().minus(lag);
        return history.stream()
                .filter(seen -> !seen.changedAt().isAfter(visible))
                .reduce((_, later) -> later)
                .orElse(history.getFirst());
    }

    @Override
    public Move move(Connection connection, ApplicationId application, PinpointStageId stage) {
        Runnable event = beforeMove;
        beforeMove = () -> {};
        event.run();
        failIfTold();
        if (denial.isPresent()) {
            return new Move.Denied(denial.get());
        }
        if (refused.contains(stage) || !histories.containsKey(application)) {
            return new Move.Refused();
        }
        moves++;
        if (!place(application).equals(stage)) {
            userMoves(application, stage);
        }
        if (losesAnswer) {
            losesAnswer = false;
            throw new Outage(ErrorCode.PINPOINT_UNAVAILABLE, "the answer was lost");
        }
        return new Move.Moved();
    }

    @Override
    public URI address(Connection connection, ApplicationId application) {
        return URI.create("https://acme.example.com/applications/" + application.value());
    }

    private void failIfTold() {
        if (fails) {
            fails = false;
            throw new Outage(ErrorCode.PINPOINT_UNAVAILABLE, "no answer from Pinpoint");
        }
    }

    @Override
    public PinpointAnswer<List<Seen>> changedAfter(Connection connection, Instant time, int page) {
        lists++;
        failIfTold();
        if (denial.isPresent()) {
            return new PinpointAnswer.Denied<>(denial.get());
        }
        return new PinpointAnswer.Given<>(histories.keySet().stream()
                .map(this::shown)
                .filter(seen -> seen.changedAt().isAfter(time))
                .sorted(Comparator.comparing(Seen::changedAt)
                        .thenComparing(seen -> Long.valueOf(seen.id().value())))
                .skip((page - 1L) * PAGE)
                .limit(PAGE)
                .toList());
    }

    @Override
    public PinpointAnswer<List<Seen>> bearing(Connection connection, List<Reference> references) {
        lists++;
        failIfTold();
        if (denial.isPresent()) {
            return new PinpointAnswer.Denied<>(denial.get());
        }
        return new PinpointAnswer.Given<>(histories.keySet().stream()
                .map(this::shown)
                .filter(seen -> seen.reference().filter(references::contains).isPresent())
                .toList());
    }
}
