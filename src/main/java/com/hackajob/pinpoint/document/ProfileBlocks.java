package com.hackajob.pinpoint.document;

import com.hackajob.pinpoint.document.Block.Span;
import com.hackajob.pinpoint.export.Candidate;
import com.hackajob.pinpoint.export.Person;
import com.hackajob.pinpoint.export.Profile;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the document says, from the top to the end. What was not given leaves no trace, its heading included. */
final class ProfileBlocks {

    private ProfileBlocks() {}

    static List<Block> of(Candidate candidate) {
        return Stream.concat(person(candidate), profile(candidate.profile()))
                .filter(Predicate.not(Block::saysNothing))
                .toList();
    }

    private static Stream<Block> person(Candidate candidate) {
        Person person = candidate.person();
        Stream<Span> contact = Stream.of(
                        Optional.of(person.email()), person.phone().map(Person.Phone::number), person.linkedIn())
                .flatMap(Optional::stream)
                .map(Span::address);
        return Stream.of(
                new Block(Style.NAME, Span.bold(person.fullName())),
                new Block(
                        Style.HEADLINE,
                        Span.plain(candidate.profile().headline().orElse(""))),
                new Block(Style.CONTACT, contact.toList()));
    }

    private static Stream<Block> profile(Profile profile) {
        return Stream.of(
                        section("Summary", Sections.bodies(profile.summary())),
                        section("Skills", Sections.skills(profile.skills())),
                        section("Experience", profile.experience().stream().flatMap(Sections::position)),
                        section("Education", profile.education().stream().flatMap(Sections::study)),
                        section("Links", profile.links().stream().flatMap(Sections::link)),
                        section("Salary and notice", Sections.terms(profile)))
                .flatMap(List::stream);
    }

    private static List<Block> section(String title, Stream<Block> content) {
        List<Block> said = content.filter(Predicate.not(Block::saysNothing)).toList();
        Block heading = new Block(Style.HEADING, Span.bold(title));
        return said.isEmpty()
                ? List.of()
                : Stream.concat(Stream.of(heading), said.stream()).toList();
    }
}
