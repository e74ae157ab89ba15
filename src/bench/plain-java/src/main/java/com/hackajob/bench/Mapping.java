package com.hackajob.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A mapping's row as callers see it. */
final class Mapping {

    private static final Set<String> ENFORCED = Set.of("PHONE", "ADDRESS", "CV", "SUMMARY");

    private Mapping() {}

    static ObjectNode json(Map<String, AttributeValue> row) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("jobId", row.get("job").s());
        json.set("pinpointJob", job(row.get("pinpointJob").m()));
        json.set("stages", stages(row.get("stages").l()));
        json.put("notifyCandidate", flag(row, "notifyCandidate"));
        if (row.containsKey("channel")) {
            json.putObject("source")
                    .put("channel", row.get("channel").s())
                    .put("channelSource", row.get("channelSource").s());
        }
        json.put("pushRejections", flag(row, "pushesRejections"));
        json.putArray("warnings");
        json.put("updatedBy", row.get("editedBy").s());
        return json.put("updatedAt", row.get("updatedAt").s());
    }

    private static ObjectNode job(Map<String, AttributeValue> job) {
        String status = job.get("status").s();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", job.get("id").s())
                .put("title", job.get("title").s())
                .put("status", status)
                .put("takesApplications", status.equals("open"));
        ArrayNode stages = json.putArray("stages");
        for (AttributeValue stage : job.get("stages").l()) {
            stages.addObject()
                    .put("id", stage.m().get("id").s())
                    .put("name", stage.m().get("name").s())
                    .put("kind", stage.m().get("kind").s());
        }
        ArrayNode demands = json.putArray("demands");
        for (AttributeValue demand : job.get("demands").l()) {
            boolean enforced = ENFORCED.contains(demand.s());
            demands.addObject()
                    .put("name", demand.s().toLowerCase(Locale.ROOT))
                    .put("canFill", enforced || demand.s().equals("LINKEDIN_PROFILE"))
                    .put("enforced", enforced);
        }
        return json;
    }

    private static ArrayNode stages(List<AttributeValue> pairs) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        Set<String> taken = new HashSet<>();
        for (AttributeValue pair : pairs) {
            ObjectNode stage = json.addObject()
                    .put("stageId", pair.m().get("stage").s())
                    .put("stageName", pair.m().get("name").s());
            AttributeValue target = pair.m().get("pinpointStage");
            if (target != null) {
                stage.put("pinpointStageId", target.s());
            }
            stage.put("inbound", target != null && taken.add(target.s()));
        }
        return json;
    }

    private static boolean flag(Map<String, AttributeValue> row, String name) {
        return row.containsKey(name) && row.get(name).bool();
    }
}
