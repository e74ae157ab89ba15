package com.hackajob.pinpoint.mapping;

import com.hackajob.pinpoint.mapping.Mapping.StagePair;
import com.hackajob.pinpoint.mapping.PinpointJob.Demand;
import com.hackajob.pinpoint.mapping.Warning.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is unwise about a mapping, as its jobs were last read. */
public final class Warnings {

    /** The {@code basic_type} of the stages that reject. */
    private Warnings() {}

    public static List<Warning> of(Mapping mapping) {
        return Stream.of(job(mapping), acceptance(mapping), rejections(mapping), demands(mapping))
                .flatMap(warnings -> warnings)
                .toList();
    }

    /** The same, knowing the hackajob job as it is now. */
    public static List<Warning> of(Mapping mapping, HackajobJob job) {
        return Stream.concat(unless(job.isLive(), Kind.HACKAJOB_JOB_NOT_LIVE), of(mapping).stream())
                .toList();
    }

    private static Stream<Warning> job(Mapping mapping) {
        return unless(mapping.pinpointJob().takesApplications(), Kind.PINPOINT_JOB_NOT_OPEN);
    }

    private static Stream<Warning> acceptance(Mapping mapping) {
        return mapping.stages().stream()
                .limit(1)
                .filter(pair -> pair.pinpointStage().isEmpty())
                .map(pair -> new Warning(Kind.ACCEPTANCE_BLANK, Optional.of(pair.stage())));
    }

    private static Stream<Warning> rejections(Mapping mapping) {
        return mapping.stages().stream()
                .filter(pair -> isRejecting(mapping, pair))
                .map(pair -> new Warning(Kind.REJECTED_MAPPED, Optional.of(pair.stage())));
    }

    private static boolean isRejecting(Mapping mapping, StagePair pair) {
        return mapping.pinpointJob().stages().stream()
                .filter(PinpointStage::isRejection)
                .anyMatch(stage -> pair.pinpointStage().equals(Optional.of(stage.id())));
    }

    private static Stream<Warning> demands(Mapping mapping) {
        var demands = mapping.pinpointJob().demands();
        return Stream.concat(
                unless(demands.stream().noneMatch(Demand::isEnforced), Kind.DEMAND_MAY_BE_MISSING),
                unless(demands.stream().allMatch(Demand::canFill), Kind.DEMAND_NOT_ON_HACKAJOB));
    }

    private static Stream<Warning> unless(boolean fine, Kind kind) {
        return fine ? Stream.empty() : Stream.of(new Warning(kind, Optional.empty()));
    }
}
