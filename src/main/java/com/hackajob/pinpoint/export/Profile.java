package com.hackajob.pinpoint.export;

import java.util.List;
import java.util.Optional;

/** The candidate's hackajob profile, in the order in which a reader wants it. Any script, any length. */
public record Profile(
        Optional<String> headline,
        Optional<String> summary,
        List<String> skills,
        List<Position> experience,
        List<Study> education,
        List<Link> links,
        Optional<String> salary,
        Optional<String> notice) {

    public Profile {
        skills = List.copyOf(skills);
        experience = List.copyOf(experience);
        education = List.copyOf(education);
        links = List.copyOf(links);
    }

    @Override
    public String toString() {
        return "Profile[hidden]";
    }

    /** A job the candidate held. Dates are as hackajob writes them, such as {@code 2021-04}; no end means until today. */
    public record Position(
            String title,
            String company,
            Optional<String> location,
            Optional<String> from,
            Optional<String> to,
            Optional<String> description) {
        @Override
        public String toString() {
            return "Position[hidden]";
        }
    }

    /** A course of study. */
    public record Study(
            String qualification,
            String institution,
            Optional<String> from,
            Optional<String> to,
            Optional<String> description) {
        @Override
        public String toString() {
            return "Study[hidden]";
        }
    }

    /** Somewhere to read more about the candidate. */
    public record Link(String label, String url) {
        @Override
        public String toString() {
            return "Link[hidden]";
        }
    }
}
