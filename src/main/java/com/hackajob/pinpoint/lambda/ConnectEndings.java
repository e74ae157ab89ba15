package com.hackajob.pinpoint.lambda;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.lambda.ConnectTrial.How;
import com.hackajob.pinpoint.lambda.ConnectView.End;
import java.net.URI;
import java.util.Optional;

/** The pages on which connecting ends, well or not, and from which there is at most one way on. */
final class ConnectEndings {

    private ConnectEndings() {}

    /** All is done and the browser goes nowhere. */
    static End done() {
        return new End(
                "All done",
                "The Pinpoint account is connected to hackajob. You can close this page.",
                "If you kept a copy of the API key or of the signing secret, delete it: hackajob will not need it again."
                        + " Whoever asked you for this can now match jobs on hackajob.",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** There is a link, and it does not lead anywhere any more. */
    static End expired(Problem problem) {
        return ended(
                problem,
                "This link no longer works",
                "It has expired, was used already or was taken back.",
                "If you have just connected Pinpoint with it, there is nothing more to do. If not, ask whoever sent you"
                        + " the link for a new one: a Master Account user makes it on hackajob.");
    }

    /** Nobody can tell which link this is about. */
    static End without(ConnectTrial trial) {
        Problem problem = trial.problem();
        if (!trial.isSignIn()) {
            return ended(problem, "This did not work", problem.detail(), problem.remedy());
        }
        return problem.code().equals(ErrorCode.OAUTH_REFUSED.code())
                ? ended(
                        problem,
                        "Please go on in the browser you began in",
                        "Pinpoint's answer came to a browser that did not ask for it. Nothing was connected.",
                        "Open the link that you were given again, and sign in to Pinpoint in the same browser. It has"
                                + " to allow cookies.")
                : ended(
                        problem,
                        "Please sign in again",
                        "Pinpoint's answer took too long or was read already. Opening this page changed nothing.",
                        "Open the link that you were given again, and sign in to Pinpoint from there.");
    }

    /**
     * Pinpoint, or whoever was asked there, said no.
     *
     * @param again path of the link, which is still good
     * @param leave address on hackajob to go back to without connecting
     */
    static End refused(ConnectTrial trial, String again, Optional<String> leave) {
        boolean isDeclined = trial.how() == How.DECLINED;
        Problem problem = trial.problem();
        return new End(
                isDeclined ? "You did not approve hackajob in Pinpoint" : "Pinpoint did not let hackajob in",
                "Nothing was connected and nothing was changed.",
                isDeclined
                        ? "If that is what you want, you are done. If it was a slip, try again: your link still works."
                        : "Your link still works: try again. If that does not help, tell hackajob's support.",
                Optional.of(problem.code()),
                problem.help().map(URI::toString),
                Optional.of(again),
                leave);
    }

    /** The connection that this link was to complete is gone. */
    static End disconnected(Problem problem, String company) {
        return ended(
                problem,
                "The connection was ended in the meantime",
                company + " is no longer connected to Pinpoint.",
                "To connect again, ask a Master Account user on hackajob for a new link.");
    }

    private static End ended(Problem problem, String title, String text, String remedy) {
        return new End(
                title,
                text,
                remedy,
                Optional.of(problem.code()),
                problem.help().map(URI::toString),
                Optional.empty(),
                Optional.empty());
    }
}
