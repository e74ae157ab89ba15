package com.hackajob.pinpoint.mapping;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A job as Pinpoint last showed it.
 *
 * @param stages in their order there
 * @param demands what an application must bring, or is asked to
 */
public record PinpointJob(
        PinpointJobId id, String title, String status, List<PinpointStage> stages, Set<Demand> demands) {

    /** What we call a job that Pinpoint has no more; none of Pinpoint's own words. */
    private static final String GONE = "gone";

    /** The only status that Pinpoint documents as accepting applications. */
    private static final String OPEN = "open";

    public PinpointJob {
        stages = List.copyOf(stages);
        demands = demands.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(demands));
    }

    public boolean hasStage(PinpointStageId stage) {
        return stage(stage).isPresent();
    }

    public Optional<PinpointStage> stage(PinpointStageId id) {
        return stages.stream().filter(own -> own.id().equals(id)).findFirst();
    }

    /** The same, once Pinpoint has it no more. */
    PinpointJob gone() {
        return new PinpointJob(id, title, GONE, List.of(), Set.of());
    }

    boolean isGone() {
        return status.equals(GONE);
    }

    public boolean takesApplications() {
        return takesApplications(status);
    }

    static boolean takesApplications(String status) {
        return status.equals(OPEN);
    }

    /**
     * What a Pinpoint job can demand of an application beyond name and e-mail address. Pinpoint documents that it refuses
     * an application without the first four; the others are settings of its application form, of which it does not say
     * that they hold for applications made by API.
     */
    public enum Demand {
        PHONE(true, true),
        ADDRESS(true, true),
        CV(true, true),
        SUMMARY(true, true),
        LINKEDIN_PROFILE(false, true),
        COVER_LETTER(false, false),
        DATE_OF_BIRTH(false, false),
        MIDDLE_NAME(false, false),
        DIVERSITY_MONITORING(false, false);

        private final boolean enforced;
        private final boolean canFill;

        Demand(boolean enforced, boolean canFill) {
            this.enforced = enforced;
            this.canFill = canFill;
        }

        /** Whether an application without it is documented to be refused: then none is sent. */
        public boolean isEnforced() {
            return enforced;
        }

        /** Whether hackajob can send it, where the candidate has it. */
        public boolean canFill() {
            return canFill;
        }
    }
}
