package com.hackajob.pinpoint.mapping;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.mapping.Mapping.StagePair;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became different in Pinpoint since a job was mapped. It follows from the mapping's {@link Snapshot}, so what is
 * put right in Pinpoint is right here again.
 *
 * @param findings the job's before the stages', in the order of the hackajob stages
 */
public record Drift(List<Finding> findings) {

    public Drift {
        findings = List.copyOf(findings);
    }

    static Drift of(Mapping mapping) {
        PinpointJob was = mapping.snapshot().asMapped();
        PinpointJob is = mapping.snapshot().job();
        if (is.isGone()) {
            return new Drift(List.of(Finding.job(Kind.JOB_GONE, was.status(), is.status())));
        }
        return new Drift(
                Stream.concat(closed(was, is), mapping.stages().stream().flatMap(pair -> ofPair(pair, was, is)))
                        .toList());
    }

    // One that took none when it was mapped is what its editor was warned of, and no news.
    private static Stream<Finding> closed(PinpointJob was, PinpointJob is) {
        return was.takesApplications() && !is.takesApplications()
                ? Stream.of(Finding.job(Kind.JOB_CLOSED, was.status(), is.status()))
                : Stream.empty();
    }

    private static Stream<Finding> ofPair(StagePair pair, PinpointJob was, PinpointJob is) {
        return pair.pinpointStage().stream().flatMap(id -> ofPair(pair.stage(), was.stage(id), is.stage(id), was, is));
    }

    private static Stream<Finding> ofPair(
            StageId stage,
            Optional<PinpointStage> before,
            Optional<PinpointStage> now,
            PinpointJob was,
            PinpointJob is) {
        if (now.isEmpty()) {
            return Stream.of(new Finding(
                    Kind.STAGE_GONE,
                    Optional.of(stage),
                    before.map(PinpointStage::name).orElse(""),
                    ""));
        }
        return before.stream().flatMap(known -> changes(stage, known, now.get(), was, is));
    }

    private static Stream<Finding> changes(
            StageId stage, PinpointStage before, PinpointStage now, PinpointJob was, PinpointJob is) {
        return Stream.of(
                        finding(Kind.STAGE_KIND_CHANGED, stage, before.kind(), now.kind()),
                        finding(Kind.STAGE_RENAMED, stage, before.name(), now.name()),
                        finding(Kind.STAGE_MOVED, stage, place(before, was, is), place(now, is, was)))
                .flatMap(Optional::stream);
    }

    private static Optional<Finding> finding(Kind kind, StageId stage, String was, String is) {
        return was.equals(is) ? Optional.empty() : Optional.of(new Finding(kind, Optional.of(stage), was, is));
    }

    /** Its place among the stages that both have, so that one that came or went moves no other. */
    private static String place(PinpointStage stage, PinpointJob in, PinpointJob other) {
        List<PinpointStageId> common = in.stages().stream()
                .map(PinpointStage::id)
                .filter(other::hasStage)
                .toList();
        return Integer.toString(common.indexOf(stage.id()) + 1);
    }

    public boolean isNone() {
        return findings.isEmpty();
    }

    /** Why nobody can be sent to the Pinpoint job any more. */
    Optional<ErrorCode> ofJob() {
        return why(finding -> finding.stage().isEmpty());
    }

    /** Why nobody can be moved to what that stage stands for. */
    public Optional<ErrorCode> of(StageId stage) {
        return why(finding -> finding.stage().equals(Optional.of(stage)));
    }

    private Optional<ErrorCode> why(Predicate<Finding> about) {
        return findings.stream()
                .filter(about)
                .flatMap(finding -> finding.kind().breaks().stream())
                .findFirst();
    }

    /** What candidates may have to wait for. */
    Set<Finding> breaking() {
        return findings.stream()
                .filter(finding -> finding.kind().breaks().isPresent())
                .collect(Collectors.toSet());
    }

    /** Why it does not fit any more, the worst first; empty where all of it can be followed. */
    public Optional<ErrorCode> code() {
        return why(_ -> true);
    }

    /**
     * @param stage the hackajob stage that is concerned; empty where it is the whole job
     * @param was a status, a name, a kind or a place, by the kind of finding
     * @param is empty for what is gone
     */
    public record Finding(Kind kind, Optional<StageId> stage, String was, String is) {
        private static Finding job(Kind kind, String was, String is) {
            return new Finding(kind, Optional.empty(), was, is);
        }
    }

    /** The kinds, by the names that callers see in lower case. */
    public enum Kind {
        JOB_GONE(Optional.of(ErrorCode.JOB_NOT_FOUND), "The Pinpoint job is no longer there."),
        JOB_CLOSED(Optional.of(ErrorCode.JOB_CLOSED), "The Pinpoint job takes no applications any more."),
        STAGE_GONE(Optional.of(ErrorCode.STAGE_GONE), "The stage is no longer in the Pinpoint job."),
        STAGE_KIND_CHANGED(
                Optional.of(ErrorCode.STAGE_CHANGED),
                "The stage is of another kind in Pinpoint than when it was chosen."),
        STAGE_RENAMED(Optional.empty(), "The stage has another name in Pinpoint; it is followed."),
        STAGE_MOVED(Optional.empty(), "The stage is at another place in Pinpoint; it is followed.");

        private final Optional<ErrorCode> breaks;
        private final String detail;

        Kind(Optional<ErrorCode> breaks, String detail) {
            this.breaks = breaks;
            this.detail = detail;
        }

        /** What candidates wait for because of it; empty where it is followed. */
        public Optional<ErrorCode> breaks() {
            return breaks;
        }

        /** What it means, in an employer's words. */
        public String detail() {
            return detail;
        }

        /** The stable name that callers see. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
