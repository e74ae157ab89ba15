package com.hackajob.pinpoint.document;

import com.hackajob.pinpoint.document.Block.Span;
import com.hackajob.pinpoint.export.Profile;
import java.text.Bidi;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How each part of a profile is put into blocks. */
final class Sections {

    private Sections() {}

    static Stream<Block> skills(List<String> skills) {
        return Stream.of(new Block(Style.BODY, words(skills.stream())));
    }

    static Stream<Block> position(Profile.Position position) {
        String ongoing = position.from().isPresent() ? "today" : "";
        Optional<Span> period = period(position.from(), position.to().orElse(ongoing));
        List<Span> where = words(Stream.concat(Stream.of(position.company()), position.location().stream()));
        return entry(position.title(), period, where, position.description());
    }

    static Stream<Block> study(Profile.Study study) {
        Optional<Span> period = period(study.from(), study.to().orElse(""));
        return entry(study.qualification(), period, words(Stream.of(study.institution())), study.description());
    }

    private static Stream<Block> entry(
            String title, Optional<Span> period, List<Span> where, Optional<String> description) {
        Block head = new Block(Style.ENTRY, List.of(Span.bold(title)), period);
        return Stream.concat(Stream.of(head, new Block(Style.DETAIL, where)), bodies(description));
    }

    private static Optional<Span> period(Optional<String> from, String to) {
        String period = Stream.of(from.orElse(""), to)
                .map(CleanText::line)
                .filter(end -> !end.isEmpty())
                .collect(Collectors.joining(" – "));
        return period.isEmpty() ? Optional.empty() : Optional.of(Span.plain(period));
    }

    /** An address would read oddly in a right-to-left line: it gets a line of its own below such a label. */
    static Stream<Block> link(Profile.Link link) {
        Span name = Span.bold(link.label());
        Span address = Span.address(link.url());
        if (name.text().equals(address.text())) {
            return Stream.of(new Block(Style.BODY, address));
        }
        return Bidi.requiresBidi(name.text().toCharArray(), 0, name.text().length())
                ? Stream.of(new Block(Style.ENTRY, name), new Block(Style.BODY, address))
                : Stream.of(new Block(Style.BODY, List.of(name, address)));
    }

    static Stream<Block> terms(Profile profile) {
        return Stream.of(
                        profile.salary().map(salary -> term("Salary", salary)),
                        profile.notice().map(notice -> term("Notice", notice)))
                .flatMap(Optional::stream);
    }

    private static Block term(String name, String value) {
        return new Block(Style.BODY, List.of(Span.bold(name), Span.plain(value)));
    }

    static Stream<Block> bodies(Optional<String> text) {
        return text.map(CleanText::of).stream()
                .flatMap(String::lines)
                .map(line -> new Block(Style.BODY, Span.plain(line)));
    }

    private static List<Span> words(Stream<String> words) {
        return words.map(Span::plain).toList();
    }
}
