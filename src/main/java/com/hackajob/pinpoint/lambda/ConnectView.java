package com.hackajob.pinpoint.lambda;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a step of the hosted connect page shows, in words and addresses that are ready to be put into HTML. */
sealed interface ConnectView {

    /**
     * The Pinpoint account is named and opened.
     *
     * @param action path that the form is posted to, with {@code subdomain}, {@code apiKey} and {@code confirm}
     * @param oauth path of the OAuth start, which takes {@code subdomain}; empty where only API keys are offered
     * @param subdomain what was typed before, or what is connected; never a key
     * @param connected the account that is connected now
     * @param asksToConfirm whether leaving that account has to be confirmed
     * @param signsIn whether it was signing in that went wrong, and not the form with the key
     * @param ticks the permissions as they were just tried; empty before the first try
     * @param cancel address on hackajob to go back to without connecting
     */
    record Account(
            Asker asker,
            String action,
            Optional<String> oauth,
            String subdomain,
            Optional<String> connected,
            boolean asksToConfirm,
            boolean signsIn,
            Optional<Mishap> mishap,
            List<Tick> ticks,
            Source source,
            Optional<String> cancel)
            implements ConnectView {}

    /**
     * The account is connected; a webhook can be added, and everything can be brought to its end.
     *
     * @param action path that both forms are posted to: {@code action=secret} with {@code webhookSecret}, and
     *     {@code action=finish}
     * @param address what to paste into Pinpoint as the webhook's address
     * @param events what to tick there, as Pinpoint writes it
     * @param isSecretKept whether a signing secret is stored
     * @param seen when the last delivery arrived whose signature was right; empty before the first
     * @param returns whether finishing leads back to hackajob
     */
    record Webhook(
            Asker asker,
            String action,
            String subdomain,
            List<Tick> ticks,
            Source source,
            String address,
            List<String> events,
            boolean isSecretKept,
            Optional<Instant> seen,
            Optional<Mishap> mishap,
            boolean returns)
            implements ConnectView {}

    /**
     * There is nothing more to do here, or one thing at the most.
     *
     * @param text what happened, in one paragraph
     * @param remedy what to do now, in one more
     * @param code what went wrong; empty where all went well
     * @param help address of the guide's paragraph about it
     * @param again path to try again, where the link is still good
     * @param leave address on hackajob to go back to
     */
    record End(
            String title,
            String text,
            String remedy,
            Optional<String> code,
            Optional<String> help,
            Optional<String> again,
            Optional<String> leave)
            implements ConnectView {}

    /** For whom this connects: said on every step, so that nobody connects for a stranger. */
    record Asker(String company, String user, boolean isShareable) {}

    /** One tick box of an API key in Pinpoint. */
    record Tick(String permission, State state, Optional<String> remedy) {
        enum State {
            OK,
            MISSING,
            UNKNOWN
        }
    }

    /**
     * What went wrong and what to do about it.
     *
     * @param field the form's field that is meant
     * @param help address of the guide's paragraph about it
     */
    record Mishap(String code, String detail, String remedy, Optional<String> field, Optional<String> help) {}

    /** How candidates' source will appear in Pinpoint. */
    record Source(String channel, String detail) {}
}
