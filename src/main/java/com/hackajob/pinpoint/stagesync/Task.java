package com.hackajob.pinpoint.stagesync;

import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.export.ApplicationId;
import com.hackajob.pinpoint.export.Placed;
import com.hackajob.pinpoint.export.Receipt;
import com.hackajob.pinpoint.mapping.Mapping;
import com.hackajob.pinpoint.mapping.Mapping.StagePair;
import com.hackajob.pinpoint.mapping.PinpointStageId;
import com.hackajob.pinpoint.mapping.StageId;
import com.hackajob.pinpoint.stagesync.PinpointStages.Seen;
import com.hackajob.pinpoint.stagesync.Track.Reason;
import com.hackajob.pinpoint.stagesync.Tracks.Scene;
import java.util.Optional;

/** A track that can be followed, with all that is needed to. */
record Task(Scene scene, Track track, Receipt receipt, Connection connection, Mapping mapping) {

    ApplicationId application() {
        return track.relinked().orElse(receipt.placed()).application();
    }

    /** Whether the application is this export's: another's is only watched. */
    boolean drives() {
        return receipt.origin() != Receipt.Origin.SHARED;
    }

    /** hackajob's stage; that of the acceptance while nothing moved. */
    StageId stage() {
        return track.stage().orElseGet(() -> origin().orElseThrow().stage());
    }

    /** Whether neither side has moved, and nothing is left to do. */
    boolean isInStep(Seen shown) {
        Optional<Agreed> agreed = track.agreed().or(this::origin);
        return track.standing() instanceof Track.Standing.Still
                && shown.id().equals(application())
                && lost(shown).isEmpty()
                && agreed.filter(known ->
                                known.isAt(shown.stage()) && known.stage().equals(stage()))
                        .isPresent();
    }

    /** What we joined does not bear our reference: its id is all we have. */
    boolean isSearchedByReference() {
        return track.standing() instanceof Track.Standing.Searched && !receipt.isJoined();
    }

    Task found(Seen seen) {
        var placed =
                new Placed(seen.id(), Receipt.Origin.FOUND, receipt.placed().generation());
        return new Task(scene, track.found(placed), receipt, connection, mapping);
    }

    /** What counts as agreed before anything moved; empty where the hackajob job has no stages. */
    Optional<Agreed> origin() {
        return mapping.stages().stream()
                .findFirst()
                .map(first -> new Agreed(
                        first.stage(), Optional.of(receipt.stage().id()).filter(place -> isAgreed(first, place))));
    }

    /** What we joined may have been elsewhere, of which hackajob does not know yet. */
    private boolean isAgreed(StagePair acceptance, PinpointStageId place) {
        return !receipt.isJoined() || acceptance.pinpointStage().equals(Optional.of(place));
    }

    /** Why it is no longer the application that we sent. */
    Optional<Reason> lost(Seen seen) {
        if (!seen.job().equals(receipt.pinpointJob())) {
            return Optional.of(Reason.OTHER_JOB);
        }
        if (receipt.isJoined()) {
            return Optional.empty();
        }
        if (!seen.reference().equals(Optional.of(track.key().reference()))) {
            return Optional.of(Reason.OTHER_REFERENCE);
        }
        return seen.source().equals(receipt.source()) ? Optional.empty() : Optional.of(Reason.OTHER_SOURCE);
    }

    Task with(Mapping read) {
        return new Task(scene, track, receipt, connection, read);
    }
}
