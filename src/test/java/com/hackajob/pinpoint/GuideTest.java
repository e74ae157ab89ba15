package com.hackajob.pinpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docs/guide.md, to which every error links: {@code guide.url} with the code as its anchor. */
class GuideTest {

    private static final Path DOCS = Path.of("docs");
    private static final String GUIDE = read();
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");
    private static final Pattern LOCAL_LINK = Pattern.compile("]\\(#([^)]*)\\)");
    private static final Pattern IMAGE = Pattern.compile("!\\[([^\\]]*)]\\(([^)]*)\\)");
    private static final int MOST_BYTES = 700_000;

    @ParameterizedTest
    @EnumSource
    void tells_of_every_error_under_its_code(ErrorCode error) {
        assertThat(anchors()).contains(error.code());
    }

    @Test
    void has_each_anchor_once() {
        assertThat(anchors()).doesNotHaveDuplicates();
    }

    @Test
    void links_to_places_that_are_there() {
        assertThat(found(LOCAL_LINK, 1)).isNotEmpty().isSubsetOf(anchors());
    }

    @Test
    void shows_pictures_that_are_there_and_says_in_words_what_is_on_them() {
        assertThat(found(IMAGE, 2))
                .isNotEmpty()
                .allMatch(image -> Files.isRegularFile(DOCS.resolve(image)), "a file under docs");
        assertThat(found(IMAGE, 1)).noneMatch(String::isBlank);
    }

    @Test
    void has_no_picture_that_it_does_not_show_and_none_that_weighs() throws IOException {
        long bytes = 0;
        try (var images = Files.list(DOCS.resolve("images"))) {
            for (Path image : images.toList()) {
                assertThat(found(IMAGE, 2)).contains("images/" + image.getFileName());
                bytes += Files.size(image);
            }
        }
        assertThat(bytes).isLessThan(MOST_BYTES);
    }

    /** As GitHub and most others make them of headings. */
    private static List<String> anchors() {
        return found(HEADING, 1).stream()
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                        .replace(' ', '-'))
                .toList();
    }

    private static List<String> found(Pattern pattern, int group) {
        return pattern.matcher(GUIDE)
                .results()
                .map((MatchResult match) -> match.group(group))
                .toList();
    }

    private static String read() {
        try {
            return Files.readString(DOCS.resolve("guide.md"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
