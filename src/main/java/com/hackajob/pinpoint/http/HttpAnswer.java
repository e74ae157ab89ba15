package com.hackajob.pinpoint.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** What was answered. */
public final class HttpAnswer {

    private static final byte[] NOTHING = {};

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final int status;
    private final Optional<String> retryAfter;
    private final byte[] content;

    /**
     * @param retryAfter the header {@code Retry-After} as it came
     * @param content empty where there is none
     */
    public HttpAnswer(int status, Optional<String> retryAfter, byte[] content) {
        this.status = status;
        this.retryAfter = retryAfter;
        this.content = content;
    }

    public int status() {
        return status;
    }

    /** How long we are asked to leave whoever answered in peace, up to an hour: in seconds, or until a date. */
    public Optional<Duration> retryAfter(Instant now) {
        return retryAfter.flatMap(value -> wait(value.strip(), now)).map(HttpAnswer::atMostAnHour);
    }

    private static Optional<Duration> wait(String value, Instant now) {
        return value.matches("[0-9]{1,9}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(value)))
                : Optional.ofNullable(DateUtils.parseStandardDate(value))
                        .map(date -> Duration.between(now, date))
                        .filter(Duration::isPositive);
    }

    private static Duration atMostAnHour(Duration asked) {
        return asked.compareTo(LONGEST_WAIT) < 0 ? asked : LONGEST_WAIT;
    }

    /** Empty where there is none. */
    public byte[] content() {
        return content;
    }

    static HttpAnswer of(ClassicHttpResponse answer, int limit) throws IOException {
        Optional<String> retryAfter =
                Optional.ofNullable(answer.getFirstHeader("Retry-After")).map(Header::getValue);
        return new HttpAnswer(answer.getCode(), retryAfter, content(answer, limit));
    }

    /** Whoever refuses a request before all of it was sent may hang up at once: the status has been heard, and says enough. */
    private static byte[] content(ClassicHttpResponse answer, int limit) throws IOException {
        try {
            return content(answer.getEntity(), limit);
        } catch (IOException hungUp) {
            if (answer.getCode() < 300) {
                throw hungUp;
            }
            return NOTHING;
        }
    }

    private static byte[] content(@Nullable HttpEntity entity, int limit) throws IOException {
        if (entity == null) {
            return NOTHING;
        }
        // Not closed: that would read what comes after the limit.
        InputStream in = entity.getContent();
        byte[] content = in.readNBytes(limit);
        if (in.read() >= 0) {
            throw new IOException("an answer of more than " + limit + " bytes");
        }
        return content;
    }

    /** Without the content, which may be anybody's. */
    @Override
    public String toString() {
        return "HttpAnswer[" + status + ", " + content.length + " bytes]";
    }
}
