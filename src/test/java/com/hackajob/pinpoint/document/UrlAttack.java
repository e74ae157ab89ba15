package com.hackajob.pinpoint.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An address that must not be called.
 *
 * @param name what is wrong with it
 */
record UrlAttack(String name, String url) {

    /** One address in all the ways that somebody has got it past a filter. */
    private static final Map<String, String> LOOPBACK_FORMS = Map.ofEntries(
            Map.entry("dotted", "127.0.0.1"),
            Map.entry("decimal", "2130706433"),
            Map.entry("hexadecimal", "0x7f000001"),
            Map.entry("hexadecimal, upper case", "0X7F000001"),
            Map.entry("octal", "017700000001"),
            Map.entry("dotted octal", "0177.0.0.1"),
            Map.entry("dotted octal, all parts", "0177.0000.0000.0001"),
            Map.entry("dotted octal, many zeros", "0000000177.0.0.1"),
            Map.entry("dotted hexadecimal", "0x7f.0.0.1"),
            Map.entry("dotted hexadecimal, all parts", "0x7f.0x0.0x0.0x1"),
            Map.entry("mixed bases", "0x7f.0.0.01"),
            Map.entry("two parts", "127.1"),
            Map.entry("three parts", "127.0.1"),
            Map.entry("two parts, hexadecimal", "0x7f.1"),
            Map.entry("two parts, octal", "0177.1"),
            Map.entry("overflowing decimal", "6425673729"),
            Map.entry("overflowing part", "383.0.0.1"),
            Map.entry("another of the network", "127.255.255.254"),
            Map.entry("zero", "0"),
            Map.entry("all zeros", "0.0.0.0"),
            Map.entry("trailing dot", "127.0.0.1."),
            Map.entry("two trailing dots", "127.0.0.1.."),
            Map.entry("empty part", "127..0.1"),
            Map.entry("full-width digits", "１２７.０.０.１"),
            Map.entry("full-width dots", "127。0。0。1"),
            Map.entry("circled digits", "①②⑦.⓪.⓪.①"),
            Map.entry("Arabic digits", "١٢٧.٠.٠.١"),
            Map.entry("per cent", "%31%32%37.0.0.1"),
            Map.entry("per cent dots", "127%2e0%2e0%2e1"),
            Map.entry("space before", " 127.0.0.1"),
            Map.entry("tab inside", "127.0.0\t.1"),
            Map.entry("IPv6", "[::1]"),
            Map.entry("IPv6 in full", "[0:0:0:0:0:0:0:1]"),
            Map.entry("IPv6 with zeros", "[0000::0001]"),
            Map.entry("IPv6 unspecified", "[::]"),
            Map.entry("IPv6 mapped", "[::ffff:127.0.0.1]"),
            Map.entry("IPv6 mapped, hexadecimal", "[::ffff:7f00:1]"),
            Map.entry("IPv6 mapped, in full", "[0:0:0:0:0:ffff:7f00:0001]"),
            Map.entry("IPv6 compatible", "[::127.0.0.1]"),
            Map.entry("IPv6 translated", "[::ffff:0:127.0.0.1]"),
            Map.entry("NAT64", "[64:ff9b::7f00:1]"),
            Map.entry("NAT64, dotted", "[64:ff9b::127.0.0.1]"),
            Map.entry("NAT64, local", "[64:ff9b:1::7f00:1]"),
            Map.entry("6to4", "[2002:7f00:1::]"),
            Map.entry("Teredo", "[2001:0:7f00:1::]"),
            Map.entry("IPv6 with zone", "[::1%25lo]"),
            Map.entry("IPv6 with numeric zone", "[fe80::1%251]"),
            Map.entry("IPv6 with bare zone", "[::1%lo]"),
            Map.entry("IPv6 without brackets", "::1"),
            Map.entry("IPv6 future version", "[v1.7f000001]"));

    private static final List<String> PRIVATE_LITERALS = List.of(
            "10.0.0.1",
            "10.255.255.255",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.0.1",
            "192.168.255.255",
            "100.64.0.1",
            "100.127.255.255",
            "100.100.100.200",
            "169.254.169.254",
            "169.254.170.2",
            "169.254.169.253",
            "2852039166",
            "0xA9FEA9FE",
            "025177524776",
            "0251.0376.0251.0376",
            "168.63.129.16",
            "192.0.0.192",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "[fd00:ec2::254]",
            "[fe80::a9fe:a9fe]",
            "[fc00::1]",
            "[ff02::1]",
            "[::ffff:169.254.169.254]",
            "[::ffff:a9fe:a9fe]",
            "[64:ff9b::a9fe:a9fe]",
            "[2002:a9fe:a9fe::]");

