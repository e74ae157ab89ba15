package com.hackajob.pinpoint.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hackajob.pinpoint.local.StandingClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.InvalidParameterException;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretVersionsListEntry;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

class SecretsManagerFakeTest {

    private static final String NAME = "pinpoint/company-1";

    private final StandingClock clock = new StandingClock("2026-03-01T09:00:00Z");
    private final SecretsManagerFake fake = SecretsManagerFake.start(Fixtures.LOOPBACK, 0, clock);
    private final SecretsManagerClient client = fake.client();

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void gives_back_what_was_created_by_name_and_by_arn() {
        var created = client.createSecret(create -> create.name(NAME).secretString("one"));
        assertThat(value(NAME).secretString()).isEqualTo("one");
        assertThat(value(created.arn()).versionId()).isEqualTo(created.versionId());
        assertThat(created.arn())
                .matches("arn:aws:secretsmanager:eu-west-1:000000000000:secret:pinpoint/company-1-.{6}");
    }

    @Test
    void keeps_bytes() {
        var bytes = SdkBytes.fromByteArray(new byte[] {0, 1, -1});
        client.createSecret(create -> create.name(NAME).secretBinary(bytes));
        assertThat(value(NAME).secretBinary()).isEqualTo(bytes);
    }

    @Test
    void moves_current_to_the_new_version_and_previous_to_the_one_before() {
        var first = created("one");
        var second = put("two");
        assertThat(labels()).isEqualTo(Map.of(second, List.of("AWSCURRENT"), first, List.of("AWSPREVIOUS")));
        var third = put("three");
        assertThat(labels()).isEqualTo(Map.of(third, List.of("AWSCURRENT"), second, List.of("AWSPREVIOUS")));
    }

    @Test
    void leaves_current_alone_when_a_version_is_put_as_pending_until_the_label_is_moved() {
        var first = created("one");
        var second = client.putSecretValue(
                        put -> put.secretId(NAME).secretString("two").versionStages("AWSPENDING"))
                .versionId();
        assertThat(value(NAME).secretString()).isEqualTo("one");
        assertThat(labels()).isEqualTo(Map.of(first, List.of("AWSCURRENT"), second, List.of("AWSPENDING")));

        client.updateSecretVersionStage(move -> move.secretId(NAME)
                .versionStage("AWSCURRENT")
                .removeFromVersionId(first)
                .moveToVersionId(second));
        assertThat(labels())
                .isEqualTo(Map.of(first, List.of("AWSPREVIOUS"), second, List.of("AWSCURRENT", "AWSPENDING")));
    }

