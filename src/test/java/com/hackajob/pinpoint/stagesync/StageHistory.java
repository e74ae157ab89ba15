package com.hackajob.pinpoint.stagesync;

import static com.hackajob.pinpoint.export.ExportFixtures.KEY;

import com.hackajob.pinpoint.SideEffects;
import com.hackajob.pinpoint.SideEffects.Death;
import com.hackajob.pinpoint.export.Receipt.Origin;
import com.hackajob.pinpoint.mapping.Mapping.StagePair;
import com.hackajob.pinpoint.mapping.PinpointStageId;
import com.hackajob.pinpoint.mapping.StageId;
import com.hackajob.pinpoint.updates.Update;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * One candidate, a hackajob and a Pinpoint in which people move them, and us in between. hackajob does what its contract
 * says: it does what an update asks once for each id, but for one that is older than another, and tells of every change of a stage, whoever made it.
 * What is checked is checked from the two sides' own books, not from ours.
 */
final class StageHistory {

    private static final int STEPS = 30;

    private final long seed;
    private final SplittableRandom random;
    private final SideEffects effects = new SideEffects();
    private final StageWorld world = StageWorld.ready(effects);
    private final List<String> log = new ArrayList<>();

    private final boolean rejects;
    private StageId hackajob = StageFixtures.ACCEPTED;
    private final Set<String> done = new HashSet<>();
    private final Map<String, Update> heard = new HashMap<>();
    private int consumed;
    private Instant asked = Instant.EPOCH;
    private Instant hackajobClock = Instant.parse("2026-01-01T00:00:00Z");
    private final List<Told> events = new ArrayList<>();
    private int told;
    private int hints;
    private int moves;

    /** @param number tells two apart that say the same at the same time */
    private record Told(int number, StageId stage, Instant at) {}

    StageHistory(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
        this.rejects = random.nextBoolean();
        if (random.nextInt(3) == 0) {
            world.pinpoint.showAfter(Duration.ofSeconds(random.nextInt(90)));
        }
        world.map(StageFixtures.aMapping(StageFixtures.aMapping().stages(), rejects));
    }

    /** @return what is wrong in the end */
    List<String> live() {
        boolean isAdopted = random.nextInt(4) == 0;
        world.export(
                KEY,
                isAdopted ? Origin.ADOPTED : Origin.CREATED,
                isAdopted ? place() : StageFixtures.P_SCREENING,
                isAdopted ? Optional.empty() : Optional.of(KEY.reference()));
        hints++;
        int edits = random.nextInt(3) == 0 ? 1 + random.nextInt(2) : 0;
        for (int step = 0; step < STEPS; step++) {
            if (edits > 0 && random.nextInt(15) == 0) {
                edits--;
                edit();
            }
            attempt(this::step);
        }
        List<String> wrong = new ArrayList<>();
        comeToRest(wrong);
        moveOnceMore(wrong);
        return wrong.stream()
                .map(what -> "seed " + seed + ": " + what + " " + log)
                .toList();
    }

    private void step() {
        switch (random.nextInt(12)) {
            case 0, 1 -> moveOnHackajob(stage());
            case 2, 3 -> moveInPinpoint(place());
            case 4, 5 -> tell();
            case 6 -> hint();
            case 7 -> consume();
            case 8 -> world.followDue.run(KEY.company(), Instant.MAX);
            case 9 -> world.clock.pass(Duration.ofSeconds(random.nextInt(1, 900)));
            case 10 -> fail();
            default -> world.followStages.look(KEY);
        }
    }

    private void fail() {
        switch (random.nextInt(4)) {
            case 0 -> world.pinpoint.failNext();
            case 1 -> world.pinpoint.loseNextAnswer();
            case 2 -> effects.dieAt(effects.moments().size() + random.nextInt(3));
            default -> world.pinpoint.beforeNextMove(() -> attempt(this::step));
        }
    }

    private void moveOnHackajob(StageId next) {
        if (!next.equals(hackajob)) {
            log.add("hackajob -> " + next.value());
            hackajob = next;
            moves++;
            tellLater();
        }
    }

    private void tellLater() {
        hackajobClock = hackajobClock.plusMillis(random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(600_000));
        events.add(new Told(told++, hackajob, hackajobClock));
    }

    private void moveInPinpoint(PinpointStageId next) {
        if (!next.equals(world.place())) {
            log.add("Pinpoint -> " + next.value());
            world.userMoves(next);
            moves++;
            hints += random.nextInt(3) == 0 ? 0 : 1;
        }
    }

    /** The next event, now and then twice, or another one before it. A worker that dies is given it again. */
    private void tell() {
        if (events.isEmpty()) {
            return;
        }
        int which = random.nextInt(6) == 0 && isOrderTold() ? random.nextInt(events.size()) : 0;
        Told event = events.get(which);
        world.followStages.moved(KEY, event.stage(), event.at());
        if (random.nextInt(5) > 0 || !isOrderTold()) {
            events.remove(event);
        }
    }

    /** Where two have the same time, nothing but their order tells which is the newer. */
    private boolean isOrderTold() {
        return events.stream().map(Told::at).distinct().count() == events.size();
    }

