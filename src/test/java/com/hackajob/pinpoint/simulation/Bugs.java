package com.hackajob.pinpoint.simulation;

import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.connection.PinpointAnswer;
import com.hackajob.pinpoint.export.ApplicationId;
import com.hackajob.pinpoint.export.ExportState;
import com.hackajob.pinpoint.export.Ledger.Claim;
import com.hackajob.pinpoint.export.Ledger.Place;
import com.hackajob.pinpoint.export.PinpointApplications.Attachment;
import com.hackajob.pinpoint.export.PinpointApplications.Match;
import com.hackajob.pinpoint.export.PinpointApplications.Stored;
import com.hackajob.pinpoint.export.Placed;
import com.hackajob.pinpoint.export.Receipt;
import com.hackajob.pinpoint.export.Source;
import com.hackajob.pinpoint.export.Submission;
import com.hackajob.pinpoint.mapping.Mapping;
import com.hackajob.pinpoint.mapping.MappingFixtures;
import com.hackajob.pinpoint.mapping.PinpointJob;
import com.hackajob.pinpoint.mapping.PinpointJobId;
import com.hackajob.pinpoint.mapping.PinpointStageId;
import com.hackajob.pinpoint.mapping.Snapshot;
import com.hackajob.pinpoint.updates.Update;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What {@link SeededBug}s are made of. */
final class Bugs {

    static final String SEARCH = "PinpointApplications.findBy";
    static final String READ = "PinpointApplications.read";
    static final String SEND = "UpdateChannel.send";
    static final PinpointAnswer<List<Match>> NOTHING = new PinpointAnswer.Given<>(List.of());

    private Bugs() {}

    static Bug on(String name, Function<Call, Object> mistake) {
        return new Bug() {
            @Override
            public Object around(Call call) {
                return call.is(name) ? mistake.apply(call) : call.proceed();
            }
        };
    }

    static Bug onBoth(String name, Function<Call, Object> mistake, String other, Function<Call, Object> otherMistake) {
        Bug first = on(name, mistake);
        Bug second = on(other, otherMistake);
        return new Bug() {
            @Override
            public Object around(Call call) {
                return call.is(name) ? first.around(call) : second.around(call);
            }
        };
    }

    /** Pinpoint is taken to hold other applications under a reference than it does. */
    static Bug bearing(Function<List<?>, Stream<?>> change) {
        return on("PinpointStages.bearing", call -> {
            var given = (PinpointAnswer.Given<?>) call.proceed();
            return new PinpointAnswer.Given<>(
                    change.apply((List<?>) given.value()).toList());
        });
    }

    /** An outage is taken for that answer. */
    static Bug outage(String name, Object answer) {
        return new Bug() {
            @Override
            public Object client(Call call, Supplier<Object> attempt) {
                return call.is(name) ? orElse(attempt, answer) : attempt.get();
            }
        };
    }

    static Object orElse(Supplier<Object> attempt, Object answer) {
        try {
            return attempt.get();
        } catch (Outage outage) {
            return answer;
        }
    }

    static Bug granting(UnaryOperator<Claim.Granted> change) {
        return on("Ledger.claim", call -> {
            Object claim = call.proceed();
            return claim instanceof Claim.Granted granted ? change.apply(granted) : claim;
        });
    }

    static List<Match> matches(Object found) {
        return found instanceof PinpointAnswer.Given<?>(List<?> all)
                ? all.stream().map(Match.class::cast).toList()
                : List.of();
    }

    static Claim.Granted claim(Claim.Granted claim, boolean mayExist, boolean isPlaced) {
        return new Claim.Granted(
                claim.key(),
                claim.version(),
                claim.attempts(),
                mayExist,
                claim.placed().filter(_ -> isPlaced),
                claim.failures(),
                claim.told(),
                claim.erasedAt());
    }

    /** Another time at which the search was asked, or until which nobody else creates. */
    static Bug beginning(UnaryOperator<Instant> lookedAt, UnaryOperator<Instant> until) {
        return on("Ledger.begin", call -> {
            Place place = call.argument(1, Place.class);
            var changed = new Place(place.generation(), place.job(), lookedAt.apply(place.lookedAt()));
            ExportState.Submitting submitting = call.argument(2, ExportState.Submitting.class);
            var state = new ExportState.Submitting(until.apply(submitting.until()));
            return call.proceed(call.arguments()[0], changed, state, call.arguments()[3]);
        });
    }

