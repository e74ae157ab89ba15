package com.hackajob.bench;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

/** The mappings in the table. */
@ApplicationScoped
public class MappingRepository {

    private static final Set<String> ENFORCED = Set.of("PHONE", "ADDRESS", "CV", "SUMMARY");

    @Inject
    DynamoDbClient dynamoDb;

    @ConfigProperty(name = "table")
    String table;

    public record Found(Mapping mapping, String version) {}

    public Optional<Found> find(String company, String job) {
        Map<String, AttributeValue> row = dynamoDb.getItem(GetItemRequest.builder()
                        .tableName(table)
                        .key(Map.of(
                                "PK", AttributeValue.fromS("COMPANY#" + company),
                                "SK", AttributeValue.fromS("MAPPING#" + job)))
                        .consistentRead(true)
                        .build())
                .item();
        return row.isEmpty()
                ? Optional.empty()
                : Optional.of(new Found(mapping(row), row.get("version").s()));
    }

    private static Mapping mapping(Map<String, AttributeValue> row) {
        return new Mapping(
                row.get("job").s(),
                job(row.get("pinpointJob").m()),
                stages(row.get("stages").l()),
                flag(row, "notifyCandidate"),
                source(row),
                flag(row, "pushesRejections"),
                List.of(),
                row.get("editedBy").s(),
                row.get("updatedAt").s());
    }

    private static Mapping.PinpointJob job(Map<String, AttributeValue> job) {
        return new Mapping.PinpointJob(
                job.get("id").s(),
                job.get("title").s(),
                job.get("status").s(),
                job.get("status").s().equals("open"),
                job.get("stages").l().stream()
                        .map(AttributeValue::m)
                        .map(stage -> new Mapping.Stage(
                                stage.get("id").s(),
                                stage.get("name").s(),
                                stage.get("kind").s()))
                        .toList(),
                job.get("demands").l().stream()
                        .map(demand -> demand(demand.s()))
                        .toList());
    }

    private static Mapping.Demand demand(String name) {
        boolean enforced = ENFORCED.contains(name);
        return new Mapping.Demand(name.toLowerCase(Locale.ROOT), enforced || name.equals("LINKEDIN_PROFILE"), enforced);
    }

    private static List<Mapping.StagePair> stages(List<AttributeValue> pairs) {
        Set<String> taken = new HashSet<>();
        return pairs.stream()
                .map(AttributeValue::m)
                .map(pair -> {
                    String target = pair.containsKey("pinpointStage")
                            ? pair.get("pinpointStage").s()
                            : null;
                    return new Mapping.StagePair(
                            pair.get("stage").s(), pair.get("name").s(), target, target != null && taken.add(target));
                })
                .toList();
    }

    private static Mapping.Source source(Map<String, AttributeValue> row) {
        return row.containsKey("channel")
                ? new Mapping.Source(
                        row.get("channel").s(), row.get("channelSource").s())
                : null;
    }

    private static boolean flag(Map<String, AttributeValue> row, String name) {
        return row.containsKey(name) && row.get(name).bool();
    }
}
