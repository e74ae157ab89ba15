package com.hackajob.pinpoint.local.pinpoint;

/** A stage of a job as it is now. */
public record SimulatedStage(String id, String name, String basicType, int position) {

    static SimulatedStage of(Row stage) {
        return new SimulatedStage(stage.id(), stage.text("name"), stage.text("basic_type"), stage.number("position"));
    }
}
