package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.ErrorCode;
import java.util.List;

/** Pinpoint accounts, tried with a credential. */
public interface PinpointAccounts {

    /**
     * Finds out what the credential can do, by reading one row of each kind.
     *
     * @throws com.hackajob.pinpoint.Outage when Pinpoint did not answer
     */
    Probe probe(Credential credential);

    sealed interface Probe {

        record Working(List<Permission> permissions) implements Probe {}

        /**
         * @param code subdomain_unknown, credential_rejected, api_disabled or permission_missing
         * @param permissions of the last, which ones; otherwise none
         */
        record NotWorking(ErrorCode code, List<Permission> permissions) implements Probe {}
    }
}
