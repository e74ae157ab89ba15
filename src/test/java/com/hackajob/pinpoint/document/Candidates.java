package com.hackajob.pinpoint.document;

import com.hackajob.pinpoint.CandidateId;
import com.hackajob.pinpoint.export.Candidate;
import com.hackajob.pinpoint.export.Person;
import com.hackajob.pinpoint.export.Profile;
import com.hackajob.pinpoint.export.Profile.Link;
import com.hackajob.pinpoint.export.Profile.Position;
import com.hackajob.pinpoint.export.Profile.Study;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Candidates for the tests of this package. */
final class Candidates {

    static final Instant ACCEPTED = Instant.parse("2026-03-03T23:30:00Z");
    static final Profile NOTHING = new Profile(
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty());

    private Candidates() {}

    static Candidate aCandidate() {
        return aCandidateWith(ada(), short_());
    }

    static Candidate aLongCandidate() {
        Profile profile = short_();
        return aCandidateWith(
                ada(),
                new Profile(
                        profile.headline(),
                        profile.summary(),
                        profile.skills(),
                        Collections.nCopies(9, profile.experience()).stream()
                                .flatMap(List::stream)
                                .toList(),
                        profile.education(),
                        profile.links(),
                        profile.salary(),
                        profile.notice()));
    }

    static Candidate aCandidateSaying(String summary) {
        return aCandidateWith(ada(), profileSaying(summary));
    }

    static Candidate aCandidateWith(Person person, Profile profile) {
        return new Candidate(new CandidateId("candidate-1"), person, profile, Optional.empty(), ACCEPTED);
    }

    static Person ada() {
        return person("Ada", "Lovelace");
    }

    static Person person(String first, String last) {
        return new Person(
                first,
                last,
                "ada@example.com",
                Optional.of(new Person.Phone("+447700900123", "GB")),
                Optional.empty(),
                Optional.of("https://www.linkedin.com/in/ada-lovelace"));
    }

    static Profile profileSaying(String summary) {
        return new Profile(
                Optional.empty(),
                Optional.of(summary),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    static Profile profileLinking(String url) {
        return new Profile(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Link("Link", url)),
                Optional.empty(),
                Optional.empty());
    }

    private static Profile short_() {
        return new Profile(
                Optional.of("Senior backend engineer · distributed systems"),
                Optional.of("I build payment platforms that stay up. Ten years of Java and Kotlin, five of them leading"
                        + " small teams, most recently on a ledger that settles two million transactions a day."
                        + "\n\nI care about plain code, honest tests and quiet pagers."),
                List.of(
                        "Java",
                        "Kotlin",
                        "AWS",
                        "Event sourcing",
                        "PostgreSQL",
                        "Quarkus",
                        "Terraform",
                        "Team lead",
                        "Incident response",
                        "Domain-driven design"),
                List.of(
                        new Position(
                                "Lead engineer",
                                "Analytical Engines Ltd",
                                Optional.of("London"),
                                Optional.of("2021-04"),
                                Optional.empty(),
                                Optional.of("Led a team of six that moved settlement from a nightly batch to events.\n"
                                        + "- Cut the median settlement time from 14 hours to 40 seconds.\n"
                                        + "- Introduced contract tests between nine services; integration incidents fell"
                                        + " by four fifths within the year, and nobody has been woken by one since.")),
                        new Position(
                                "Software engineer",
                                "Difference & Sons",
                                Optional.of("Cambridge"),
                                Optional.of("2016-09"),
                                Optional.of("2021-03"),
                                Optional.of("Wrote the pricing engine and its simulator."))),
                List.of(new Study(
                        "MSc Computer Science",
                        "University of London",
                        Optional.of("2014"),
                        Optional.of("2016"),
                        Optional.of("Thesis on compilers for stack machines."))),
                List.of(
                        new Link("GitHub", "https://github.com/ada-lovelace"),
                        new Link("Talk", "https://example.com/talks/ledgers?year=2025&room=2")),
                Optional.of("£95,000 – £110,000"),
                Optional.of("One month"));
    }
}