    @Test
    void moves_a_label_only_when_told_from_where() {
        created("one");
        var previous = put("two");
        var current = put("three");
        assertThatThrownBy(() -> client.updateSecretVersionStage(
                        move -> move.secretId(NAME).versionStage("AWSCURRENT").moveToVersionId(previous)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining(current);
        assertThatThrownBy(() -> client.updateSecretVersionStage(
                        move -> move.secretId(NAME).versionStage("AWSCURRENT").removeFromVersionId(current)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("can't be completely removed");
    }

    @Test
    void lists_versions_without_labels_only_when_asked() {
        var first = created("one");
        put("two");
        put("three");
        assertThat(client.listSecretVersionIds(list -> list.secretId(NAME)).versions())
                .hasSize(2);
        assertThat(client.listSecretVersionIds(list -> list.secretId(NAME).includeDeprecated(true))
                        .versions())
                .extracting(SecretVersionsListEntry::versionId)
                .hasSize(3)
                .contains(first);
    }

    @Test
    void a_repeated_request_changes_nothing_but_its_token_with_another_value_is_refused() {
        var token = UUID.randomUUID().toString();
        client.createSecret(create -> create.name(NAME).secretString("one").clientRequestToken(token));
        client.createSecret(create -> create.name(NAME).secretString("one").clientRequestToken(token));
        client.putSecretValue(put -> put.secretId(NAME).secretString("one").clientRequestToken(token));
        assertThat(labels()).isEqualTo(Map.of(token, List.of("AWSCURRENT")));

        assertThatThrownBy(() -> client.putSecretValue(
                        put -> put.secretId(NAME).secretString("two").clientRequestToken(token)))
                .isInstanceOf(ResourceExistsException.class);
        assertThatThrownBy(() -> client.createSecret(create -> create.name(NAME).secretString("one")))
                .isInstanceOf(ResourceExistsException.class);
    }

    @Test
    void a_repeated_put_of_an_older_version_does_not_make_it_current_again() {
        var token = UUID.randomUUID().toString();
        created("one");
        client.putSecretValue(put -> put.secretId(NAME).secretString("two").clientRequestToken(token));
        put("three");
        client.putSecretValue(put -> put.secretId(NAME).secretString("two").clientRequestToken(token));
        assertThat(value(NAME).secretString()).isEqualTo("three");
    }

    @Test
    void a_deleted_secret_refuses_everything_until_it_is_restored() {
        created("one");
        var deletion = client.deleteSecret(delete -> delete.secretId(NAME).recoveryWindowInDays(7L));
        assertThat(deletion.deletionDate()).isEqualTo(clock.instant().plus(Duration.ofDays(7)));
        assertThatThrownBy(() -> value(NAME)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> put("two")).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> created("two")).isInstanceOf(InvalidRequestException.class);
        assertThat(client.describeSecret(describe -> describe.secretId(NAME)).deletedDate())
                .isEqualTo(deletion.deletionDate());

        client.restoreSecret(restore -> restore.secretId(NAME));
        assertThat(value(NAME).secretString()).isEqualTo("one");
    }

    @Test
    void a_deleted_secret_is_gone_when_its_window_has_passed() {
        created("one");
        client.deleteSecret(delete -> delete.secretId(NAME).recoveryWindowInDays(7L));
        clock.pass(Duration.ofDays(7));
        assertThatThrownBy(() -> client.restoreSecret(restore -> restore.secretId(NAME)))
                .isInstanceOf(ResourceNotFoundException.class);
        created("another");
        assertThat(value(NAME).secretString()).isEqualTo("another");
    }

    @Test
    void forced_deletion_leaves_nothing() {
        created("one");
        client.deleteSecret(delete -> delete.secretId(NAME).forceDeleteWithoutRecovery(true));
        assertThatThrownBy(() -> value(NAME)).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void refuses_windows_outside_7_to_30_days() {
        created("one");
        assertThatThrownBy(() ->
                        client.deleteSecret(delete -> delete.secretId(NAME).recoveryWindowInDays(6L)))
                .isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() ->
                        client.deleteSecret(delete -> delete.secretId(NAME).recoveryWindowInDays(31L)))
                .isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void refuses_more_than_64_kib() {
        created("x".repeat(65_536));
        assertThatThrownBy(() -> put("x".repeat(65_537)))
                .isInstanceOfSatisfying(SecretsManagerException.class, refused -> {
                    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
                    assertThat(refused.statusCode()).isEqualTo(400);
                });
    }

    @Test
    void finds_a_version_by_its_id_and_refuses_a_label_it_does_not_carry() {
        var first = created("one");
        put("two");
        assertThat(client.getSecretValue(get -> get.secretId(NAME).versionId(first))
                        .secretString())
                .isEqualTo("one");
        assertThatThrownBy(() -> client.getSecretValue(
                        get -> get.secretId(NAME).versionId(first).versionStage("AWSCURRENT")))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> client.getSecretValue(
                        get -> get.secretId(NAME).versionId(UUID.randomUUID().toString())))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    private String created(String value) {
        return client.createSecret(create -> create.name(NAME).secretString(value))
                .versionId();
    }

    private String put(String value) {
        return client.putSecretValue(put -> put.secretId(NAME).secretString(value))
                .versionId();
    }

    private GetSecretValueResponse value(String id) {
        return client.getSecretValue(get -> get.secretId(id));
    }

    private Map<String, List<String>> labels() {
        return client.describeSecret(describe -> describe.secretId(NAME)).versionIdsToStages();
    }
}
