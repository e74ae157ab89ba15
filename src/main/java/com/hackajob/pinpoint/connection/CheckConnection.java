package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.connection.Credential.ApiKey;
import com.hackajob.pinpoint.connection.Credential.OAuthTokens;
import com.hackajob.pinpoint.connection.PinpointAccounts.Probe;
import com.hackajob.pinpoint.connection.Status.Attention;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out whether a connection works. What does not work at first is tried once more at once, OAuth tokens renewed,
 * before anybody is told.
 */
public final class CheckConnection {

    private static final Set<ErrorCode> PINPOINT =
            Set.of(ErrorCode.PINPOINT_UNAVAILABLE, ErrorCode.RATE_LIMITED, ErrorCode.SUBDOMAIN_UNKNOWN);

    private final Connections connections;
    private final PinpointAccounts accounts;
    private final Credentials credentials;
    private final CurrentCredential credential;
    private final RecordHealth health;

    public CheckConnection(
            Connections connections,
            PinpointAccounts accounts,
            Credentials credentials,
            CurrentCredential credential,
            RecordHealth health) {
        this.connections = connections;
        this.accounts = accounts;
        this.credentials = credentials;
        this.credential = credential;
        this.health = health;
    }

    /**
     * As the schedule does it; empty where the company has no usable connection.
     *
     * @throws com.hackajob.pinpoint.Outage when Pinpoint did not answer; nothing is changed then
     */
    public Optional<Connection> check(CompanyId company) {
        return connections.usable(company).map(seen -> check(seen, false));
    }

    /** As the employer asks for it: a permission to write that was missing is taken as granted until an export shows. */
    public Optional<Connection> checkNow(CompanyId company) {
        return connections.usable(company).map(seen -> check(seen, true));
    }

    /**
     * Pinpoint denied something.
     *
     * @param writing whether it was something that no probe can try
     * @return why, if that stands; empty when it works after all
     */
    public Optional<ErrorCode> denied(Connection seen, ErrorCode code, boolean writing) {
        Connection now =
                writing && code == ErrorCode.PERMISSION_MISSING ? health.writingDenied(seen) : check(seen, false);
        return now.status() instanceof Attention(var stands, var _) ? Optional.of(stands) : Optional.empty();
    }

    /** Pinpoint let us write. Costs nothing where that is known; where it can't be written down now, the next export does. */
    public void written(Connection seen) {
        if (!seen.link().permissions().equals(Permission.writing(seen.link().permissions(), Permission.State.OK))) {
            quietly(() -> health.written(seen));
        }
    }

    /** Somebody did not answer while something was done for the company. Where it was Pinpoint, it is left in peace for a while. */
    public void unanswered(Connection seen, Outage outage) {
        if (PINPOINT.contains(outage.code())) {
            quietly(() -> health.unanswered(seen, outage.retryAfter()));
        }
    }

    /** Pinpoint answered. Costs nothing where it was not left in peace. */
    public void answered(Connection seen) {
        if (seen.upkeep().backoff().isPresent()) {
            quietly(() -> health.answered(seen));
        }
    }

    private static void quietly(Runnable write) {
        try {
            write.run();
        } catch (Outage busy) {
            // the next one tells
        }
    }

    private Connection check(Connection seen, boolean forgetting) {
        Connection now = after(credential.of(seen), seen);
        Probe first = accounts.probe(credentials.read(now).credential());
        return switch (first) {
            case Probe.Working _ -> health.probed(now, first, forgetting);
            case Probe.NotWorking _ -> again(now, forgetting);
        };
    }

    private Connection again(Connection seen, boolean forgetting) {
        Connection now = after(credential.renewed(seen), seen);
        return health.probed(now, accounts.probe(credentials.read(now).credential()), forgetting);
    }

    /** The row as it is once the credential was looked after: only tokens are renewed, and the row with them. */
    private Connection after(Credential renewed, Connection seen) {
        return switch (renewed) {
            case ApiKey _ -> seen;
            case OAuthTokens _ -> connections.usable(seen.company()).orElse(seen);
        };
    }
}