    private void hint() {
        if (hints > 0) {
            world.followStages.look(KEY);
            hints--;
        }
    }

    private void consume() {
        redeliver();
        List<Update> sent = world.updates.sent();
        if (consumed < sent.size()) {
            Update update = sent.get(consumed++);
            Update before = heard.putIfAbsent(update.id(), update);
            if (before != null && !before.equals(update)) {
                throw new IllegalStateException("an id came with other content");
            }
            if (update.detail().orElseThrow() instanceof Update.StageMove move
                    && done.add(update.id())
                    && !update.occurredAt().isBefore(asked)) {
                asked = update.occurredAt();
                follow(new StageId(move.stage()));
            }
        }
    }

    private void follow(StageId next) {
        if (!next.equals(hackajob)) {
            log.add("hackajob follows -> " + next.value());
            hackajob = next;
            tellLater();
        }
    }

    /** What a writer left behind is sent by whoever empties the outbox. */
    private void redeliver() {
        world.outbox.pending(world.clock.instant()).forEach(update -> {
            world.updates.send(update);
            world.outbox.forget(update);
        });
    }

    private void edit() {
        List<StagePair> pairs = new ArrayList<>(
                world.mappings.find(KEY.company(), KEY.job()).orElseThrow().stages());
        int which = random.nextInt(pairs.size());
        StagePair pair = pairs.get(which);
        Optional<PinpointStageId> next = random.nextInt(3) == 0 ? Optional.empty() : Optional.of(place());
        log.add("edit " + pair.stage().value() + " = "
                + next.map(PinpointStageId::value).orElse("blank"));
        pairs.set(which, new StagePair(pair.stage(), pair.stageName(), next));
        world.map(StageFixtures.aMapping(pairs, rejects, "version-" + random.nextInt()));
    }

    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (Death death) {
            log.add("death " + death.getMessage());
        }
    }

    private void comeToRest(List<String> wrong) {
        world.pinpoint.beforeNextMove(() -> {});
        for (int round = 0; round < 60; round++) {
            while (!events.isEmpty()) {
                attempt(this::tell);
            }
            attempt(() -> world.followDue.run(KEY.company(), Instant.MAX));
            attempt(() -> world.followStages.look(KEY));
            redeliver();
            while (consumed < world.updates.sent().size()) {
                consume();
            }
            world.clock.pass(Duration.ofMinutes(5));
        }
        int writes = writes();
        if (!events.isEmpty()) {
            wrong.add("hackajob still tells");
        }
        attempt(() -> world.followDue.run(KEY.company(), Instant.MAX));
        attempt(() -> world.followStages.look(KEY));
        if (writes() != writes) {
            wrong.add("it never comes to rest");
        }
        if (writes > 3 * moves + 3) {
            wrong.add(writes + " writes for " + moves + " moves");
        }
        if (!world.updates.sent().stream().allMatch(update -> update.kind() == Update.Kind.CANDIDATE_STAGE_CHANGED)) {
            wrong.add("something else was told");
        }
    }

    private int writes() {
        return world.pinpoint.moves() + done.size();
    }

    /** Whatever was before: one more move, on either side, is followed on the other, where it has a counterpart. */
    private void moveOnceMore(List<String> wrong) {
        log.add("at rest: " + hackajob.value() + ", " + world.place().value());
        List<StagePair> pairs =
                world.mappings.find(KEY.company(), KEY.job()).orElseThrow().stages();
        if (random.nextBoolean()) {
            StageId next = stage();
            if (next.equals(hackajob)) {
                return;
            }
            moveOnHackajob(next);
            comeToRest(wrong);
            Optional<PinpointStageId> counterpart = pairs.stream()
                    .filter(pair -> pair.stage().equals(next))
                    .findFirst()
                    .flatMap(StagePair::pinpointStage)
                    .filter(place -> rejects || !place.equals(StageFixtures.P_REJECTED));
            if (!hackajob.equals(next)
                    || counterpart.filter(place -> !place.equals(world.place())).isPresent()) {
                wrong.add("hackajob moved to " + next.value() + ", now " + hackajob.value() + ", "
                        + world.place().value());
            }
        } else {
            PinpointStageId next = place();
            if (next.equals(world.place())) {
                return;
            }
            moveInPinpoint(next);
            comeToRest(wrong);
            List<StageId> counterparts = pairs.stream()
                    .filter(pair -> pair.pinpointStage().equals(Optional.of(next)))
                    .map(StagePair::stage)
                    .toList();
            if (!world.place().equals(next) || (!counterparts.isEmpty() && !counterparts.contains(hackajob))) {
                wrong.add("Pinpoint moved to " + next.value() + ", now " + hackajob.value() + ", "
                        + world.place().value());
            }
        }
    }

    private StageId stage() {
        return StageFixtures.STAGES.get(random.nextInt(StageFixtures.STAGES.size()));
    }

    private PinpointStageId place() {
        return StageFixtures.PLACES.get(random.nextInt(StageFixtures.PLACES.size()));
    }
}
