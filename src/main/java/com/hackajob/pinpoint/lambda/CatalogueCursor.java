package com.hackajob.pinpoint.lambda;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.hackajob.pinpoint.mapping.PinpointJobId;
import com.hackajob.pinpoint.mapping.PinpointJobs.Position;
import com.hackajob.pinpoint.mapping.PinpointJobs.Search;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a caller has read, as text that says nothing to them. It belongs to the search it came from: with another one,
 * its page number would mean other jobs. Nothing in it is secret or trusted, so it is not signed.
 */
final class CatalogueCursor {

    private static final int DIGEST = 12;
    private static final Pattern TEXT = Pattern.compile("[A-Za-z0-9_-]{1,100}");
    private static final Pattern CONTENT =
            Pattern.compile("([2-9]|[1-9][0-9]{1,4})[.]([0-9]{1,19})[.]([A-Za-z0-9_-]{16})");

    private CatalogueCursor() {}

    static String write(Position position, Search search) {
        String content = position.page() + "." + position.last().value() + "." + digest(search);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(content.getBytes(US_ASCII));
    }

    static Position read(String cursor, Search search) {
        return content(cursor)
                .filter(content -> content.group(3).equals(digest(search)))
                .map(content -> new Position(Integer.parseInt(content.group(1)), new PinpointJobId(content.group(2))))
                .orElseThrow(() -> new InvalidRequest("cursor"));
    }

    private static Optional<Matcher> content(String cursor) {
        try {
            return Optional.of(cursor)
                    .filter(text -> TEXT.matcher(text).matches())
                    .map(text ->
                            CONTENT.matcher(new String(Base64.getUrlDecoder().decode(text), US_ASCII)))
                    .filter(Matcher::matches);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static String digest(Search search) {
        var anyPage =
                new Search(search.text(), search.statuses(), search.department(), search.location(), Optional.empty());
        byte[] hash = sha256(anyPage.toString().getBytes(UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, DIGEST));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
