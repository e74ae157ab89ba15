package com.hackajob.pinpoint.stagesync;

import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.UserId;
import com.hackajob.pinpoint.connection.ConnectionFixtures;
import com.hackajob.pinpoint.mapping.Mapping;
import com.hackajob.pinpoint.mapping.Mapping.StagePair;
import com.hackajob.pinpoint.mapping.Mapping.Version;
import com.hackajob.pinpoint.mapping.MappingFixtures;
import com.hackajob.pinpoint.mapping.MappingSettings;
import com.hackajob.pinpoint.mapping.PinpointJob;
import com.hackajob.pinpoint.mapping.PinpointStage;
import com.hackajob.pinpoint.mapping.PinpointStageId;
import com.hackajob.pinpoint.mapping.Snapshot;
import com.hackajob.pinpoint.mapping.StageId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A hackajob job and a Pinpoint job with stages of all sorts, and how they are mapped. */
final class StageFixtures {

    static final StageId ACCEPTED = MappingFixtures.ACCEPTED;
    static final StageId INTERVIEW = MappingFixtures.INTERVIEW;
    static final StageId TASK = new StageId("task");
    static final StageId OFFER = new StageId("offer");
    static final StageId HIRED = new StageId("hired");
    static final StageId REJECTED = new StageId("rejected");
    static final List<StageId> STAGES = List.of(ACCEPTED, INTERVIEW, TASK, OFFER, HIRED, REJECTED);

    static final PinpointStageId P_APPLIED = MappingFixtures.APPLIED;
    static final PinpointStageId P_SCREENING = MappingFixtures.SCREENING;
    static final PinpointStageId P_INTERVIEW = new PinpointStageId("7003");
    static final PinpointStageId P_OFFER = new PinpointStageId("7004");
    static final PinpointStageId P_HIRED = new PinpointStageId("7005");
    static final PinpointStageId P_CHAT = new PinpointStageId("7006");
    static final PinpointStageId P_REJECTED = new PinpointStageId("7009");
    static final List<PinpointStageId> PLACES =
            List.of(P_APPLIED, P_SCREENING, P_INTERVIEW, P_OFFER, P_HIRED, P_CHAT, P_REJECTED);

    private static final List<StagePair> PAIRS = List.of(
            pair(ACCEPTED, P_SCREENING),
            pair(INTERVIEW, P_INTERVIEW),
            new StagePair(TASK, "Task", Optional.empty()),
            pair(OFFER, P_OFFER),
            pair(HIRED, P_HIRED),
            pair(REJECTED, P_REJECTED));

    private StageFixtures() {}

    static StagePair pair(StageId stage, PinpointStageId place) {
        return new StagePair(stage, stage.value(), Optional.of(place));
    }

    static PinpointJob aJob() {
        return new PinpointJob(
                MappingFixtures.PINPOINT_JOB,
                "Software Engineer",
                "open",
                List.of(
                        new PinpointStage(P_APPLIED, "Applied", "applied"),
                        new PinpointStage(P_SCREENING, "Screening", "review"),
                        new PinpointStage(P_INTERVIEW, "Interview", "interview"),
                        new PinpointStage(P_OFFER, "Offer", "offer"),
                        new PinpointStage(P_HIRED, "Hired", "hired"),
                        new PinpointStage(P_CHAT, "Team chat", "interview"),
                        new PinpointStage(P_REJECTED, "Rejected", "rejected")),
                Set.of());
    }

    /** "Task" and Pinpoint's "Applied" and "Team chat" have no counterpart; rejections on hackajob stay there. */
    static Mapping aMapping() {
        return aMapping(PAIRS, false);
    }

    static Mapping aMappingThatRejects() {
        return aMapping(PAIRS, true);
    }

    static Mapping aMapping(List<StagePair> pairs, boolean pushesRejections) {
        return aMapping(pairs, pushesRejections, "version-1");
    }

    static Mapping aMapping(List<StagePair> pairs, boolean pushesRejections, String version) {
        return new Mapping(
                ConnectionFixtures.COMPANY,
                MappingFixtures.JOB,
                1,
                Snapshot.of(aJob(), SettableClock.START),
                pairs,
                new MappingSettings(false, Optional.empty(), pushesRejections),
                new UserId("user-1"),
                SettableClock.START,
                new Version(version));
    }
}
