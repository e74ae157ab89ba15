package com.hackajob.pinpoint.mapping;

import java.util.Locale;
import java.util.Optional;

/**
 * Something about a mapping that is allowed and may not be what its editor wants.
 *
 * @param stage the hackajob stage that is meant, where it is one
 */
public record Warning(Kind kind, Optional<StageId> stage) {

    /** The kinds, by the names that callers see in lower case. */
    public enum Kind {
        HACKAJOB_JOB_NOT_LIVE("The hackajob job is not live: nobody can accept on it.", "Publish the job on hackajob."),
        PINPOINT_JOB_NOT_OPEN(
                "The Pinpoint job takes no applications now: candidates wait until it does.",
                "Open the job in Pinpoint, or choose another one."),
        ACCEPTANCE_BLANK(
                "Nothing is chosen for the stage in which candidates accept: they arrive in the Pinpoint job's applied stage.",
                "Choose a stage for it, if they are to arrive elsewhere."),
        REJECTED_MAPPED(
                "This stage stands for a Pinpoint stage that rejects: Pinpoint may send its rejection mail.",
                "Leave it blank, or look in Pinpoint at the mails that are set up on that stage."),
        DEMAND_MAY_BE_MISSING(
                "The Pinpoint job demands something that not every candidate has filled in on hackajob: those who have not can't go through.",
                "Make it optional in the Pinpoint job's application form."),
        DEMAND_NOT_ON_HACKAJOB(
                "The Pinpoint job asks for something that hackajob does not ask of candidates: it stays empty.",
                "Ask the candidate for it, where you need it.");

        private final String detail;
        private final String remedy;

        Kind(String detail, String remedy) {
            this.detail = detail;
            this.remedy = remedy;
        }

        /** What it means, in an employer's words. */
        public String detail() {
            return detail;
        }

        /** What to do about it, in an employer's words. */
        public String remedy() {
            return remedy;
        }

        /** The stable name that callers see. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
