package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.CandidateId;
import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.export.ExportKey;
import com.hackajob.pinpoint.stagesync.Poll;
import com.hackajob.pinpoint.stagesync.Poll.GoOn;
import com.hackajob.pinpoint.stagesync.Polls;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@link Polls} in the table. */
@Singleton
final class DynamoPolls implements Polls {

    private final Table table;

    DynamoPolls(Table table) {
        this.table = table;
    }

    @Override
    public Poll read(CompanyId company) {
        return table.get(Keys.company(company), Keys.STAGES)
                .map(row -> poll(company, row))
                .orElseGet(() -> Poll.fresh(company));
    }

    private static Poll poll(CompanyId company, Item row) {
        return new Poll(
                company,
                row.has("generation") ? Math.toIntExact(row.number("generation")) : 0,
                row.optionalInstant("watermark"),
                row.optionalInstant("goOnAfter").map(after -> new GoOn(after, Math.toIntExact(row.number("goOnPage")))),
                row.optionalInstant("changesDue").orElse(Instant.EPOCH),
                row.optionalInstant("sweepDue").orElse(Instant.EPOCH),
                row.optionalText("sweptToJob")
                        .map(job ->
                                new ExportKey(company, new JobId(job), new CandidateId(row.text("sweptToCandidate")))),
                row.optionalInstant("lastIn"),
                row.optionalInstant("lastOut"));
    }

    @Override
    public void save(Poll poll) {
        Item values = Item.empty()
                .with(":generation", poll.generation())
                .with(":changesDue", poll.changesDue())
                .with(":sweepDue", poll.sweepDue());
        List<String> sets = new ArrayList<>(
                List.of("generation = :generation", "changesDue = :changesDue", "sweepDue = :sweepDue"));
        List<String> removes = new ArrayList<>();
        set("goOnAfter", poll.goOn().map(GoOn::after).map(Keys::instant), values, sets, removes);
        values.with(":goOnPage", poll.goOn().map(GoOn::page).orElse(1));
        sets.add("goOnPage = :goOnPage");
        set("watermark", poll.watermark().map(Keys::instant), values, sets, removes);
        set("sweptToJob", poll.sweptTo().map(key -> key.job().value()), values, sets, removes);
        set("sweptToCandidate", poll.sweptTo().map(key -> key.candidate().value()), values, sets, removes);
        table.client().updateItem(update -> update.tableName(table.name())
                .key(Item.key(Keys.company(poll.company()), Keys.STAGES).values())
                .updateExpression("SET " + String.join(", ", sets)
                        + (removes.isEmpty() ? "" : " REMOVE " + String.join(", ", removes)))
                .expressionAttributeValues(values.values()));
    }

    private static void set(String name, Optional<String> value, Item values, List<String> sets, List<String> removes) {
        if (value.isPresent()) {
            values.with(":" + name, value.get());
            sets.add(name + " = :" + name);
        } else {
            removes.add(name);
        }
    }
}
