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
                    Optional.ofNullable(phone).flatMap(PhoneJson::read),
                    Optional.ofNullable(address).flatMap(AddressJson::read),
                    text(linkedIn));
        }

        @Override
        public String toString() {
            return "PersonJson[hidden]";
        }
    }

    @RegisterForReflection
    record PhoneJson(@Nullable String number, @Nullable String country) {
        /** Half a number is none. */
        Optional<Person.Phone> read() {
            return text(number).flatMap(n -> text(country).map(c -> new Person.Phone(n, c)));
        }

        @Override
        public String toString() {
            return "PhoneJson[hidden]";
        }
    }

    @RegisterForReflection
    record AddressJson(
            @Nullable String line1,
            @Nullable String town,
            @Nullable String postcode,
            @Nullable String country) {
        /** Half an address is none. */
        Optional<Person.Address> read() {
            return text(line1).flatMap(l -> text(town)
                    .flatMap(t -> text(postcode).flatMap(p -> text(country).map(c -> new Person.Address(l, t, p, c)))));
        }

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
                    all(links, link -> new Profile.Link(requireNonNull(link.label), requireNonNull(link.url))),
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
            return new Profile.Position(
                    requireNonNull(title),
                    requireNonNull(company),
                    text(location),
                    text(from),
                    text(to),
                    text(description));
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
            return new Profile.Study(
                    requireNonNull(qualification),
                    requireNonNull(institution),
                    text(from),
                    text(to),
                    text(description));
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
