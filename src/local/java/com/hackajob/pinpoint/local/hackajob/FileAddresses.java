package com.hackajob.pinpoint.local.hackajob;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signed addresses of files, good for a while. */
final class FileAddresses {

    private final byte[] key = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
    private final Clock clock;
    private volatile Duration life = Duration.ofMinutes(15);

    FileAddresses(Clock clock) {
        this.clock = clock;
    }

    void setLife(Duration life) {
        this.life = life;
    }

    String sign(URI base, String... segments) {
        var path = new StringBuilder("/files");
        for (var segment : segments) {
            path.append('/')
                    .append(URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"));
        }
        var expires = clock.instant().plus(life).getEpochSecond();
        return base + path.toString() + "?expires=" + expires + "&signature=" + signature(path.toString(), expires);
    }

    boolean isGood(URI request) {
        var parts = String.valueOf(request.getRawQuery()).split("expires=|&signature=");
        if (parts.length != 3 || !parts[1].matches("\\d{1,12}")) {
            return false;
        }
        var expires = Long.parseLong(parts[1]);
        var expected = signature(request.getRawPath(), expires).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, parts[2].getBytes(StandardCharsets.UTF_8))
                && clock.instant().isBefore(Instant.ofEpochSecond(expires));
    }

    private String signature(String path, long expires) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((path + expires).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }
}
