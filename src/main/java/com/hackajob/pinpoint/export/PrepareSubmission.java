package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.Content;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.export.CvTypes.CvType;
import com.hackajob.pinpoint.export.PrepareSubmission.Preparation.Ready;
import com.hackajob.pinpoint.export.PrepareSubmission.Preparation.Unfit;
import com.hackajob.pinpoint.export.RemoteFiles.Fetch;
import com.hackajob.pinpoint.mapping.PinpointJob.Demand;
import java.util.Locale;
import java.util.Optional;

/** Gathers what an application consists of, and finds out what is missing before anything is created. */
public final class PrepareSubmission {

    private final Candidates candidates;
    private final RemoteFiles files;
    private final CvTypes types;
    private final ProfileDocuments profiles;

    public PrepareSubmission(Candidates candidates, RemoteFiles files, CvTypes types, ProfileDocuments profiles) {
        this.candidates = candidates;
        this.files = files;
        this.types = types;
        this.profiles = profiles;
    }

    Preparation prepare(Order order) {
        Optional<Candidate> candidate = candidates.find(order.key());
        if (candidate.isEmpty()) {
            return new Unfit(ErrorCode.CANDIDATE_NOT_FOUND, Optional.empty());
        }
        if (order.placed().isEmpty() && !candidate.get().person().isReachable()) {
            return new Unfit(ErrorCode.FIELD_REQUIRED, Optional.of("email"));
        }
        return missing(order, candidate.get())
                .<Preparation>map(unfit -> unfit)
                .orElseGet(() -> withCv(order, candidate.get()));
    }

    private static Optional<Unfit> missing(Order order, Candidate candidate) {
        return order.mapping().pinpointJob().demands().stream()
                .filter(_ -> order.placed().isEmpty())
                .filter(Demand::isEnforced)
                .sorted()
                .filter(demand -> !has(candidate, demand))
                .findFirst()
                .map(PrepareSubmission::unfit);
    }

    private static boolean has(Candidate candidate, Demand demand) {
        return switch (demand) {
            case PHONE -> candidate.person().phone().isPresent();
            case ADDRESS -> candidate.person().address().isPresent();
            case CV -> candidate.cv().isPresent();
            case SUMMARY -> candidate.profile().summary().isPresent();
            case LINKEDIN_PROFILE -> candidate.person().linkedIn().isPresent();
            case COVER_LETTER, DATE_OF_BIRTH, MIDDLE_NAME, DIVERSITY_MONITORING -> false;
        };
    }

    private static Unfit unfit(Demand demand) {
        return demand == Demand.CV
                ? new Unfit(ErrorCode.CV_MISSING, Optional.empty())
                : new Unfit(ErrorCode.FIELD_REQUIRED, Optional.of(demand.name().toLowerCase(Locale.ROOT)));
    }

    private Preparation withCv(Order order, Candidate candidate) {
        if (candidate.cv().isEmpty()) {
            return ready(order, candidate, Optional.empty());
        }
        CvReference cv = candidate.cv().get();
        return switch (fetch(order, cv)) {
            case Fetch.Fetched<Content>(var content) -> withCv(order, candidate, cv.fileName(), content);
            case Fetch.TooLarge<Content>() -> new Unfit(ErrorCode.CV_TOO_LARGE, Optional.empty());
            case Fetch.Refused<Content>(), Fetch.Unreachable<Content>() ->
                new Unfit(ErrorCode.CV_UNREACHABLE, Optional.empty());
        };
    }

    // A signed address may have expired between our asking and our fetching: ask for a fresh one, once.
    private Fetch<Content> fetch(Order order, CvReference cv) {
        return switch (files.fromHackajob(cv.url())) {
            case Fetch.Refused<Content> refused ->
                candidates
                        .find(order.key())
                        .flatMap(Candidate::cv)
                        .map(CvReference::url)
                        .filter(fresh -> !fresh.equals(cv.url()))
                        .map(files::fromHackajob)
                        .orElse(refused);
            case Fetch.Fetched<Content> fetched -> fetched;
            case Fetch.TooLarge<Content> tooLarge -> tooLarge;
            case Fetch.Unreachable<Content> unreachable -> unreachable;
        };
    }

    /** What is not handed on is closed. */
    private Preparation withCv(Order order, Candidate candidate, String fileName, Content content) {
        try {
            return switch (types.typeOf(content)) {
                case CvType.Known(var type) ->
                    ready(order, candidate, Optional.of(new Document(fileName, type, content)));
                case CvType.Unknown() -> unfit(content, ErrorCode.CV_TYPE);
                case CvType.Unsafe() -> unfit(content, ErrorCode.CV_UNSAFE);
            };
        } catch (RuntimeException bug) {
            content.close();
            throw bug;
        }
    }

    private static Unfit unfit(Content content, ErrorCode code) {
        content.close();
        return new Unfit(code, Optional.empty());
    }

    private Preparation ready(Order order, Candidate candidate, Optional<Document> cv) {
        return new Ready(new Submission(
                order.key().reference(),
                order.connection(),
                order.mapping(),
                candidate,
                cv,
                profiles.render(candidate)));
    }

    sealed interface Preparation {
        /** @param submission to be closed by whoever gets it */
        record Ready(Submission submission) implements Preparation {}

        /** @param words which field it is */
        record Unfit(ErrorCode code, Optional<String> words) implements Preparation {}
    }
}
