package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.UserId;
import com.hackajob.pinpoint.mapping.Mapping;
import com.hackajob.pinpoint.mapping.Mapping.StagePair;
import com.hackajob.pinpoint.mapping.Mapping.Version;
import com.hackajob.pinpoint.mapping.MappingSettings;
import com.hackajob.pinpoint.mapping.PinpointJob;
import com.hackajob.pinpoint.mapping.PinpointJob.Demand;
import com.hackajob.pinpoint.mapping.PinpointJobId;
import com.hackajob.pinpoint.mapping.PinpointStage;
import com.hackajob.pinpoint.mapping.PinpointStageId;
import com.hackajob.pinpoint.mapping.Snapshot;
import com.hackajob.pinpoint.mapping.StageId;
import java.util.stream.Collectors;

/** A mapping as a row. */
final class MappingItem {

    private MappingItem() {}

    static Item write(Mapping mapping) {
        Snapshot snapshot = mapping.snapshot();
        Item row = Item.key(Keys.company(mapping.company()), Keys.mapping(mapping.job()))
                .with("company", mapping.company().value())
                .with("job", mapping.job().value())
                .with("generation", mapping.generation())
                .with("pinpointJob", write(snapshot.job()))
                .with("readAt", snapshot.readAt())
                .withItems(
                        "stages",
                        mapping.stages().stream().map(MappingItem::write).toList())
                .with("notifyCandidate", mapping.settings().notifyCandidate())
                .with("channel", mapping.settings().source().map(MappingSettings.Source::channel))
                .with("channelSource", mapping.settings().source().map(MappingSettings.Source::channelSource))
                .with("pushesRejections", mapping.settings().pushesRejections())
                .with("editedBy", mapping.editedBy().value())
                .with("updatedAt", mapping.updatedAt())
                .with("version", mapping.version().value());
        // Mostly it is as it was mapped, and each export reads this row: the same is not written twice.
        return snapshot.asMapped().equals(snapshot.job()) ? row : row.with("asMapped", write(snapshot.asMapped()));
    }

    static Mapping read(Item item) {
        return new Mapping(
                new CompanyId(item.text("company")),
                new JobId(item.text("job")),
                Math.toIntExact(item.number("generation")),
                snapshot(item),
                item.items("stages").stream().map(MappingItem::pair).toList(),
                settings(item),
                new UserId(item.text("editedBy")),
                item.instant("updatedAt"),
                new Version(item.text("version")));
    }

    private static Snapshot snapshot(Item item) {
        PinpointJob job = job(item.item("pinpointJob"));
        return new Snapshot(
                item.optionalItem("asMapped").map(MappingItem::job).orElse(job), job, item.instant("readAt"));
    }

    private static MappingSettings settings(Item item) {
        return new MappingSettings(
                item.flag("notifyCandidate"),
                item.optionalText("channel")
                        .map(channel -> new MappingSettings.Source(channel, item.text("channelSource"))),
                item.flag("pushesRejections"));
    }

    private static Item write(PinpointJob job) {
        return Item.empty()
                .with("id", job.id().value())
                .with("title", job.title())
                .with("status", job.status())
                .withItems(
                        "stages", job.stages().stream().map(MappingItem::write).toList())
                .withTexts(
                        "demands",
                        job.demands().stream().map(Demand::name).sorted().toList());
    }

    private static PinpointJob job(Item item) {
        return new PinpointJob(
                new PinpointJobId(item.text("id")),
                item.text("title"),
                item.text("status"),
                item.items("stages").stream().map(MappingItem::stage).toList(),
                item.texts("demands").stream().map(Demand::valueOf).collect(Collectors.toSet()));
    }

    private static Item write(PinpointStage stage) {
        return Item.empty()
                .with("id", stage.id().value())
                .with("name", stage.name())
                .with("kind", stage.kind());
    }

    private static PinpointStage stage(Item item) {
        return new PinpointStage(new PinpointStageId(item.text("id")), item.text("name"), item.text("kind"));
    }

    private static Item write(StagePair pair) {
        return Item.empty()
                .with("stage", pair.stage().value())
                .with("name", pair.stageName())
                .with("pinpointStage", pair.pinpointStage().map(PinpointStageId::value));
    }

    private static StagePair pair(Item item) {
        return new StagePair(
                new StageId(item.text("stage")),
                item.text("name"),
                item.optionalText("pinpointStage").map(PinpointStageId::new));
    }
}
