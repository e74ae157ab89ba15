package com.hackajob.pinpoint.lambda;

import static com.hackajob.pinpoint.lambda.Scene.CLOUD;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.local.aws.InvocationResult.Returned;
import com.hackajob.pinpoint.local.hackajob.Job;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Every sample event, handed to the packaged function by AWS's own runtime client. The samples are about the company
 * of the local cloud's journey, so that they find the same there; where a sample has to know something random, here
 * it is made so.
 */
class SampleEventsIT {

    private static final String COMPANY = "northwind";

    private static final String ACKNOWLEDGED = "{\"batchItemFailures\":[]}";

    private static final String PINPOINT_JOB = """
            {"id":"1","title":"Backend Engineer","status":"open","takesApplications":true,"stages":[\
            {"id":"1","name":"Applied","kind":"applied"},{"id":"2","name":"Review","kind":"review"},\
            {"id":"3","name":"Phone screen","kind":"interview"},{"id":"4","name":"Interview","kind":"interview"},\
            {"id":"5","name":"Offer","kind":"offer"},{"id":"6","name":"Hired","kind":"hired"},\
            {"id":"7","name":"Rejected","kind":"rejected"}],"demands":[]}""";

    /** What each is answered: status and body of the API, of a page its step, code and title. */
    private static final Map<String, String> ANSWERS = Map.ofEntries(
            entry("catalogue", """
                    200 {"jobs":[{"id":"1","title":"Backend Engineer","status":"open","takesApplications":true}],\
                    "missingPermissions":["Department: Read","Location: Read"]}"""),
            entry("connect-get", "200 account, nothing wrong: Connect Pinpoint - hackajob and Pinpoint"),
            entry(
                    "connect-post",
                    "422 account, credential_rejected: Problem: Connect Pinpoint - hackajob and Pinpoint"),
            entry("connections", """
                    200 {"state":"active","subdomain":"northwind","credential":"api_key","since":"(time)",\
                    "permissions":[{"name":"Job: Read","state":"ok"},{"name":"Application: Read","state":"ok"},\
                    {"name":"Application: Write","state":"ok"}],\
                    "webhook":{"address":"(here)/webhooks/pinpoint/bm9ydGh3aW5kL3NhbXBsZS1jb25uZWN0aW9u",\
                    "secretStored":true,"lastSeen":"(time)"},\
                    "settings":{"channel":"job_board","channelSource":"hackajob","notifyCandidate":false},\
                    "stages":{"nextPoll":"(time)"},"waiting":0,"canConnect":{"allowed":false,"code":"not_master",\
                    "remedy":"Ask one of your company's Master Account users: Grace Hopper."}}"""),
            entry("events-candidate.accepted", ACKNOWLEDGED),
            entry("events-candidate.erased", ACKNOWLEDGED),
            entry("events-candidate.stage_changed", ACKNOWLEDGED),
            entry("events-company.due", ACKNOWLEDGED),
            entry("events-connection.poll", ACKNOWLEDGED),
            entry("events-job.closed", ACKNOWLEDGED),
            entry("events-job.deleted", ACKNOWLEDGED),
            entry("events-job.published", ACKNOWLEDGED),
            entry("events-pinpoint.hint", ACKNOWLEDGED),
            entry("exports", """
                    200 {"id":"job-1~candidate-1","jobId":"job-1","candidateId":"candidate-1","state":"verified",\
                    "attempts":1,"receivedAt":"(time)","updatedAt":"(time)","receipt":{"origin":"created",\
                    "applicationId":"1","applicationUrl":"(here)/northwind/api/v1/applications/1",\
                    "reference":"hackajob:northwind/job-1/candidate-1","pinpointJobId":"1",\
                    "stage":{"id":"3","name":"Phone screen"},\
                    "source":{"channel":"job_board","channelSource":"hackajob"},\
                    "files":[{"kind":"cv","size":45,"sha256":"(hash)","readBack":"equal"},\
                    {"kind":"profile","size":(many),"sha256":"(hash)","readBack":"equal"}],"missingGlyphs":[],\
                    "candidateNotified":false,"attempts":1,"acceptedAt":"(time)","verifiedAt":"(time)"},\
                    "tracking":{"state":"in_step","stageId":"stage-2","pinpointStageId":"3"}}"""),
            entry("mappings-get", """
                    200 {"jobId":"job-1","pinpointJob":%s,"stages":[\
                    {"stageId":"stage-1","stageName":"Accepted","pinpointStageId":"3","inbound":true},\
                    {"stageId":"stage-2","stageName":"Interview","inbound":false},\
                    {"stageId":"stage-3","stageName":"Hired","inbound":false}],"notifyCandidate":false,\
                    "pushRejections":false,"warnings":[],"updatedBy":"user-1","updatedAt":"(time)"}""".formatted(PINPOINT_JOB)),
            entry("mappings-put", """
                    200 {"jobId":"job-2","pinpointJob":%s,"stages":[\
                    {"stageId":"stage-1","stageName":"Accepted","pinpointStageId":"3","inbound":true}],\
                    "notifyCandidate":false,"pushRejections":false,"warnings":[],"updatedBy":"user-1",\
                    "updatedAt":"(time)"}""".formatted(PINPOINT_JOB)),
            entry("reconcile", "{\"companies\":(some),\"connections\":(some),\"updates\":(some)}"),
            entry("webhook", "200 "));

