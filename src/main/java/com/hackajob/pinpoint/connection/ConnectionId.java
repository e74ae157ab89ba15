package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.SecretToken;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Names a connection in its webhook's address. Stays the same when the company connects again. Its text is opaque to
 * others and carries the company, so that one read finds the row.
 *
 * @param nonce makes it impossible to guess from the company's id
 */
public record ConnectionId(CompanyId company, String nonce) {

    private static final int LONGEST = 300;

    static ConnectionId random(CompanyId company, RandomGenerator random) {
        return new ConnectionId(company, SecretToken.random(random).value());
    }

    public String text() {
        String both = company.value() + "/" + nonce;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads what stood in an address; empty when it can't be one of ours. */
    public static Optional<ConnectionId> parse(String text) {
        try {
            String[] both = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("/", -1);
            return text.length() <= LONGEST && both.length == 2
                    ? Optional.of(new ConnectionId(new CompanyId(both[0]), both[1]))
                    : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
