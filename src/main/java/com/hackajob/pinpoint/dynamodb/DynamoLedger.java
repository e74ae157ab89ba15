package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.CandidateId;
import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.export.ApplicationId;
import com.hackajob.pinpoint.export.Export;
import com.hackajob.pinpoint.export.ExportKey;
import com.hackajob.pinpoint.export.ExportState;
import com.hackajob.pinpoint.export.Ledger;
import com.hackajob.pinpoint.export.Turns;
import com.hackajob.pinpoint.mapping.PinpointJobId;
import com.hackajob.pinpoint.updates.Update;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** {@link Ledger} in the table. */
@Singleton
final class DynamoLedger implements Ledger {

    /** The states of those that wait for a time or for somebody; a submitted one may be in hand for a moment. */
    private static final Set<String> WAITING = Set.of("waiting", "held", "submitted", "queued");

    private final Table table;

    DynamoLedger(Table table) {
        this.table = table;
    }

    // Redelivery, a second worker and a worker back from the dead all come here: only one finds the row new or due, and
    // the version it counts up fences off every earlier holder.
    @Override
    public Claim claim(ExportKey key, Instant now, Duration lease) {
        Item row = ExportItem.identity(key).with("updatedAt", now);
        ExportItem.describe(row, key, new ExportState.Claimed(now.plus(lease)));
        try {
            var answer = table.client().updateItem(update -> update.tableName(table.name())
                    .key(key(key).values())
                    .updateExpression(set(row)
                            + ", version = if_not_exists(version, :zero) + :one"
                            + ", attempts = if_not_exists(attempts, :zero) + :one"
                            + ", failures = if_not_exists(failures, :zero) + :one"
                            + ", cameAt = if_not_exists(cameAt, :now)")
                    .conditionExpression("attribute_not_exists(PK) OR due <= :now")
                    .expressionAttributeNames(names(row))
                    .expressionAttributeValues(values(row)
                            .with(":zero", 0)
                            .with(":one", 1)
                            .with(":now", Keys.instant(now))
                            .values())
                    .returnValues(ReturnValue.ALL_NEW));
            return ExportItem.granted(key, Item.of(answer.attributes()));
        } catch (ConditionalCheckFailedException settledOrHeld) {
            return new Claim.NotDue();
        }
    }

    // A worker whose lease ran out while it slept finds another version here, and stops. Nor does one that was not told
    // that its write took effect unsettle what it has settled.
    @Override
    public boolean record(Claim.Granted claim, ExportState state, Optional<Update> update, Instant now) {
        var change = change(claim, state, now);
        var outbox = update.map(OutboxItem::write).map(table::putting);
        return outbox.isPresent() ? !table.transact(change, outbox.get()).contains(true) : apply(change);
    }

    private TransactWriteItem change(Claim.Granted claim, ExportState state, Instant now) {
        Item row = ExportItem.describe(Item.empty().with("updatedAt", now), claim.key(), state);
        return TransactWriteItem.builder()
                .update(write -> write.tableName(table.name())
                        .key(key(claim.key()).values())
                        .updateExpression(
                                set(row) + (state.due().isPresent() ? "" : " REMOVE due, GSI2PK, GSI2SK, told"))
                        .conditionExpression("version = :version AND attribute_exists(due)")
                        .expressionAttributeNames(names(row))
                        .expressionAttributeValues(
                                values(row).with(":version", claim.version()).values()))
                .build();
    }

    private boolean apply(TransactWriteItem change) {
        try {
            var update = change.update();
            table.client().updateItem(write -> write.tableName(update.tableName())
                    .key(update.key())
                    .updateExpression(update.updateExpression())
                    .conditionExpression(update.conditionExpression())
                    .expressionAttributeNames(update.expressionAttributeNames())
                    .expressionAttributeValues(update.expressionAttributeValues()));
            return true;
        } catch (ConditionalCheckFailedException takenOver) {
            return false;
        }
    }

    // Two exports of a candidate that stand for the same Pinpoint job, both of which found nobody there: one takes the
    // place. The other gets it once what the first may have created was visible before the other looked.
    @Override
    public Begun begin(Claim.Granted claim, Place place, ExportState.Submitting state, Instant now) {
        List<Boolean> failed = table.transact(change(claim, state, now), taking(claim.key(), place, state.until()));
        if (failed.getFirst()) {
            return Begun.TAKEN_OVER;
        }
        return failed.getLast() ? Begun.OCCUPIED : Begun.YES;
    }