    /** What the others show is there whichever of them comes first. */
    private static final List<String> FIRST =
            List.of("events-candidate.accepted", "events-candidate.stage_changed", "events-connection.poll", "webhook");

    @BeforeAll
    static void set_the_company_up() {
        Scene scene = Scene.aCompanyIn(CLOUD, COMPANY).connect().map().candidate("candidate-1");
        CLOUD.hackajob().put(COMPANY, Job.live("job-2", "Data Engineer", "Accepted"));
        storeTheWebhookSecret(scene);
        renameTheConnection();
        renameASession(scene);
        FIRST.forEach(name -> answer(SampleEvent.named(name)));
        assertThat(scene.settled("candidate-1").path("state").asText()).isEqualTo("verified");
    }

    private static void storeTheWebhookSecret(Scene scene) {
        assertThat(Scene.call("POST /connect/{session}", scene.session("{\"webhook\": true}"))
                        .form("action", "secret", "webhookSecret", "sample-webhook-secret")
                        .send()
                        .status())
                .isEqualTo(303);
    }

    /** Its webhook's address holds a random word. */
    private static void renameTheConnection() {
        CLOUD.dynamodb().updateItem(update -> update.tableName(Scene.table())
                .key(key("COMPANY#" + COMPANY, "CONNECTION"))
                .updateExpression("SET nonce = :nonce")
                .expressionAttributeValues(Map.of(":nonce", AttributeValue.fromS("sample-connection"))));
    }

    private static void renameASession(Scene scene) {
        Map<String, AttributeValue> row = new HashMap<>(CLOUD.dynamodb()
                .getItem(get -> get.tableName(Scene.table()).key(sessionKey(scene.session())))
                .item());
        row.putAll(sessionKey(SampleEvent.named("connect-get")
                .json()
                .at("/pathParameters/session")
                .asText()));
        CLOUD.dynamodb().putItem(put -> put.tableName(Scene.table()).item(row));
    }

    private static Map<String, AttributeValue> sessionKey(String token) {
        return key("CONNECT#" + new SecretToken(token).hash(), "SESSION");
    }

    private static Map<String, AttributeValue> key(String pk, String sk) {
        return Map.of("PK", AttributeValue.fromS(pk), "SK", AttributeValue.fromS(sk));
    }

    static Stream<SampleEvent> samples() {
        return SampleEvent.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void is_answered(SampleEvent sample) {
        assertThat(answer(sample)).isEqualTo(ANSWERS.get(sample.name()));
    }

    @Test
    void no_message_was_left_unread() {
        samples().filter(sample -> sample.function().equals("events")).forEach(SampleEventsIT::answer);

        assertThat(CLOUD.receiveDeadLetters())
                .noneMatch(message -> message.body().contains(COMPANY));
    }

    private static String answer(SampleEvent sample) {
        var result = CLOUD.invoke(sample.function(), sample.text());
        assertThat(result).isInstanceOf(Returned.class);
        String answer = new String(((Returned) result).payload(), StandardCharsets.UTF_8);
        JsonNode json = SampleEvent.parse(answer);
        return json.has("statusCode")
                ? json.path("statusCode").asText() + " "
                        + body(json.path("body").asText())
                : answer.replaceAll(":[0-9]+", ":(some)"); // companies of other tests
    }

    private static String body(String body) {
        return body.startsWith("<!") ? page(Jsoup.parse(body)) : steady(body);
    }

    private static String page(Document page) {
        String code = page.select("[data-code]").attr("data-code");
        return page.select("[data-step]").attr("data-step") + ", " + (code.isEmpty() ? "nothing wrong" : code) + ": "
                + page.title();
    }

    /** Without what depends on the hour, the ports and what the profile document looks like. */
    private static String steady(String body) {
        return body.replaceAll("20[0-9]{2}-[0-9-]+T[0-9:.]+Z", "(time)")
                .replaceAll("http://127\\.0\\.0\\.1:[0-9]+", "(here)")
                .replaceAll("[0-9a-f]{64}", "(hash)")
                .replaceAll("\"size\":[0-9]{4,}", "\"size\":(many)");
    }
}
