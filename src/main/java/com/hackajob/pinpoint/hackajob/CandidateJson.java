package com.hackajob.pinpoint.hackajob;

import static java.util.Objects.requireNonNull;

import com.hackajob.pinpoint.CandidateId;
import com.hackajob.pinpoint.export.Candidate;
import com.hackajob.pinpoint.export.CvReference;
import com.hackajob.pinpoint.export.Person;
import com.hackajob.pinpoint.export.Profile;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A candidate as the platform writes them; what they did not fill in is null. */
@RegisterForReflection
record CandidateJson(
        String id,
        Instant acceptedAt,
        PersonJson person,
        ProfileJson profile,
        @Nullable CvJson cv) {

    Candidate read() {
        return new Candidate(
                new CandidateId(id),
                person.read(),
                profile.read(),
                Optional.ofNullable(cv).map(CvJson::read),
                requireNonNull(acceptedAt));
    }

    @Override
    public String toString() {
        return "CandidateJson[hidden]";
    }

    @RegisterForReflection
    record PersonJson(
            String firstName,
            String lastName,
            String email,
            @Nullable PhoneJson phone,
            @Nullable AddressJson address,
            @Nullable String linkedIn) {
        Person read() {
            return new Person(
                    requireNonNull(firstName),
                    requireNonNull(lastName),
                    requireNonNull(email),
                    Optional.ofNullable(phone).map(p -> new Person.Phone(p.number, p.country)),
                    Optional.ofNullable(address).map(a -> new Person.Address(a.line1, a.town, a.postcode, a.country)),
                    text(linkedIn));
        }

        @Override
        public String toString() {
            return "PersonJson[hidden]";
        }
    }

    @RegisterForReflection
    record PhoneJson(String number, String country) {
        @Override
        public String toString() {
            return "PhoneJson[hidden]";
        }
    }

    @RegisterForReflection
    record AddressJson(String line1, String town, String postcode, String country) {
        @Override
        public String toString() {
            return "AddressJson[hidden]";
        }
    }

    @RegisterForReflection
    record ProfileJson(
            @Nullable String headline,
            @Nullable String summary,
            @Nullable List<String> skills,
            @Nullable List<PositionJson> experience,
            @Nullable List<StudyJson> education,
            @Nullable List<LinkJson> links,
            @Nullable String salary,
            @Nullable String notice) {
        Profile read() {
            return new Profile(
                    text(headline),
                    text(summary),
                    all(skills, skill -> skill),
                    all(experience, PositionJson::read),
                    all(education, StudyJson::read),
                    all(links, link -> new Profile.Link(link.label, link.url)),
                    text(salary),
                    text(notice));
        }

        @Override
        public String toString() {
            return "ProfileJson[hidden]";
        }
    }

    @RegisterForReflection
    record PositionJson(
            String title,
            String company,
            @Nullable String location,
            @Nullable String from,
            @Nullable String to,
            @Nullable String description) {
        Profile.Position read() {
            return new Profile.Position(title, company, text(location), text(from), text(to), text(description));
        }
    }

    @RegisterForReflection
    record StudyJson(
            String qualification,
            String institution,
            @Nullable String from,
            @Nullable String to,
            @Nullable String description) {
        Profile.Study read() {
            return new Profile.Study(qualification, institution, text(from), text(to), text(description));
        }
    }

    @RegisterForReflection
    record LinkJson(String label, String url) {}

    @RegisterForReflection
    record CvJson(URI url, String fileName, long size) {
        CvReference read() {
            return new CvReference(requireNonNull(url), requireNonNull(fileName), size);
        }

        @Override
        public String toString() {
            return "CvJson[hidden]";
        }
    }

    private static Optional<String> text(@Nullable String text) {
        return Optional.ofNullable(text).filter(present -> !present.isBlank());
    }

    private static <T, R> List<R> all(@Nullable List<T> list, Function<T, R> reader) {
        return list == null ? List.of() : list.stream().map(reader).toList();
    }
}