    private TransactWriteItem taking(ExportKey key, Place place, Instant until) {
        Item row = Item.empty()
                .with("job", key.job().value())
                .with("candidate", key.candidate().value())
                .with("generation", place.generation())
                .with("pinpointJob", place.job().value())
                .with("until", until)
                .expiring(until.plus(CONTESTED_FOR));
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table.name())
                        .key(Item.key(Keys.company(key.company()), Keys.place(place, key.candidate()))
                                .values())
                        .updateExpression(set(row) + " ADD begun :jobs")
                        .conditionExpression("attribute_not_exists(PK) OR #job = :job OR #until <= :lookedAt")
                        .expressionAttributeNames(names(row))
                        .expressionAttributeValues(values(row)
                                .with(":lookedAt", place.lookedAt())
                                .withSet(":jobs", Set.of(key.job().value()))
                                .values()))
                .build();
    }

    @Override
    public List<Contested> contested(CompanyId company, Instant now) {
        Item values = Item.empty().with(":one", 1).with(":now", now.getEpochSecond());
        String several = "size(#attribute) > :one AND expiresAt > :now";
        return table.find(Keys.company(company), Keys.PLACES, "begun", several, values)
                .map(row -> contested(company, row))
                .toList();
    }

    private static Contested contested(CompanyId company, Item row) {
        var candidate = new CandidateId(row.text("candidate"));
        return new Contested(
                Math.toIntExact(row.number("generation")),
                new PinpointJobId(row.text("pinpointJob")),
                row.set("begun").stream()
                        .sorted()
                        .map(job -> new ExportKey(company, new JobId(job), candidate))
                        .toList());
    }

    @Override
    public Optional<Export> find(ExportKey key) {
        return table.get(Keys.company(key.company()), Keys.export(key)).map(ExportItem::read);
    }

    @Override
    public Page list(CompanyId company, Optional<ExportKey> after, int limit) {
        Item values = Item.empty().with(":company", Keys.company(company)).with(":exports", Keys.EXPORTS);
        var answer = table.client().query(query -> {
            query.tableName(table.name())
                    .keyConditionExpression("PK = :company AND begins_with(SK, :exports)")
                    .expressionAttributeValues(values.values())
                    .consistentRead(true)
                    .limit(limit);
            after.ifPresent(key -> query.exclusiveStartKey(key(key).values()));
        });
        List<Export> exports =
                answer.items().stream().map(Item::of).map(ExportItem::read).toList();
        return new Page(
                exports,
                answer.hasLastEvaluatedKey() ? Optional.of(exports.getLast().key()) : Optional.empty());
    }

    @Override
    public List<ExportKey> due(CompanyId company, Instant now, int limit) {
        return Turns.of(due(company, now), row -> row.text("state").equals("queued"), limit).stream()
                .map(ExportItem::key)
                .toList();
    }

    private Stream<Item> due(CompanyId company, Instant until) {
        return Due.of(table, company, Keys.EXPORTS, until);
    }

    @Override
    public int waiting(CompanyId company, int limit) {
        return Math.toIntExact(due(company, Keys.END_OF_TIME)
                .filter(row -> WAITING.contains(row.text("state")))
                .limit(limit)
                .count());
    }

    @Override
    public int release(CompanyId company) {
        return Math.toIntExact(due(company, Keys.END_OF_TIME)
                .filter(row -> row.text("state").equals("held"))
                .filter(this::isReleased)
                .count());
    }

    @Override
    public int release(CompanyId company, JobId job) {
        return Math.toIntExact(
                ofJob(company, job, "held").filter(this::isReleased).count());
    }

    // Those who came at one moment stay in the order in which they are stored, by candidate.
    @Override
    public List<Export> skipped(CompanyId company, JobId job) {
        return ofJob(company, job, "skipped")
                .map(ExportItem::read)
                .sorted(Comparator.comparing(Export::cameAt))
                .toList();
    }

    private Stream<Item> ofJob(CompanyId company, JobId job, String state) {
        return table.find(Keys.company(company), Keys.exports(job), "state", state);
    }

    // Two who resume it, a worker that takes it up, or an erasure: each leaves another state or count of attempts.
    @Override
    public boolean resume(Export seen, ExportState next) {
        Item row = ExportItem.describe(Item.empty(), seen.key(), next);
        try {
            table.client().updateItem(update -> update.tableName(table.name())
                    .key(key(seen.key()).values())
                    .updateExpression(set(row))
                    .conditionExpression("#state = :seen AND attempts = :attempts")
                    .expressionAttributeNames(names(row))
                    .expressionAttributeValues(values(row)
                            .with(":seen", ExportItem.name(seen.state()))
                            .with(":attempts", seen.attempts())
                            .values()));
            return true;
        } catch (ConditionalCheckFailedException changed) {
            return false;
        }
    }

    @Override
    public List<Export> ofCandidate(CompanyId company, CandidateId candidate) {
        return table.find(Keys.company(company), Keys.EXPORTS, "candidate", candidate.value())
                .map(ExportItem::read)
                .toList();
    }

    @Override
    public List<ExportKey> ofApplication(CompanyId company, int generation, ApplicationId application) {
        Item values = Item.empty().with(":application", Keys.application(company, generation, application));
        return table
                .client()
                .queryPaginator(query -> query.tableName(table.name())
                        .indexName("GSI1")
                        .keyConditionExpression("GSI1PK = :application")
                        .expressionAttributeValues(values.values()))
                .items()
                .stream()
                .map(Item::of)
                .map(ExportItem::key)
                .distinct()
                .toList();
    }

    // With another version, no record of a worker that has it in hand is taken any more. What a worker did since it was
    // seen leaves another state or count of attempts: then the tombstone may be another one. The track goes with
    // it, and none is written any more once the tombstone is there.
    @Override
    public boolean erase(Export seen, ExportState.Erased tombstone) {
        Item row = ExportItem.describe(Item.empty().with("updatedAt", tombstone.at()), seen.key(), tombstone);
        String due = tombstone.lookAt().isPresent() ? "" : "due, GSI2PK, GSI2SK, ";
        var burial = TransactWriteItem.builder()
                .update(update -> update.tableName(table.name())
                        .key(key(seen.key()).values())
                        .updateExpression(set(row) + ", version = version + :one REMOVE " + due + ExportItem.ERASED)
                        .conditionExpression("#state = :seen AND attempts = :attempts")
                        .expressionAttributeNames(names(row))
                        .expressionAttributeValues(values(row)
                                .with(":one", 1)
                                .with(":seen", ExportItem.name(seen.state()))
                                .with(":attempts", seen.attempts())
                                .values()))
                .build();
        return table.write(List.of(burial, table.deleting(TrackItem.key(seen.key()))));
    }

    // Its time becomes that at which it came, which has passed: so they are due, the oldest first. A worker that
    // took it up since the index was read finds it released no more than another of these would.
    private boolean isReleased(Item row) {
        ExportKey key = ExportItem.key(row);
        Instant came = row.instant("cameAt");
        try {
            table.client().updateItem(update -> update.tableName(table.name())
                    .key(key(key).values())
                    .updateExpression("SET due = :due, GSI2SK = :sort")
                    .conditionExpression("version = :version AND due = :seen")
                    .expressionAttributeValues(Item.empty()
                            .with(":due", came)
                            .with(":sort", Keys.dueAt(came, key))
                            .with(":version", row.number("version"))
                            .with(":seen", row.text("due"))
                            .values()));
            return true;
        } catch (ConditionalCheckFailedException takenUp) {
            return false;
        }
    }

    private static Item key(ExportKey key) {
        return Item.key(Keys.company(key.company()), Keys.export(key));
    }

    // Some of our attribute names, such as "state", are reserved words: all go by placeholder.
    private static String set(Item row) {
        return row.values().keySet().stream()
                .sorted()
                .map(name -> "#" + name + " = :" + name)
                .collect(Collectors.joining(", ", "SET ", ""));
    }

    private static Map<String, String> names(Item row) {
        return row.values().keySet().stream().collect(Collectors.toMap(name -> "#" + name, name -> name));
    }

    private static Item values(Item row) {
        Item values = Item.empty();
        row.values().forEach((name, value) -> values.values().put(":" + name, value));
        return values;
    }
}
