package com.hackajob.pinpoint.lambda;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.lambda.ConnectView.Mishap;
import java.net.URI;
import java.util.Optional;

/**
 * How what went wrong reads on the connect page, to whoever has the form before them. {@link ErrorCode} speaks to every
 * caller; where that is not precise enough here, these words take its place.
 */
final class ConnectWords {

    private static final String AGAIN = "Nothing was changed and this link still works: try again in a minute.";

    private ConnectWords() {}

    static Mishap of(ConnectTrial trial) {
        Problem problem = trial.problem();
        return switch (ErrorCode.of(problem.code())) {
            case ALREADY_CONNECTED -> leaving(trial);
            case API_DISABLED ->
                mishap(
                        problem,
                        "apiKey",
                        problem.detail(),
                        problem.remedy()
                                + (trial.isSignIn() ? " Then sign in again." : " Then paste the key here again."));
            case CREDENTIAL_REJECTED -> rejected(trial);
            case INVALID_REQUEST -> malformed(problem);
            case PERMISSION_MISSING -> missing(trial);
            case PINPOINT_UNAVAILABLE, RATE_LIMITED -> mishap(problem, "", problem.detail(), AGAIN);
            // On a step that is shown, the link is good: it is the signing in that came to nothing.
            case SESSION_EXPIRED ->
                mishap(
                        problem,
                        "",
                        "Signing in took too long, or was answered before.",
                        "Nothing was changed and this link still works: sign in to Pinpoint again.");
            case SUBDOMAIN_UNKNOWN ->
                mishap(
                        problem,
                        "subdomain",
                        "There is no Pinpoint account at this address.",
                        "Correct the Pinpoint address"
                                + (trial.isSignIn() ? ", and sign in again." : ", and paste the key again."));
            case CANDIDATE_BLOCKED,
                    CANDIDATE_NOT_FOUND,
                    CV_MISSING,
                    CV_TOO_LARGE,
                    CV_TYPE,
                    CV_UNREACHABLE,
                    CV_UNSAFE,
                    DUPLICATE_FOUND,
                    EXPORT_NOT_FOUND,
                    FIELD_REQUIRED,
                    HACKAJOB_UNAVAILABLE,
                    INTERNAL_ERROR,
                    JOB_CLOSED,
                    JOB_NOT_FOUND,
                    MAPPING_CONFLICT,
                    MAPPING_NOT_FOUND,
                    MAPPING_OUTDATED,
                    NOT_ATTEMPTED,
                    NOTHING_TO_REPLAY,
                    NOT_CONNECTED,
                    NOT_ENABLED,
                    NOT_MASTER,
                    OAUTH_REFUSED,
                    OAUTH_UNAVAILABLE,
                    PINPOINT_REFUSED,
                    RESULT_EXPIRED,
                    STAGE_CHANGED,
                    STAGE_GONE,
                    UNMAPPED,
                    UNTRACKED,
                    WEBHOOK_SILENT -> mishap(problem, problem.field().orElse(""), problem.detail(), problem.remedy());
        };
    }

    private static Mishap leaving(ConnectTrial trial) {
        String box = trial.isSignIn()
                ? "tick the box below the address and sign in again"
                : "paste the key again and tick the box below it";
        return mishap(
                trial.problem(),
                "confirm",
                "hackajob is connected to another Pinpoint account.",
                "To leave that one for this one, " + box + ". Otherwise correct the Pinpoint address.");
    }

    private static Mishap rejected(ConnectTrial trial) {
        return trial.isSignIn()
                ? mishap(
                        trial.problem(),
                        "",
                        "Pinpoint does not accept the access that it gave.",
                        "Sign in to Pinpoint again.")
                : mishap(
                        trial.problem(),
                        "apiKey",
                        "Pinpoint does not accept this API key.",
                        "Check the Pinpoint address, and copy the whole key again. If it is lost, an Administrator"
                                + " creates a new API key in Pinpoint.");
    }

    private static Mishap missing(ConnectTrial trial) {
        return trial.isSignIn()
                ? mishap(
                        trial.problem(),
                        "",
                        "Pinpoint did not allow hackajob all that is needed.",
                        "Sign in to Pinpoint again as an Administrator, and approve all that hackajob asks for.")
                : mishap(
                        trial.problem(),
                        "apiKey",
                        "The API key may not do all that is needed.",
                        "In Pinpoint, open the key, tick what is missing below and save it. Then paste the key here"
                                + " again.");
    }

    private static Mishap malformed(Problem problem) {
        return switch (problem.field().orElse("")) {
            case "subdomain" ->
                mishap(
                        problem,
                        "subdomain",
                        "This is not a Pinpoint address.",
                        "Type only the part before .pinpointhq.com: letters, digits and hyphens, such as acme.");
            case "apiKey" ->
                mishap(
                        problem,
                        "apiKey",
                        "This does not look like an API key.",
                        "Copy the whole key again in Pinpoint: it has no spaces in it.");
            case "webhookSecret" ->
                mishap(
                        problem,
                        "webhookSecret",
                        "This does not look like a signing secret.",
                        "Copy the whole secret again in Pinpoint: it has no spaces in it.");
            default ->
                mishap(problem, "", "What was sent could not be read.", "Nothing was changed. Fill the form in again.");
        };
    }

    /** @param field empty for none */
    private static Mishap mishap(Problem problem, String field, String detail, String remedy) {
        return new Mishap(
                problem.code(),
                detail,
                remedy,
                Optional.of(field).filter(name -> !name.isEmpty()),
                problem.help().map(URI::toString));
    }
}
