package com.hackajob.pinpoint.document;

import static com.hackajob.pinpoint.document.Candidates.ACCEPTED;
import static com.hackajob.pinpoint.document.Candidates.NOTHING;
import static com.hackajob.pinpoint.document.Candidates.aCandidate;
import static com.hackajob.pinpoint.document.Candidates.aCandidateSaying;
import static com.hackajob.pinpoint.document.Candidates.aCandidateWith;
import static com.hackajob.pinpoint.document.Candidates.aLongCandidate;
import static com.hackajob.pinpoint.document.Candidates.ada;
import static com.hackajob.pinpoint.document.Candidates.person;
import static com.hackajob.pinpoint.document.Candidates.profileLinking;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.export.Candidate;
import com.hackajob.pinpoint.export.Profile;
import com.hackajob.pinpoint.export.ProfileDocuments.ProfileDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfProfileDocumentsTest {

    @Test
    void says_what_the_candidate_says_in_order() {
        assertThat(Reader.text(Reader.render(aCandidate()))).isEqualTo("""
                        Ada Lovelace
                        Senior backend engineer · distributed systems
                        ada@example.com · +447700900123 · https://www.linkedin.com/in/ada-lovelace
                        Summary
                        I build payment platforms that stay up. Ten years of Java and Kotlin, five of them leading small teams,
                        most recently on a ledger that settles two million transactions a day.
                        I care about plain code, honest tests and quiet pagers.
                        Skills
                        Java · Kotlin · AWS · Event sourcing · PostgreSQL · Quarkus · Terraform · Team lead · Incident
                        response · Domain-driven design
                        Experience
                        Lead engineer 2021-04 – today
                        Analytical Engines Ltd · London
                        Led a team of six that moved settlement from a nightly batch to events.
                        - Cut the median settlement time from 14 hours to 40 seconds.
                        - Introduced contract tests between nine services; integration incidents fell by four fifths within the year,
                        and nobody has been woken by one since.
                        Software engineer 2016-09 – 2021-03
                        Difference & Sons · Cambridge
                        Wrote the pricing engine and its simulator.
                        Education
                        MSc Computer Science 2014 – 2016
                        University of London
                        Thesis on compilers for stack machines.
                        Links
                        GitHub · https://github.com/ada-lovelace
                        Talk · https://example.com/talks/ledgers?year=2025&room=2
                        Salary and notice
                        Salary · £95,000 – £110,000
                        Notice · One month
                        Exported from hackajob · accepted 3 March 2026
                        """);
    }

    @Test
    void leaves_no_trace_of_what_was_not_given() {
        assertThat(Reader.text(Reader.render(aCandidateWith(ada(), NOTHING)))).isEqualTo("""
                        Ada Lovelace
                        ada@example.com · +447700900123 · https://www.linkedin.com/in/ada-lovelace
                        Exported from hackajob · accepted 3 March 2026
                        """);
    }

    @Test
    void renders_the_same_bytes_twice() {
        assertThat(Reader.render(aLongCandidate())).isEqualTo(Reader.render(aLongCandidate()));
    }

    @Test
    void renders_the_same_bytes_in_every_locale_and_time_zone() {
        ProfileDocument here = Reader.render(aLongCandidate());
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(Reader.render(aLongCandidate())).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    /** Change it on purpose only: what was sent before compares as different afterwards. */
    @Test
    void renders_the_bytes_it_always_rendered() {
        assertThat(Reader.render(aCandidate()).document().content().sha256())
                .isEqualTo("7617c094061845d24b09653761d9484f1e0d98f8553ab2f25f37e6a72270de5d");
    }

    @Test
    void tells_programs_whose_profile_it_is_and_since_when() {
        List<String> told = Reader.with(Reader.render(aCandidate()), pdf -> {
            var about = pdf.getDocumentInformation();
            Instant created = about.getCreationDate().toInstant();
            return List.of(about.getTitle(), about.getAuthor(), created.toString());
        });
        assertThat(told).isEqualTo(List.of("Ada Lovelace – hackajob profile", "Ada Lovelace", "2026-03-03T23:30:00Z"));
    }

    @Test
    void embeds_the_letters_it_uses_and_no_others() {
        assertThat(Reader.with(Reader.render(aCandidateSaying("عربي")), Reader::fonts))
                .isEqualTo(List.of(
                        "HHHHHH+DejaVuSans embedded",
                        "HHHHHH+LiberationSans embedded",
                        "HHHHHH+LiberationSans-Bold embedded"));
    }

    @Test
    void gives_each_acceptance_an_id_of_its_own() {
        String id = Reader.with(Reader.render(aCandidate()), PdfProfileDocumentsTest::id);
        String other = Reader.with(
                Reader.render(
                        new Candidate(aCandidate().id(), ada(), NOTHING, Optional.empty(), ACCEPTED.plusSeconds(1))),
                PdfProfileDocumentsTest::id);
        assertThat(id).isEqualTo(Reader.with(Reader.render(aLongCandidate()), PdfProfileDocumentsTest::id));
        assertThat(id).isNotEqualTo(other);
    }

    @Test
    void is_tagged_for_screen_readers() {
        boolean tagged = Reader.with(
                Reader.render(aCandidate()),
                pdf -> pdf.getDocumentCatalog().getMarkInfo().isMarked()
                        && !pdf.getDocumentCatalog()
                                .getStructureTreeRoot()
                                .getKids()
                                .isEmpty());
        assertThat(tagged).isTrue();
    }

    @Test
    void numbers_the_pages_where_there_are_several() {
        assertThat(Reader.text(Reader.render(aLongCandidate())).lines().filter(line -> line.startsWith("Exported")))
                .isEqualTo(List.of(
                        "Exported from hackajob · accepted 3 March 2026 Page 1 of 3 · Ada Lovelace",
                        "Exported from hackajob · accepted 3 March 2026 Page 2 of 3 · Ada Lovelace",
                        "Exported from hackajob · accepted 3 March 2026 Page 3 of 3 · Ada Lovelace"));
    }

    @Test
    void shortens_a_name_too_long_for_the_foot_of_a_page() {
        ProfileDocument document = Reader.render(aCandidateWith(
                person("Ada", "Byron ".repeat(20)), aLongCandidate().profile()));
        assertThat(Reader.text(document))
                .containsPattern("accepted 3 March 2026 Page 1 of 3 · Ada Byron (Byron )+B?[a-z]*…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com/a?b=c&d=e#f", "http://example.com", "HTTPS://EXAMPLE.COM/"})
    void links_to_web_addresses(String url) {
        assertThat(links(Reader.render(aCandidateWith(ada(), profileLinking(url)))))
                .contains(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "java\nscript:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "https:evil",
                "http://",
                "https://exa mple.com",
                "https://example.com/)>>",
                "\\\\host\\share"
            })
    void links_nowhere_else(String url) {
        assertThat(links(Reader.render(aCandidateWith(ada(), profileLinking(url)))))
                .allMatch(link -> link.equals("https://www.linkedin.com/in/ada-lovelace")
                        || link.equals("https://example.com/%29%3E%3E"));
    }

    @ParameterizedTest
    @CsvSource({
        "Ada,Lovelace,ada-lovelace-hackajob-profile.pdf",
        "Zoë Ann,O'Łukasz-Størm,zoe-ann-o-lukasz-storm-hackajob-profile.pdf",
        "Nguyễn,Đức,nguyen-duc-hackajob-profile.pdf",
        "../..,%00/etc,00-etc-hackajob-profile.pdf",
        "مريم,中国,candidate-hackajob-profile.pdf",
        "'',Lovelace,lovelace-hackajob-profile.pdf"
    })
    void is_called_after_the_candidate(String first, String last, String name) {
        ProfileDocument document = Reader.render(aCandidateWith(person(first, last), NOTHING));
        assertThat(document.document().fileName()).isEqualTo(name);
    }

    /** However the pages fall. */
    @Test
    void never_ends_a_page_with_a_heading() {
        for (int lines = 20; lines < 60; lines++) {
            var skills = aCandidate().profile();
            var profile = new Profile(
                    skills.headline(),
                    Optional.of("One line.\n".repeat(lines)),
                    skills.skills(),
                    skills.experience(),
                    skills.education(),
                    skills.links(),
                    skills.salary(),
                    skills.notice());
            assertThat(lastLines(Reader.render(aCandidateWith(ada(), profile))))
                    .doesNotContainAnyElementsOf(List.of(
                            "Skills",
                            "Experience",
                            "Education",
                            "Links",
                            "Salary and notice",
                            "Lead engineer 2021-04 – today",
                            "MSc Computer Science 2014 – 2016",
                            "University of London"));
        }
    }

    @Test
    void keeps_everything_inside_the_margins() {
        ProfileDocument document =
                Reader.render(aCandidateSaying("https://example.com/" + "x".repeat(3000) + " עברית".repeat(900)));
        assertThat(Reader.with(document, Positions::widest)).isLessThanOrEqualTo(595 - 62 + 0.1f);
        assertThat(Reader.with(document, Positions::lowest)).isLessThanOrEqualTo(842 - 36 + 0.1f);
    }

    private static String id(PDDocument pdf) {
        return pdf.getDocument().getDocumentID().toString();
    }

    private static List<String> lastLines(ProfileDocument document) {
        List<String> lines = Reader.text(document).lines().toList();
        List<String> last = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).startsWith("Exported from")) {
                last.add(lines.get(i - 1));
            }
        }
        return last;
    }

    private static List<String> links(ProfileDocument document) {
        return Reader.with(document, PdfProfileDocumentsTest::links);
    }

    private static List<String> links(PDDocument pdf) {
        List<String> links = new ArrayList<>();
        try {
            for (PDPage page : pdf.getPages()) {
                for (var annotation : page.getAnnotations()) {
                    links.add(((PDActionURI) ((PDAnnotationLink) annotation).getAction()).getURI());
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return links;
    }
}
