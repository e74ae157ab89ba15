package com.hackajob.pinpoint.document;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * The networks that IANA's special-purpose registries (RFC 6890 and later) keep from the public internet. Of IPv6 only
 * 2000::/3 is public at all; within it, what carries an IPv4 address is refused whatever that address is.
 */
final class ReservedNetworks {

    private static final Network[] RESERVED = Stream.of(
                    "0.0.0.0/8", // this network
                    "10.0.0.0/8",
                    "100.64.0.0/10", // shared by customers of a carrier (CGNAT)
                    "127.0.0.0/8",
                    "168.63.129.16/32", // Azure's platform, of all public addresses
                    "169.254.0.0/16", // link-local, with everybody's metadata
                    "172.16.0.0/12",
                    "192.0.0.0/24", // protocol assignments, with Oracle's metadata
                    "192.0.2.0/24", // documentation
                    "192.88.99.0/24", // 6to4 relays
                    "192.168.0.0/16",
                    "198.18.0.0/15", // benchmarks
                    "198.51.100.0/24", // documentation
                    "203.0.113.0/24", // documentation
                    "224.0.0.0/4", // multicast
                    "240.0.0.0/4", // never assigned, and broadcast
                    "0:0:0:0:0:0:0:0/3", // loopback, mapped, compatible, translated (NAT64), discarded
                    "2001:0:0:0:0:0:0:0/23", // protocol assignments, with Teredo
                    "2001:db8:0:0:0:0:0:0/32", // documentation
                    "2002:0:0:0:0:0:0:0/16", // 6to4
                    "3fff:0:0:0:0:0:0:0/20", // documentation
                    "4000:0:0:0:0:0:0:0/2", // not assigned
                    "8000:0:0:0:0:0:0:0/1") // not assigned, unique local, link-local, site-local, multicast
            .map(Network::parse)
            .toArray(Network[]::new);

    private ReservedNetworks() {}

    static boolean contain(InetAddress address) {
        byte[] bytes = address.getAddress();
        return Arrays.stream(RESERVED).anyMatch(network -> network.contains(bytes));
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Network(byte[] start, int bits) {

        private static Network parse(String text) {
            String[] parts = text.split("/", 2);
            return new Network(InetAddress.ofLiteral(parts[0]).getAddress(), Integer.parseInt(parts[1]));
        }

        private boolean contains(byte[] address) {
            return address.length == start.length && commonBits(address) >= bits;
        }

        private int commonBits(byte[] address) {
            int at = Arrays.mismatch(start, address);
            return at < 0
                    ? start.length * 8
                    : at * 8 + Integer.numberOfLeadingZeros((start[at] ^ address[at]) & 0xFF) - 24;
        }
    }
}
