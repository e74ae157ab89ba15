package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.export.PinpointApplications.Attachment;
import com.hackajob.pinpoint.export.PinpointApplications.Stored;
import com.hackajob.pinpoint.export.Receipt.ReadBack;
import com.hackajob.pinpoint.export.RemoteFiles.Fetch;
import com.hackajob.pinpoint.export.RemoteFiles.Fingerprint;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares the files that Pinpoint holds with those that were sent. */
public final class ReadFilesBack {

    /** How many files of one name are fetched. Pinpoint is known to keep two, one of them rendered as PDF. */
    private static final int SAME_NAME = 4;

    /** After so long no further file is fetched: the proof must not cost the export. */
    private static final Duration READING = Duration.ofSeconds(30);

    private final PinpointApplications applications;
    private final RemoteFiles files;
    private final InstantSource clock;

    public ReadFilesBack(PinpointApplications applications, RemoteFiles files, InstantSource clock) {
        this.applications = applications;
        this.files = files;
        this.clock = clock;
    }

    // A signed address may have expired between our reading it and our fetching: ask for fresh ones, once.
    List<Receipt.File> of(Submission submission, Stored stored) {
        Instant until = clock.instant().plus(READING);
        List<Look> looks =
                sent(submission).map(file -> look(file, stored, until)).toList();
        if (looks.stream().noneMatch(Look::isRefused) || !clock.instant().isBefore(until)) {
            return files(looks);
        }
        return fresh(submission, stored)
                .map(again ->
                        looks.stream().map(look -> again(look, again, until)).toList())
                .map(ReadFilesBack::files)
                .orElseGet(() -> files(looks));
    }

    /** Empty where Pinpoint gives no others: what was proved so far is proved. */
    private Optional<Stored> fresh(Submission submission, Stored stored) {
        try {
            return applications
                    .read(submission.connection(), stored.id())
                    .given()
                    .filter(again -> !again.attachments().equals(stored.attachments()));
        } catch (Outage noAnswer) {
            return Optional.empty();
        }
    }

    private Look again(Look look, Stored again, Instant until) {
        return look.isRefused() ? look.best(look(look.sent(), again, until)) : look;
    }

    private static List<Receipt.File> files(List<Look> looks) {
        return looks.stream().map(Look::file).toList();
    }

    private static Stream<Sent> sent(Submission submission) {
        return Stream.concat(
                submission.cv().map(document -> new Sent(Receipt.Kind.CV, document)).stream(),
                Stream.of(new Sent(Receipt.Kind.PROFILE, submission.profile().document())));
    }

    // Pinpoint may keep a rendition under the same name: the first that is equal will do, and no more are fetched.
    private Look look(Sent sent, Stored stored, Instant until) {
        Look best = new Look(sent, ReadBack.MISSING, false);
        for (Attachment attachment :
                named(stored, sent.document()).limit(SAME_NAME).toList()) {
            if (best.readBack() != ReadBack.EQUAL) {
                best = best.best(look(sent, attachment, until));
            }
        }
        return best;
    }

    private Look look(Sent sent, Attachment attachment, Instant until) {
        return attachment
                .address()
                .filter(_ -> clock.instant().isBefore(until))
                .map(files::fromPinpoint)
                .map(fetch -> look(sent, fetch))
                .orElseGet(() -> new Look(sent, ReadBack.UNREAD, false));
    }

    private static Look look(Sent sent, Fetch<Fingerprint> fetch) {
        return switch (fetch) {
            case Fetch.Fetched<Fingerprint>(var theirs) ->
                new Look(sent, theirs.equals(sent.fingerprint()) ? ReadBack.EQUAL : ReadBack.DIFFERENT, false);
            case Fetch.TooLarge<Fingerprint>() -> new Look(sent, ReadBack.DIFFERENT, false);
            case Fetch.Refused<Fingerprint>() -> new Look(sent, ReadBack.UNREAD, true);
            case Fetch.Unreachable<Fingerprint>() -> new Look(sent, ReadBack.UNREAD, false);
        };
    }

    private static Stream<Attachment> named(Stored stored, Document document) {
        return stored.attachments().stream()
                .filter(attachment -> attachment.fileName().equals(document.fileName()));
    }

    private record Sent(Receipt.Kind kind, Document document) {
        Fingerprint fingerprint() {
            return Fingerprint.of(document.content());
        }
    }

    /**
     * What was seen of a file that was sent.
     *
     * @param isRefused whether Pinpoint's store no longer hands out what may be it
     */
    private record Look(Sent sent, ReadBack readBack, boolean isRefused) {

        Look best(Look other) {
            ReadBack best = readBack.compareTo(other.readBack) <= 0 ? readBack : other.readBack;
            return new Look(sent, best, best != ReadBack.EQUAL && (isRefused || other.isRefused));
        }

        Receipt.File file() {
            var fingerprint = sent.fingerprint();
            return new Receipt.File(sent.kind(), fingerprint.size(), fingerprint.sha256(), readBack);
        }
    }
}
