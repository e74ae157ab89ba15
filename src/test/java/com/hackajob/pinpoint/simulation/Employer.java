package com.hackajob.pinpoint.simulation;

import com.hackajob.pinpoint.UserId;
import com.hackajob.pinpoint.export.BackfillJob;
import com.hackajob.pinpoint.export.Export;
import com.hackajob.pinpoint.export.ExportKey;
import com.hackajob.pinpoint.export.ExportState;
import com.hackajob.pinpoint.export.Ledger;
import com.hackajob.pinpoint.export.ReplayExport;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** What an employer does in hackajob's app, and does again a minute later where it came to nothing. */
final class Employer {

    private static final UserId USER = new UserId("user-1");
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private final Timeline timeline;
    private final Ledger ledger;
    private final ReplayExport replayExport;
    private final BackfillJob backfillJob;
    private final BiConsumer<String, Runnable> process;
    private final Predicate<ExportKey> isErased;
    private int open;

    /**
     * @param ledger as it is, for the employer sees it
     * @param process starts one of that company
     */
    Employer(
            Timeline timeline,
            Ledger ledger,
            ReplayExport replayExport,
            BackfillJob backfillJob,
            BiConsumer<String, Runnable> process,
            Predicate<ExportKey> isErased) {
        this.timeline = timeline;
        this.ledger = ledger;
        this.replayExport = replayExport;
        this.backfillJob = backfillJob;
        this.process = process;
        this.isErased = isErased;
    }

    void replays(ExportKey key) {
        process.accept(key.company().value(), () -> replayExport.replay(key, USER));
    }

    /** Until it is there. */
    void replaysFrom(long at, ExportKey key) {
        from(at, key, () -> replays(key));
    }

    /** As soon as its job is mapped, which that is. */
    void backfillsFrom(long at, ExportKey key, Runnable mapping) {
        timeline.at(at, mapping);
        from(
                at,
                key,
                () -> process.accept(
                        key.company().value(),
                        () -> backfillJob.run(key.company(), key.job(), USER, Optional.empty())));
    }

    boolean isDone() {
        return open == 0;
    }

    private void from(long at, ExportKey key, Runnable click) {
        open++;
        timeline.at(at, () -> again(key, click));
    }

    private void again(ExportKey key, Runnable click) {
        Optional<ExportState> state = ledger.find(key).map(Export::state);
        if (isErased.test(key)
                || state.filter(ExportState.Verified.class::isInstance).isPresent()) {
            open--;
            return;
        }
        if (state.filter(Employer::isTheirTurn).isPresent()) {
            click.run();
        }
        timeline.at(timeline.now() + MINUTE, () -> again(key, click));
    }

    private static boolean isTheirTurn(ExportState state) {
        return state instanceof ExportState.Failed || state instanceof ExportState.Skipped;
    }
}
