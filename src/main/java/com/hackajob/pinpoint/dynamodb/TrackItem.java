package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.export.ExportKey;
import com.hackajob.pinpoint.mapping.PinpointStageId;
import com.hackajob.pinpoint.mapping.StageId;
import com.hackajob.pinpoint.stagesync.Agreed;
import com.hackajob.pinpoint.stagesync.Track;
import com.hackajob.pinpoint.stagesync.Track.Asked;
import com.hackajob.pinpoint.stagesync.Track.Pushed;
import com.hackajob.pinpoint.stagesync.Track.Reason;
import com.hackajob.pinpoint.stagesync.Track.Standing;

/** A track as a row. */
final class TrackItem {

    private TrackItem() {}

    static Item key(ExportKey key) {
        return Item.key(Keys.company(key.company()), Keys.track(key));
    }

    static Item write(Track track) {
        ExportKey key = track.key();
        Item row = key(key).with("company", key.company().value())
                .with("job", key.job().value())
                .with("candidate", key.candidate().value())
                .with("version", track.version())
                .with("stage", track.stage().map(StageId::value));
        track.movedAt().ifPresent(at -> row.with("movedAt", at));
        track.agreed()
                .ifPresent(agreed -> row.with("agreedStage", agreed.stage().value())
                        .with("agreedPlace", agreed.pinpointStage().map(PinpointStageId::value)));
        track.asked()
                .ifPresent(asked -> row.with("asked", asked.stage().value()).with("askedAt", asked.at()));
        track.pushed().ifPresent(pushed -> row.with("pushedFrom", pushed.from().value())
                .with("pushedAt", pushed.at())
                .with("pushedForCertain", pushed.isCertain()));
        track.relinked().ifPresent(placed -> PlacedItem.write(row, placed)
                .with("GSI1PK", Keys.application(key.company(), placed))
                .with("GSI1SK", Keys.track(key)));
        track.standing().due().ifPresent(due -> row.with("due", due)
                .with("GSI2PK", Keys.due(key.company()))
                .with("GSI2SK", Keys.dueAt(due, key)));
        return standing(row, track.standing());
    }

    private static Item standing(Item row, Standing standing) {
        return switch (standing) {
            case Standing.Still() -> row.with("standing", "still");
            case Standing.Waiting(var _, var code, var failures) ->
                row.with("standing", "waiting")
                        .with("code", code.map(ErrorCode::code))
                        .with("failures", failures);
            case Standing.Searched _ -> row.with("standing", "searched");
            case Standing.Untracked(var reason, var since) ->
                row.with("standing", "untracked").with("reason", reason.name()).with("since", since);
        };
    }

    static Track read(Item item) {
        return new Track(
                ExportItem.key(item),
                item.optionalText("stage").map(StageId::new),
                item.optionalInstant("movedAt"),
                item.optionalText("agreedStage")
                        .map(stage -> new Agreed(
                                new StageId(stage),
                                item.optionalText("agreedPlace").map(PinpointStageId::new))),
                item.optionalText("asked").map(stage -> new Asked(new StageId(stage), item.instant("askedAt"))),
                item.optionalText("pushedFrom")
                        .map(from -> new Pushed(
                                new PinpointStageId(from), item.instant("pushedAt"), item.flag("pushedForCertain"))),
                standing(item),
                item.optionalText("application").map(_ -> PlacedItem.read(item)),
                item.number("version"));
    }

    private static Standing standing(Item item) {
        return switch (item.text("standing")) {
            case "still" -> new Standing.Still();
            case "waiting" ->
                new Standing.Waiting(
                        item.instant("due"),
                        item.optionalText("code").map(ErrorCode::of),
                        Math.toIntExact(item.number("failures")));
            case "searched" -> new Standing.Searched(item.instant("due"));
            case "untracked" -> new Standing.Untracked(Reason.valueOf(item.text("reason")), item.instant("since"));
            default -> throw new IllegalStateException("a track is in no known standing");
        };
    }
}
