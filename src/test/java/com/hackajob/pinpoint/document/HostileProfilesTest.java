package com.hackajob.pinpoint.document;

import static com.hackajob.pinpoint.document.Candidates.aCandidateSaying;
import static com.hackajob.pinpoint.document.Candidates.aCandidateWith;
import static com.hackajob.pinpoint.document.Candidates.ada;
import static com.hackajob.pinpoint.document.Candidates.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.export.Profile;
import com.hackajob.pinpoint.export.Profile.Link;
import com.hackajob.pinpoint.export.Profile.Position;
import com.hackajob.pinpoint.export.Profile.Study;
import com.hackajob.pinpoint.export.ProfileDocuments.ProfileDocument;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the profile holds, the document is written and can be read. */
class HostileProfilesTest {

    @Test
    void drops_characters_that_have_no_look_of_their_own() {
        String text = "a\0b\u0007c\u202Ed\u2066e\uD800f\uFEFFg\u200Fh\u00ADi\uDC00j\u001Bk\uFE0Fl";
        assertThat(Reader.summary(Reader.render(aCandidateSaying(text)))).isEqualTo("abcdefghijkl");
    }

    @Test
    void breaks_a_word_of_a_hundred_kilobytes() {
        String word = "abcdefghij".repeat(10_000);
        assertThat(Reader.summary(Reader.render(aCandidateSaying(word))).replace(" ", ""))
                .isEqualTo(word);
    }

    @Test
    void does_not_pile_marks_up_without_end() {
        String text = "a" + "\u0301\u0323".repeat(50_000);
        assertThat(Reader.summary(Reader.render(aCandidateSaying(text)))).hasSizeLessThan(20);
    }

    @Test
    void lists_thousands_of_skills() {
        List<String> skills =
                IntStream.range(0, 5_000).mapToObj(i -> "Skill" + i).toList();
        Profile profile = new Profile(
                Optional.empty(),
                Optional.empty(),
                skills,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
        assertThat(Reader.text(Reader.render(aCandidateWith(ada(), profile)))).contains("Skill0", "Skill4999");
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void survives_anywhere(String text) {
        Optional<String> some = Optional.of(text);
        Profile profile = new Profile(
                some,
                some,
                Collections.nCopies(3, text),
                List.of(new Position(text, text, some, some, some, some)),
                List.of(new Study(text, text, some, some, some)),
                List.of(new Link(text, text), new Link("", text), new Link(text, "")),
                some,
                some);
        ProfileDocument document = Reader.render(aCandidateWith(person(text, text), profile));
        assertThat(Reader.with(document, PDDocument::getNumberOfPages)).isPositive();
        assertThat(Reader.text(document)).contains("Exported from hackajob");
    }

    static List<String> hostileTexts() {
        return List.of(
                "",
                " ",
                "\0",
                "\uD800",
                "\u202E",
                "\u0301",
                "\u200D\u200C",
                "\u0644",
                "\u0644\u0627\u0644",
                "\u0644\u064E\u0627\u064E\u0647",
                "\uFEFB\uFEFB",
                "\uFDFA\uFB01",
                "(((]]]>>endstream endobj\\",
                "\u05D0\uD83D\uDE00\u05D1",
                "\u4E2D".repeat(3000),
                "W".repeat(5000),
                "\u0627\u0644 ".repeat(2000),
                "a\u0301".repeat(2000),
                "\n".repeat(5000),
                "-".repeat(3000),
                "- ",
                "- \u05D0",
                "https://" + "a/".repeat(3000),
                anything(1),
                anything(2),
                anything(3));
    }

    /** A thousand characters from all of Unicode. */
    private static String anything(int seed) {
        return new Random(seed)
                .ints(1000, 0, Character.MAX_CODE_POINT + 1)
                .map(character -> character % (seed == 1 ? 0x700 : Character.MAX_CODE_POINT))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