    private static final List<String> NAMES = List.of(
            "localhost",
            "localhost.localdomain",
            "LOCALHOST",
            "localhost.",
            "ip6-localhost",
            "metadata.google.internal",
            "metadata",
            "instance-data",
            "kubernetes.default.svc",
            "127.0.0.1.nip.io",
            "169.254.169.254.nip.io",
            "a9fea9fe.rbndr.example",
            "localtest.example",
            "evil.example");

    /** Other hosts that look like one of the list. */
    private static final Map<String, String> LOOKALIKES = Map.ofEntries(
            Map.entry("allowed name as prefix", "files.hackajob.test.evil.example"),
            Map.entry("allowed name as suffix without a dot", "evilfiles.hackajob.test"),
            Map.entry("allowed name as suffix with a hyphen", "evil-files.hackajob.test"),
            Map.entry("sub-domain of a name that has none", "evil.files.hackajob.test"),
            Map.entry("parent of the allowed name", "hackajob.test"),
            Map.entry("sibling of the allowed name", "api.hackajob.test"),
            Map.entry("trailing dot", "files.hackajob.test."),
            Map.entry("two trailing dots", "files.hackajob.test.."),
            Map.entry("leading dot", ".files.hackajob.test"),
            Map.entry("wildcard's own name", "store.test"),
            Map.entry("wildcard without its dot", "evilstore.test"),
            Map.entry("wildcard as prefix", "a.store.test.evil.example"),
            Map.entry("wildcard with trailing dot", "a.store.test."),
            Map.entry("wildcard with an empty label", ".store.test"),
            Map.entry("wildcard taken literally", "*.store.test"),
            Map.entry("the word that stands for the wildcard", "wildcard.hackajob.test"),
            Map.entry("Cyrillic letter", "filеs.hackajob.test"),
            Map.entry("full-width letters", "ｆｉｌｅｓ.hackajob.test"),
            Map.entry("ideographic full stop", "files。hackajob。test"),
            Map.entry("dotless i", "fıles.hackajob.test"),
            Map.entry("Kelvin sign", "hac\u212Aajob.test"),
            Map.entry("soft hyphen", "files.hack\u00ADajob.test"),
            Map.entry("zero-width space", "files.hack\u200Bajob.test"),
            Map.entry("punycode", "xn--fils-hackajob-e4b.test"),
            Map.entry("underscore", "files_hackajob.test"),
            Map.entry("per cent letter", "%66iles.hackajob.test"),
            Map.entry("per cent slash", "evil.example%2ffiles.hackajob.test"),
            Map.entry("per cent NUL", "evil.example%00.store.test"),
            Map.entry("per cent hash", "evil.example%23.store.test"),
            Map.entry("NUL", "evil.example\0.store.test"),
            Map.entry("space", "evil.example .store.test"),
            Map.entry("tab", "evil.example\t.store.test"),
            Map.entry("line feed", "evil.example\n.store.test"),
            Map.entry("CR LF and a header", "files.hackajob.test\r\nX-Api-Key: 1"),
            Map.entry("backslash", "evil.example\\.store.test"),
            Map.entry("comma", "evil.example,files.hackajob.test"),
            Map.entry("semicolon", "evil.example;.store.test"),
            Map.entry("quote", "evil.example\".store.test"),
            Map.entry("braces", "{evil.example}.store.test"),
            Map.entry("label too long", "a".repeat(64) + "_.store.test"));