    /** Another time at which it is looked for what is left. */
    static Bug erasing(UnaryOperator<Optional<Instant>> lookAt) {
        return on("Ledger.erase", call -> {
            ExportState.Erased right = call.argument(1, ExportState.Erased.class);
            return call.proceed(
                    call.arguments()[0],
                    new ExportState.Erased(right.at(), right.application(), lookAt.apply(right.lookAt())));
        });
    }

    static <S extends ExportState> Bug recording(Class<S> type, Function<S, ExportState> change) {
        return on("Ledger.record", call -> {
            Object[] arguments = call.arguments();
            return type.isInstance(arguments[1])
                    ? call.proceed(arguments[0], change.apply(type.cast(arguments[1])), arguments[2], arguments[3])
                    : call.proceed();
        });
    }

    static Bug creating(UnaryOperator<Submission> change) {
        return on(Boundaries.CREATE, call -> call.proceed(change.apply(call.argument(0, Submission.class))));
    }

    static Submission with(Submission submission, Mapping mapping) {
        return new Submission(
                submission.reference(),
                submission.connection(),
                mapping,
                submission.candidate(),
                submission.cv(),
                submission.profile());
    }

    static Mapping mapping(Submission submission, String job, String stage) {
        Mapping right = submission.mapping();
        var pinpointJob = new PinpointJob(new PinpointJobId(job), "Job", "open", List.of(), Set.of());
        return new Mapping(
                right.company(),
                right.job(),
                right.generation(),
                Snapshot.of(pinpointJob, right.updatedAt()),
                List.of(new Mapping.StagePair(
                        MappingFixtures.ACCEPTED, "Accepted", Optional.of(new PinpointStageId(stage)))),
                right.settings(),
                right.editedBy(),
                right.updatedAt(),
                right.version());
    }

    static Bug sending(UnaryOperator<Update> change) {
        return on(SEND, call -> {
            // the port returns nothing
            call.proceed(change.apply(call.argument(0, Update.class)));
            return Optional.empty();
        });
    }

    static Update update(String id, Update.Kind kind, Update.Subject subject, Update rest) {
        return new Update(id, kind, subject, rest.code(), rest.occurredAt(), rest.detail());
    }

    static Update with(Update update, Update.Detail detail) {
        return new Update(
                update.id(), update.kind(), update.subject(), update.code(), update.occurredAt(), Optional.of(detail));
    }

    static Receipt receipt(String application, Receipt rest) {
        return new Receipt(
                new Placed(
                        new ApplicationId(application),
                        rest.origin(),
                        rest.placed().generation()),
                rest.address(),
                rest.reference(),
                rest.pinpointJob(),
                rest.stage(),
                rest.source(),
                rest.files(),
                rest.missingGlyphs(),
                rest.candidateNotified(),
                rest.acceptedAt());
    }

    static Receipt receipt(Source source, Receipt rest) {
        return new Receipt(
                rest.placed(),
                rest.address(),
                rest.reference(),
                rest.pinpointJob(),
                rest.stage(),
                source,
                rest.files(),
                rest.missingGlyphs(),
                rest.candidateNotified(),
                rest.acceptedAt());
    }

    static Stored invented() {
        return new Stored(
                new ApplicationId("1"),
                URI.create("https://acme.example.com/applications/1"),
                new PinpointJobId("700"),
                new Receipt.Stage(new PinpointStageId("7002"), "Screening"),
                new Source("job_board", "hackajob"),
                Optional.empty(),
                Stream.of("ada", "bob", "cleo", "dan", "ada-profile", "bob-profile", "cleo-profile", "dan-profile")
                        .map(name -> new Attachment(name + ".pdf", Optional.empty()))
                        .toList());
    }

    /** Keeps what was answered first. */
    static <T> Function<Call, Object> firstOf(Class<T> type, BinaryOperator<T> answer) {
        Object[] first = new Object[1];
        return call -> {
            T now = type.cast(call.proceed());
            first[0] = first[0] == null ? now : first[0];
            return answer.apply(type.cast(first[0]), now);
        };
    }
}
