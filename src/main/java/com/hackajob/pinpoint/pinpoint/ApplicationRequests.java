package com.hackajob.pinpoint.pinpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hackajob.pinpoint.export.ApplicationId;
import com.hackajob.pinpoint.export.Document;
import com.hackajob.pinpoint.export.Person;
import com.hackajob.pinpoint.export.Submission;
import com.hackajob.pinpoint.mapping.PinpointStageId;
import com.hackajob.pinpoint.pinpoint.RequestBody.DataUri;
import jakarta.inject.Singleton;
import java.util.List;

/** The bodies of what we send about applications. Only documented attributes: what Pinpoint does with others is unknown. */
@Singleton
final class ApplicationRequests {

    private final ObjectMapper mapper;

    ApplicationRequests(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** One POST makes the application, its files, its source and the comment. */
    JsonNode creation(Submission submission) {
        ObjectNode root = mapper.createObjectNode();
        ObjectNode data = root.putObject("data").put("type", "applications");
        attributes(data.putObject("attributes"), submission);
        relationships(data.putObject("relationships"), submission);
        root.putArray("included")
                .addObject()
                .put("type", "comments")
                .put("temp-id", "comment")
                .putObject("attributes")
                .put("body_text", submission.comment());
        return root;
    }

    private static void attributes(ObjectNode attributes, Submission submission) {
        person(attributes, submission.candidate().person());
        submission.candidate().profile().summary().ifPresent(summary -> attributes.put("summary", summary));
        attributes
                .put("external_system_reference", submission.reference().value())
                .put("channel", submission.source().channel())
                .put("channel_source", submission.source().detail())
                .put("skip_notifications_on_create", !submission.mapping().notifyCandidate());
        submission.cv().ifPresent(cv -> attributes
                .put("cv_base64_filename", cv.fileName())
                .putPOJO("cv_base64_data", new DataUri(cv)));
        documents(attributes, List.of(submission.profile().document()));
    }

    private static void person(ObjectNode attributes, Person person) {
        attributes
                .put("first_name", person.firstName())
                .put("last_name", person.lastName())
                .put("email", person.email());
        person.phone()
                .ifPresent(phone -> attributes.put("phone", phone.number()).put("phone_iso2", phone.country()));
        person.address().ifPresent(address -> attributes
                .put("address1", address.line1())
                .put("town", address.town())
                .put("postcode", address.postcode())
                .put("country", address.country()));
        person.linkedIn().ifPresent(url -> attributes.put("linkedin_url", url));
    }

    private static void relationships(ObjectNode relationships, Submission submission) {
        relate(
                relationships,
                "job",
                "jobs",
                submission.mapping().pinpointJob().id().value());
        submission.stage().ifPresent(stage -> relate(relationships, "stage", "stages", stage.value()));
        relationships
                .putObject("comments")
                .putArray("data")
                .addObject()
                .put("type", "comments")
                .put("temp-id", "comment")
                .put("method", "create");
    }

    JsonNode documents(ApplicationId application, List<Document> documents) {
        ObjectNode root = mapper.createObjectNode();
        ObjectNode data = root.putObject("data").put("type", "applications").put("id", application.value());
        documents(data.putObject("attributes"), documents);
        return root;
    }

    /** The documented example of a move: no attributes, and the stage. */
    JsonNode move(ApplicationId application, PinpointStageId stage) {
        ObjectNode root = mapper.createObjectNode();
        ObjectNode data = root.putObject("data").put("type", "applications").put("id", application.value());
        data.putObject("attributes");
        relate(data.putObject("relationships"), "stage", "stages", stage.value());
        return root;
    }

    JsonNode comment(ApplicationId application, String text) {
        ObjectNode root = mapper.createObjectNode();
        ObjectNode data = root.putObject("data").put("type", "comments");
        data.putObject("attributes").put("body_text", text);
        relate(data.putObject("relationships"), "commentable", "applications", application.value());
        return root;
    }

    private static void documents(ObjectNode attributes, List<Document> documents) {
        var array = attributes.putArray("documents_base64");
        documents.forEach(document ->
                array.addObject().put("filename", document.fileName()).putPOJO("data", new DataUri(document)));
    }

    private static void relate(ObjectNode relationships, String name, String type, String id) {
        relationships.putObject(name).putObject("data").put("type", type).put("id", id);
    }
}