    /** Complete addresses. */
    private static final Map<String, String> WHOLE = Map.ofEntries(
            Map.entry("user info before another host", "http://files.hackajob.test:8080@evil.example:8080/file"),
            Map.entry("user info and password", "http://files.hackajob.test:pw@evil.example:8080/file"),
            Map.entry("user info before the right host", "http://user@files.hackajob.test:8080/file"),
            Map.entry("empty user info", "http://@files.hackajob.test:8080/file"),
            Map.entry("password before the right host", "http://user:pw@files.hackajob.test:8080/file"),
            Map.entry("two at signs", "http://a@b@files.hackajob.test:8080/file"),
            Map.entry("per cent at sign", "http://evil.example%40files.hackajob.test:8080/file"),
            Map.entry("backslash and at sign", "http://evil.example\\@files.hackajob.test:8080/file"),
            Map.entry("hash and at sign", "http://evil.example#@files.hackajob.test:8080/file"),
            Map.entry("question mark and at sign", "http://evil.example?@files.hackajob.test:8080/file"),
            Map.entry("slash and at sign", "http://evil.example/@files.hackajob.test:8080/file"),
            Map.entry("user info with a slash", "http://evil.example:80/@files.hackajob.test:8080/file"),
            Map.entry("port of nothing allowed", "http://files.hackajob.test:22/file"),
            Map.entry("port of the cleartext default", "http://files.hackajob.test:80/file"),
            Map.entry("no port", "http://files.hackajob.test/file"),
            Map.entry("empty port", "http://files.hackajob.test:/file"),
            Map.entry("port 0", "http://files.hackajob.test:0/file"),
            Map.entry("port beyond 65535", "http://files.hackajob.test:65536/file"),
            Map.entry("port that wraps round to the right one", "http://files.hackajob.test:73616/file"),
            Map.entry("negative port", "http://files.hackajob.test:-8080/file"),
            Map.entry("port with a sign", "http://files.hackajob.test:+8080/file"),
            Map.entry("hexadecimal port", "http://files.hackajob.test:0x1f90/file"),
            Map.entry("full-width port", "http://files.hackajob.test:８０８０/file"),
            Map.entry("two ports", "http://files.hackajob.test:80:8080/file"),
            Map.entry("port too large for a number", "http://files.hackajob.test:99999999999/file"),
            Map.entry("TLS to the cleartext port", "https://files.hackajob.test:8080/file"),
            Map.entry("TLS to another port", "https://files.hackajob.test:8443/file"),
            Map.entry("cleartext to the TLS port", "http://files.hackajob.test:443/file"),
            Map.entry("file", "file:///etc/passwd"),
            Map.entry("file with a host", "file://files.hackajob.test:8080/etc/passwd"),
            Map.entry("ftp", "ftp://files.hackajob.test:8080/file"),
            Map.entry("gopher", "gopher://files.hackajob.test:8080/_GET"),
            Map.entry("dict", "dict://files.hackajob.test:8080/d"),
            Map.entry("ldap", "ldap://files.hackajob.test:8080/x"),
            Map.entry("jar", "jar:http://files.hackajob.test:8080/a.jar!/b"),
            Map.entry("netdoc", "netdoc:///etc/passwd"),
            Map.entry("data", "data:application/pdf;base64,JVBERi0xLjc="),
            Map.entry("javascript", "javascript:alert(1)"),
            Map.entry("mail", "mailto:files@hackajob.test"),
            Map.entry("web socket", "ws://files.hackajob.test:8080/file"),
            Map.entry("scheme with a digit", "http2://files.hackajob.test:8080/file"),
            Map.entry("scheme with a suffix", "http+unix://files.hackajob.test:8080/file"),
            Map.entry("no scheme", "files.hackajob.test:8080/file"),
            Map.entry("no scheme, two slashes", "//evil.example:8080/file"),
            Map.entry("no slashes", "http:files.hackajob.test:8080/file"),
            Map.entry("one slash", "http:/files.hackajob.test:8080/file"),
            Map.entry("three slashes", "http:///files.hackajob.test:8080/file"),
            Map.entry("four slashes", "http:////files.hackajob.test:8080/file"),
            Map.entry("backslashes", "http:\\\\files.hackajob.test:8080\\file"),
            Map.entry("no host", "http://:8080/file"),
            Map.entry("nothing but a scheme", "http:"),
            Map.entry("nothing", ""),
            Map.entry("blank", " "),
            Map.entry("blank before", " http://files.hackajob.test:8080/file"),
            Map.entry("line feed before", "\nhttp://files.hackajob.test:8080/file"),
            Map.entry("line feed within the scheme", "ht\ntp://files.hackajob.test:8080/file"),
            Map.entry("CR LF in the path", "http://files.hackajob.test:8080/file\r\nX-Api-Key: 1"),
            Map.entry("CR LF in the query", "http://files.hackajob.test:8080/file?a\r\n\r\nGET /other"),
            Map.entry("NUL in the path", "http://files.hackajob.test:8080/fi\0le"),
            Map.entry("space in the path", "http://files.hackajob.test:8080/fi le HTTP/1.1"));

    static List<UrlAttack> all() {
        List<UrlAttack> all = new ArrayList<>();
        LOOPBACK_FORMS.forEach((name, host) -> all.add(at("loopback, " + name, host)));
        PRIVATE_LITERALS.forEach(host -> all.add(at("literal " + host, host)));
        NAMES.forEach(host -> all.add(at("name " + host, host)));
        LOOKALIKES.forEach((name, host) -> all.add(at("lookalike, " + name, host)));
        WHOLE.forEach((name, url) -> all.add(new UrlAttack(name, url)));
        return all.stream().sorted(Comparator.comparing(UrlAttack::name)).toList();
    }

    private static UrlAttack at(String name, String host) {
        return new UrlAttack(name, "http://" + host + ":8080/file");
    }

    /** Those that can be put into a header without ending it. */
    static Stream<UrlAttack> locations() {
        return all().stream()
                .filter(attack -> !attack.url().isBlank())
                .filter(attack -> attack.url().chars().noneMatch(character -> character < ' '))
                .filter(attack -> !attack.leadsBack());
    }

    /** As a header, or seen from an allowed address, it is an allowed one, and nothing to be afraid of. */
    private boolean leadsBack() {
        return List.of("blank before", "no scheme", "one slash", "three slashes", "four slashes", "no slashes")
                .contains(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
