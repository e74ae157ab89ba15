package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.connection.Status.Active;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether a user may connect their company, and if not, why and who can help. */
public final class Prerequisites {

    private static final int MOST_NAMES = 5;

    private final Companies companies;
    private final String contact;

    /** @param contact whom an employer asks for the integration to be switched on, as it reads in a sentence */
    public Prerequisites(Companies companies, String contact) {
        this.companies = companies;
        this.contact = contact;
    }

    /**
     * What stands in the way of connecting.
     *
     * @param connection the company's, as it is now
     * @throws Outage when hackajob did not answer
     */
    public Optional<Obstacle> toConnect(Caller caller, Optional<Connection> connection) {
        return toConnect(caller, companies.find(caller.company()), connection);
    }

    /** As {@link #toConnect(Caller, Optional)}, for whoever has asked hackajob already. */
    Optional<Obstacle> toConnect(Caller caller, Optional<Company> company, Optional<Connection> connection) {
        if (company.filter(Company::isEnabled).isEmpty()) {
            return Optional.of(new Obstacle(ErrorCode.NOT_ENABLED, "Ask " + contact + " to switch it on."));
        }
        if (!caller.isMaster()) {
            return Optional.of(notMaster(company));
        }
        return connection
                .filter(existing -> existing.status() instanceof Active)
                .map(_ -> new Obstacle(
                        ErrorCode.ALREADY_CONNECTED, "To replace the credential, connect again on purpose."));
    }

    /** What stands in the way of ending or checking a connection, or of changing its settings. */
    public Optional<Obstacle> toManage(Caller caller) {
        return caller.isMaster() ? Optional.empty() : Optional.of(notMaster(company(caller)));
    }

    /** Who can help is a courtesy: without hackajob's answer the refusal is the same. */
    private Optional<Company> company(Caller caller) {
        try {
            return companies.find(caller.company());
        } catch (Outage outage) {
            return Optional.empty();
        }
    }

    private static Obstacle notMaster(Optional<Company> company) {
        String names = company.stream()
                .flatMap(known -> known.masters().stream())
                .limit(MOST_NAMES)
                .map(Company.Master::name)
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? new Obstacle(ErrorCode.NOT_MASTER, ErrorCode.NOT_MASTER.remedy())
                : new Obstacle(ErrorCode.NOT_MASTER, "Ask one of your company's Master Account users: " + names + ".");
    }

    /** @param remedy what to do, and whom to ask */
    public record Obstacle(ErrorCode code, String remedy) {}
}
