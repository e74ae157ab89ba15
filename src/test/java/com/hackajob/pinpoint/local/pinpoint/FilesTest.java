package com.hackajob.pinpoint.local.pinpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilesTest extends PinpointTest {

    private final SimulatedJob job = tenant.createJob("Backend Engineer");

    @Test
    void an_attachment_is_read_without_a_key() {
        assertThat(send("ada byron.docx", dataUri("application/octet-stream", CV))
                        .status())
                .isEqualTo(201);

        JsonNode attachments = attachments();
        assertThat(attachments.findValuesAsText("context")).containsExactly("cv", "pdf_cv");
        assertThat(attachments.findValuesAsText("filename")).containsExactly("ada byron.docx", "ada byron.pdf");
        Caller.Answer file = keyless.get(attachments.at("/0/url").asText());
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.mediaType())
                .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertThat(file.body()).isEqualTo(CV);
    }

    @Test
    void the_address_of_an_attachment_expires() {
        send("ada.pdf", dataUri("application/pdf", CV));
        String url = attachments().at("/0/url").asText();

        clock.pass(Duration.ofMinutes(5));

        assertThat(keyless.get(url).status()).isEqualTo(403);
        assertThat(keyless.get(attachments().at("/0/url").asText()).status()).isEqualTo(200);
    }

    @Test
    void the_address_of_an_attachment_can_redirect() {
        tenant.policies().on(Policy.ATTACHMENTS_REDIRECT);
        send("ada.pdf", dataUri("application/pdf", CV));

        assertThat(keyless.get(attachments().at("/0/url").asText()).status()).isEqualTo(302);
    }

    @Test
    void the_name_of_an_attachment_can_have_either_key_or_both() {
        send("ada.pdf", dataUri("application/pdf", CV));

        tenant.policies().attachmentNameKey(NameKey.NAME);
        assertThat(attachments().get(0).has("filename")).isFalse();
        assertThat(attachments().at("/0/name").asText()).isEqualTo("ada.pdf");
        tenant.policies().attachmentNameKey(NameKey.BOTH);
        assertThat(attachments().at("/0/filename").asText()).isEqualTo("ada.pdf");
        assertThat(attachments().at("/0/name").asText()).isEqualTo("ada.pdf");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cv.exe | data:application/pdf;base64,QQ== | has an invalid content type",
                "cv.png | data:image/png;base64,QQ== | has an invalid content type",
                "pdf | data:application/pdf;base64,QQ== | has an invalid content type",
                "cv.pdf | QQ== | must be a data URI",
                "cv.pdf | data:application/pdf;base64,? | is not valid base64"
            })
    void a_wrong_cv_is_refused(String filename, String data, String message) {
        Caller.Answer answer = send(filename, data);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("/errors/0/detail")).isEqualTo("cv " + message);
        assertThat(tenant.applications()).isEmpty();
    }

    @Test
    void an_empty_cv_is_blank() {
        assertThat(send("cv.pdf", "data:application/pdf;base64,").at("/errors/0/detail"))
                .isEqualTo("cv can't be blank");
    }

    @Test
    void the_prefix_of_a_cv_can_be_optional() {
        tenant.policies().off(Policy.CV_NEEDS_DATA_URI);

        assertThat(send("cv.pdf", "QQ==").status()).isEqualTo(201);
    }

    @Test
    void a_file_over_ten_megabytes_is_refused() {
        byte[] limit = new byte[10 * 1024 * 1024];
        byte[] over = new byte[10 * 1024 * 1024 + 1];

        assertThat(send("cv.pdf", dataUri("application/pdf", limit)).status()).isEqualTo(201);
        assertThat(send("cv.pdf", dataUri("application/pdf", over)).at("/errors/0/detail"))
                .isEqualTo("cv is too large");
        String document = ", \"documents_base64\": [{\"filename\": \"a.png\", \"data\": \"%s\"}]"
                .formatted(dataUri("image/png", over));
        assertThat(caller.post("/api/v1/applications", application(job, document, ""))
                        .at("/errors/0/detail"))
                .isEqualTo("documents_base64 is too large");
    }

    private Caller.Answer send(String filename, String data) {
        return caller.post(
                "/api/v1/applications",
                application(
                        job,
                        ", \"cv_base64_filename\": \"%s\", \"cv_base64_data\": \"%s\"".formatted(filename, data),
                        ""));
    }

    private JsonNode attachments() {
        return caller.get("/api/v1/applications/1?extra_fields[applications]=attachments")
                .json()
                .at("/data/attributes/attachments");
    }
}
