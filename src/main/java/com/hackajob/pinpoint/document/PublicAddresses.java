package com.hackajob.pinpoint.document;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns a host name into an address on the public internet, and refuses every other kind. */
final class PublicAddresses {

    private PublicAddresses() {}

    /**
     * One address of the host; empty when any of them is not public.
     *
     * @throws UnknownHostException when nobody knows the name, or nobody answered
     */
    static Optional<InetAddress> resolve(String host) throws UnknownHostException {
        InetAddress[] all = InetAddress.getAllByName(host);
        return Stream.of(all).allMatch(PublicAddresses::isPublic) ? Optional.of(all[0]) : Optional.empty();
    }

    static boolean isPublic(InetAddress address) {
        return !(address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || isReserved(address.getAddress()));
    }

    // What InetAddress has no word for: "this" network, shared address space (RFC 6598), protocol assignments and
    // benchmarks, class E, and of IPv6 unique local, translated and documentation addresses.
    private static boolean isReserved(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (bytes.length == 4) {
            return first == 0
                    || first >= 240
                    || (first == 100 && second >= 64 && second < 128)
                    || (first == 192 && second == 0)
                    || (first == 198 && (second == 18 || second == 19));
        }
        return (first & 0xfe) == 0xfc || first < 0x20 || isSpecial(first, second, bytes[2] & 0xff, bytes[3] & 0xff);
    }

    // 2001::/23 (protocol assignments, Teredo), 2001:db8::/32 (documentation), 2002::/16 (6to4).
    private static boolean isSpecial(int first, int second, int third, int fourth) {
        return first == 0x20
                && (second == 0x02 || (second == 0x01 && (third < 0x02 || (third == 0x0d && fourth == 0xb8))));
    }
}
