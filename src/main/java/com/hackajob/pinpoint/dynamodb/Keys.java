package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.CandidateId;
import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.export.ApplicationId;
import com.hackajob.pinpoint.export.ExportKey;
import com.hackajob.pinpoint.export.Ledger;
import com.hackajob.pinpoint.export.Placed;
import com.hackajob.pinpoint.updates.Update;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Every key of the table.
 *
 * <pre>
 * item                  PK                   SK                        GSI2PK          GSI2SK
 * connection            COMPANY#company      CONNECTION                POLL#shard      due time#company
 * lease on the secret   COMPANY#company      SECRET_LEASE
 * mapping               COMPANY#company      MAPPING#job
 * published job         COMPANY#company      JOB#job
 * export (ledger)       COMPANY#company      EXPORT#job#candidate      DUE#shard       due time#company#job#candidate
 * place of a candidate  COMPANY#company      PLACE#generation#Pinpoint job#candidate
 * track                 COMPANY#company      TRACK#job#candidate       DUE#shard       due time#company#job#candidate
 * poll of stages        COMPANY#company      STAGES
 * outbox                COMPANY#company      OUTBOX#update             PENDING#shard   since#update
 * audit                 COMPANY#company      AUDIT#entry
 * connect session       CONNECT#token hash   SESSION
 * connect result        CONNECT#code hash    RESULT
 * OAuth authorization   CONNECT#state hash   AUTHORIZATION
 * </pre>
 *
 * A published job that needs a mapping is in GSI1 as well, under UNMAPPED#company and since#job; an export that is
 * verified, and a track that leads to another application than its receipt, under APPLICATION#company#generation#application.
 *
 * <p>Identifiers never hold a {@code #}. A company's rows are always in the same shard. Reads of the indexes are eventually
 * consistent, so whoever acts on one checks the row itself.
 */
final class Keys {

    /** Of no row: what a new process reads to get ready. */
    static final String WARM_UP = "WARM_UP";

    static final String CONNECTION = "CONNECTION";
    static final String SECRET_LEASE = "SECRET_LEASE";
    static final String AUDIT = "AUDIT#";
    static final String SESSION = "SESSION";
    static final String RESULT = "RESULT";
    static final String AUTHORIZATION = "AUTHORIZATION";
    static final String STAGES = "STAGES";
    static final String TRACKS = "TRACK#";
    static final String PLACES = "PLACE#";
    static final String EXPORTS = "EXPORT#";
    static final String UPDATES = "OUTBOX#";
    static final String MAPPINGS = "MAPPING#";

    /** Sorts after every due time. */
    static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private static final int SHARDS = 4;
    private static final DateTimeFormatter SORTABLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Keys() {}

    static String company(CompanyId company) {
        return "COMPANY#" + company.value();
    }

    static String connect(String hash) {
        return "CONNECT#" + hash;
    }

    static String mapping(JobId job) {
        return MAPPINGS + job.value();
    }

    static String job(JobId job) {
        return "JOB#" + job.value();
    }

    static String unmapped(CompanyId company) {
        return "UNMAPPED#" + company.value();
    }

    static String unmappedSince(Instant since, JobId job) {
        return instant(since) + "#" + job.value();
    }

    static String export(ExportKey key) {
        return exports(key.job()) + key.candidate().value();
    }

    static String track(ExportKey key) {
        return TRACKS + key.job().value() + "#" + key.candidate().value();
    }

    static String exports(JobId job) {
        return EXPORTS + job.value() + "#";
    }

    static String place(Ledger.Place place, CandidateId candidate) {
        return PLACES + place.generation() + "#" + place.job().value() + "#" + candidate.value();
    }

    static String application(CompanyId company, Placed placed) {
        return application(company, placed.generation(), placed.application());
    }

    static String application(CompanyId company, int generation, ApplicationId application) {
        return "APPLICATION#" + company.value() + "#" + generation + "#" + application.value();
    }

    static String outbox(Update update) {
        return UPDATES + update.id();
    }

    static String audit(String entry) {
        return AUDIT + entry;
    }

    static String poll(CompanyId company) {
        return "POLL#" + shard(company);
    }

    static String pollAt(Instant due, CompanyId company) {
        return instant(due) + "#" + company.value();
    }

    static Stream<String> allPolls() {
        return IntStream.range(0, SHARDS).mapToObj(shard -> "POLL#" + shard);
    }

    static String due(CompanyId company) {
        return "DUE#" + shard(company);
    }

    static String dueAt(Instant due, ExportKey key) {
        return instant(due) + "#" + key.company().value() + "#" + key.job().value() + "#"
                + key.candidate().value();
    }

    static Stream<String> allDue() {
        return IntStream.range(0, SHARDS).mapToObj(shard -> "DUE#" + shard);
    }

    static String pending(CompanyId company) {
        return "PENDING#" + shard(company);
    }

    static String pendingSince(Update update) {
        return instant(update.occurredAt()) + "#" + update.id();
    }

    static Stream<String> allPending() {
        return IntStream.range(0, SHARDS).mapToObj(shard -> "PENDING#" + shard);
    }

    /** An instant as text that sorts by time: always with milliseconds. */
    static String instant(Instant instant) {
        return SORTABLE.format(instant);
    }

    /** Sorts after everything of that instant and before everything later. */
    static String upTo(Instant instant) {
        return instant(instant) + "$";
    }

    private static int shard(CompanyId company) {
        return Math.floorMod(company.value().hashCode(), SHARDS);
    }
}
