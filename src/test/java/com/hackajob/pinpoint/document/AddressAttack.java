package com.hackajob.pinpoint.document;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** An address that an allowed name must not lead to. */
record AddressAttack(String name, InetAddress address) {

    private static final List<String> ADDRESSES = List.of(
            "0.0.0.0",
            "0.255.255.255",
            "10.0.0.0",
            "10.255.255.255",
            "100.64.0.0",
            "100.100.100.200",
            "100.127.255.255",
            "127.0.0.1",
            "127.255.255.255",
            "168.63.129.16",
            "169.254.0.1",
            "169.254.169.254",
            "169.254.170.2",
            "172.16.0.0",
            "172.31.255.255",
            "192.0.0.0",
            "192.0.0.192",
            "192.0.2.1",
            "192.88.99.1",
            "192.168.0.0",
            "192.168.255.255",
            "198.18.0.0",
            "198.19.255.255",
            "198.51.100.1",
            "203.0.113.255",
            "224.0.0.0",
            "239.255.255.255",
            "240.0.0.0",
            "255.255.255.255",
            "::",
            "::1",
            "::2",
            "::127.0.0.1",
            "::ffff:0:127.0.0.1",
            "64:ff9b::7f00:1",
            "64:ff9b::808:808",
            "64:ff9b:1::a00:1",
            "100::1",
            "1fff::1",
            "2001::1",
            "2001:0:7f00:1::",
            "2001:10::1",
            "2001:1ff:ffff::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "2002:a00:1::1",
            "2002:808:808::1",
            "3fff::1",
            "3fff:fff::1",
            "4000::1",
            "5f00::1",
            "8000::1",
            "fc00::1",
            "fd00:ec2::254",
            "fdff:ffff::1",
            "fe80::1",
            "febf::1",
            "fec0::1",
            "ff02::1",
            "ff0e::1",
            "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");

    static List<AddressAttack> all() {
        return Stream.of(
                        ADDRESSES.stream().map(literal -> new AddressAttack(literal, FakeResolver.address(literal))),
                        Stream.of(
                                bytes("mapped loopback", "00000000000000000000FFFF7F000001"),
                                bytes("mapped private", "00000000000000000000FFFF0A000001"),
                                bytes("mapped metadata", "00000000000000000000FFFFA9FEA9FE"),
                                bytes("mapped CGNAT", "00000000000000000000FFFF64400001")))
                .flatMap(attacks -> attacks)
                .toList();
    }

    private static AddressAttack bytes(String name, String hexadecimal) {
        try {
            byte[] bytes = HexFormat.of().parseHex(hexadecimal);
            return new AddressAttack(name, InetAddress.getByAddress("files.hackajob.test", bytes));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
