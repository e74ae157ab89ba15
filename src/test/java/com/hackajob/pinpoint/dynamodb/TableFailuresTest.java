package com.hackajob.pinpoint.dynamodb;

import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.hackajob.pinpoint.CandidateId;
import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.NoTelemetry;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.connection.Change;
import com.hackajob.pinpoint.connection.SecretLease;
import com.hackajob.pinpoint.export.ExportKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** What DynamoDB does under load and DynamoDB Local never does. */
class TableFailuresTest {

    private final DynamoDbClient client = mock();
    private final Table table = new Table(client, "table");

    @Test
    void a_conflict_of_transactions_is_not_taken_for_a_lost_condition() {
        var conflict = TransactionCanceledException.builder()
                .cancellationReasons(
                        CancellationReason.builder().code("TransactionConflict").build(),
                        CancellationReason.builder().code("None").build())
                .build();
        when(client.transactWriteItems(anyTransaction())).thenThrow(conflict);

        assertThatThrownBy(() -> new DynamoConnections(table, new NoTelemetry()).save(Change.first(aConnection())))
                .isInstanceOf(Outage.class);
    }

    /** Those who wait for a lease ask again and again, also while its holder gives it back in a transaction. */
    @Test
    void a_lease_that_is_just_being_given_back_is_held() {
        when(client.updateItem(anyUpdate()))
                .thenThrow(TransactionConflictException.builder().build());
        var leases = new DynamoSecretLeases(table);
        CompanyId company = new CompanyId("company");

        assertThat(leases.acquire(company, SettableClock.START, Duration.ofSeconds(60)))
                .isEmpty();
        assertThatCode(() -> leases.release(new SecretLease(company, 1, false))).doesNotThrowAnyException();
    }

    @Test
    void an_answer_in_part_is_an_outage_and_never_an_absent_mapping() {
        var unprocessed = Map.of(
                "table",
                KeysAndAttributes.builder()
                        .keys(List.of(Item.key("PK", "SK").values()))
                        .build());
        when(client.batchGetItem(anyBatch()))
                .thenReturn(BatchGetItemResponse.builder()
                        .responses(Map.of())
                        .unprocessedKeys(unprocessed)
                        .build());
        var key = new ExportKey(new CompanyId("company"), new JobId("job"), new CandidateId("candidate"));

        assertThatThrownBy(() -> new DynamoSituations(table).read(key)).isInstanceOf(Outage.class);
    }

    private static TransactWriteItemsRequest anyTransaction() {
        return any();
    }

    private static UpdateItemRequest anyUpdate() {
        return any();
    }

    private static BatchGetItemRequest anyBatch() {
        return any();
    }
}
