package com.hackajob.pinpoint.simulation;

import java.util.List;
import java.util.Set;

/**
 * What a run came to, in words that nobody has to know the product for. Times are milliseconds.
 *
 * @param beyondS the {@link #person people} of whom a POST took effect, or was visible, later than S after its last possible start
 */
record History(
        List<Accepted> accepted,
        List<InForce> mappings,
        List<Application> applications,
        List<Told> told,
        List<Row> ledger,
        List<Trouble> troubles,
        List<Erasure> erasures,
        int unsent,
        int deadLetters,
        Set<String> beyondS) {

    History {
        beyondS = Set.copyOf(beyondS);
    }

    /** Whoever has that address is one person in an account. */
    static String person(String account, String email) {
        return account + "/" + email;
    }

    /**
     * A candidate accepted on hackajob.
     *
     * @param account the company's account in Pinpoint
     * @param files what the recruiter has to find there
     * @param at when
     * @param isFlawed whether something is wrong with it at first, which the candidate mends and the employer replays
     */
    record Accepted(
            String company,
            String account,
            String job,
            String candidate,
            String email,
            List<String> files,
            long at,
            boolean isFlawed) {

        String person() {
            return History.person(account, email);
        }
    }

    /** What a job stood for, from when to when. */
    record InForce(String company, String job, String pinpointJob, String stage, long from, long to) {}

    /** What an account holds in the end. */
    record Application(
            String account,
            String id,
            String job,
            String email,
            String stage,
            String reference,
            List<String> files,
            long at) {

        String person() {
            return History.person(account, email);
        }
    }

    /**
     * What hackajob was told.
     *
     * @param named the applications that it names: what is left after an erasure, or what is there twice
     */
    record Told(String id, String kind, String company, String job, String candidate, List<String> named, long at) {}

    /**
     * @param application empty where it names none
     * @param held all that is kept beside the key, as text
     */
    record Row(String company, String job, String candidate, String state, String application, String held) {}

    /** hackajob erased the candidate, and said so. */
    record Erasure(String company, String candidate, long at) {}

    /** Pinpoint let the company in no more. */
    record Trouble(String company, long from, long to) {}
}
