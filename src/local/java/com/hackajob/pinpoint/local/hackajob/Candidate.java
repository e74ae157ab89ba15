package com.hackajob.pinpoint.local.hackajob;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A candidate who accepted, as the platform tells it; dates are texts as they stand there. */
public record Candidate(
        String id,
        String acceptedAt,
        Person person,
        Profile profile,
        @Nullable Cv cv) {

    /** Who it is. */
    public record Person(
            String firstName,
            String lastName,
            String email,
            @Nullable Phone phone,
            @Nullable Address address,
            @Nullable String linkedIn) {}

    /** A telephone number and its country. */
    public record Phone(String number, String country) {}

    /** A postal address. */
    public record Address(String line1, String town, String postcode, String country) {}

    /** What the candidate says about work and education. */
    public record Profile(
            String headline,
            String summary,
            List<String> skills,
            List<Experience> experience,
            List<Education> education,
            List<Link> links,
            @Nullable String salary,
            @Nullable String notice) {

        public Profile {
            skills = List.copyOf(skills);
            experience = List.copyOf(experience);
            education = List.copyOf(education);
            links = List.copyOf(links);
        }
    }

    /** A job that the candidate had or has. */
    public record Experience(
            String title,
            String company,
            String location,
            String from,
            @Nullable String to,
            String description) {}

    /** A qualification. */
    public record Education(
            String qualification,
            String institution,
            String from,
            @Nullable String to,
            String description) {}

    /** A page about the candidate. */
    public record Link(String label, String url) {}

    /** The candidate's CV. */
    public record Cv(String fileName, String contentType, byte[] content) {}

    /** A candidate with a plausible profile, a telephone and an address, and no CV. */
    public static Candidate named(String id, String firstName, String lastName, String email) {
        return new Candidate(
                id,
                "2026-03-01T09:00:00Z",
                new Person(
                        firstName,
                        lastName,
                        email,
                        new Phone("+44 20 7946 0000", "GB"),
                        new Address("1 High Street", "London", "N1 9GU", "GB"),
                        "https://www.linkedin.com/in/" + firstName + "-" + lastName),
                SampleProfile.engineer(),
                null);
    }

    public Candidate with(Person changed) {
        return new Candidate(id, acceptedAt, changed, profile, cv);
    }

    public Candidate with(Profile changed) {
        return new Candidate(id, acceptedAt, person, changed, cv);
    }

    public Candidate with(Cv file) {
        return new Candidate(id, acceptedAt, person, profile, file);
    }

    public Candidate acceptedAt(String instant) {
        return new Candidate(id, instant, person, profile, cv);
    }
}
