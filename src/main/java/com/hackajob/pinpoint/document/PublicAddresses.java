package com.hackajob.pinpoint.document;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/** Turns a host name into an address on the public internet, and refuses every other kind. */
record PublicAddresses(Resolver resolver) {

    /** As the operating system knows them. */
    PublicAddresses() {
        this(host -> List.of(InetAddress.getAllByName(host)));
    }

    /**
     * One address of the host; empty when any of them is not public. Asks once: whoever connects has to connect to just this
     * address, since the next answer may be another.
     *
     * @throws UnknownHostException when nobody knows the name, or nobody answered
     */
    Optional<InetAddress> resolve(String host) throws UnknownHostException {
        List<InetAddress> all = resolver.addresses(host);
        return all.stream().allMatch(PublicAddresses::isPublic) ? Optional.of(all.getFirst()) : Optional.empty();
    }

    static boolean isPublic(InetAddress address) {
        return !ReservedNetworks.contain(address);
    }
}
