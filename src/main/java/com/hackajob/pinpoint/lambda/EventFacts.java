package com.hackajob.pinpoint.lambda;

import com.hackajob.pinpoint.export.ExportKey;

/** What an event tells the log before anything is done about it: its type, and whom it is about. */
final class EventFacts {

    private EventFacts() {}

    static void tell(Event event, Invocation invocation) {
        switch (event) {
            case Event.CandidateAccepted(var key) -> tell("candidate.accepted", key, invocation);
            case Event.CandidateMoved(var key, var _, var _) -> tell("candidate.stage_changed", key, invocation);
            case Event.PinpointHint(var company, var application, var _) ->
                invocation.about("pinpoint.hint").concerning(company).with("application", application.value());
            case Event.CandidateErased(var company, var candidate, var _) ->
                invocation.about("candidate.erased").concerning(company).with("candidate", candidate.value());
            case Event.JobPublished(var company, var job, var _, var _) ->
                invocation.about("job.published").concerning(company).with("job", job.value());
            case Event.JobClosed(var company, var job, var _) ->
                invocation.about("job.closed").concerning(company).with("job", job.value());
            case Event.CompanyDue(var round) ->
                invocation.about("company.due").concerning(round.company()).with("round", round.number());
            case Event.ConnectionPoll(var company) ->
                invocation.about("connection.poll").concerning(company);
            case Event.Ignored(var type) -> invocation.about(printable(type));
            case Event.Unreadable(var reason) -> invocation.about("unreadable").with("reason", reason);
        }
    }

    private static void tell(String type, ExportKey key, Invocation invocation) {
        invocation
                .about(type)
                .concerning(key.company())
                .with("job", key.job().value())
                .with("candidate", key.candidate().value());
    }

    /** Somebody else's word: no more of it than a type has. */
    private static String printable(String type) {
        String plain = type.replaceAll("[^A-Za-z0-9._-]", "?");
        return plain.substring(0, Math.min(plain.length(), 60));
    }
}
