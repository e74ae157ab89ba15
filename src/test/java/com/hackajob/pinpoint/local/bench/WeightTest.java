package com.hackajob.pinpoint.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.local.bench.Weight.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightTest {

    private static final WeightGroup JSON = new WeightGroup("JSON", List.of("com.example.json."), "reads events");
    private static final WeightGroup DATES =
            new WeightGroup("dates", List.of("com.example.json.dates-", "com.example.dates-"), "reads dates");
    private static final List<WeightGroup> GROUPS = List.of(JSON, DATES);

    @Test
    void tells_bytes_share_and_reason_of_each_group_and_of_each_jar() {
        var weight = new Weight(
                List.of(
                        new Part("com.example.json.core-1.jar", 6000),
                        new Part("com.example.json.dates-1.jar", 1500),
                        new Part("com.example.dates-1.jar", 500)),
                GROUPS);

        assertThat(weight.markdown()).contains("""
                8,000 bytes in 3 jars and 0 other files, as they are in the zip, without its directory.""", """
                | JSON | 1 | 6,000 | 75.0 % | reads events |
                | dates | 2 | 2,000 | 25.0 % | reads dates |
                """, """
                | com.example.json.core-1.jar | 6,000 | JSON |
                | com.example.json.dates-1.jar | 1,500 | dates |
                | com.example.dates-1.jar | 500 | dates |
                """);
    }

    @Test
    void names_what_nobody_gave_a_reason_for() {
        var weight =
                new Weight(List.of(new Part("com.example.json.core-1.jar", 1), new Part("stray-1.jar", 1)), GROUPS);

        assertThat(weight.withoutReason()).containsExactly("stray-1.jar");
    }

    @Test
    void jars_lose_their_folder_and_what_quarkus_puts_before_them_and_files_keep_theirs(@TempDir Path directory)
            throws IOException {
        Path zip = directory.resolve("function.zip");
        try (var archive = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name :
                    List.of("lib/com.example.a-1.jar", "lib/modified-com.example.b-1.jar", "fonts/Sans.ttf")) {
                archive.putNextEntry(new ZipEntry(name));
                archive.closeEntry();
            }
        }

        assertThat(Weight.of(zip).parts())
                .extracting(Part::name)
                .containsExactly("com.example.a-1.jar", "com.example.b-1.jar", "fonts/Sans.ttf");
    }

    @Test
    void every_group_has_a_reason_and_none_claims_what_another_does() {
        assertThat(WeightGroup.all()).allSatisfy(group -> {
            assertThat(group.reason()).isNotBlank();
            assertThat(group.prefixes()).isNotEmpty();
        });
        assertThat(WeightGroup.all().stream().flatMap(group -> group.prefixes().stream()))
                .doesNotHaveDuplicates();
    }
}
