package com.hackajob.pinpoint.local.pinpoint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what a new job is like; without a word it is open, external, demands nothing and has the usual stages. */
public final class JobBuilder {

    /** A stage to be made. */
    record NewStage(String name, String basicType, boolean sendsEmail) {}

    private static final List<NewStage> USUAL = List.of(
            new NewStage("Applied", "applied", false),
            new NewStage("Review", "review", false),
            new NewStage("Phone screen", "interview", false),
            new NewStage("Interview", "interview", false),
            new NewStage("Offer", "offer", false),
            new NewStage("Hired", "hired", false),
            new NewStage("Rejected", "rejected", true));

    private final Map<String, Object> attributes = new LinkedHashMap<>();
    private final List<NewStage> stages = new ArrayList<>();
    private final List<String> questions = new ArrayList<>();
    private Optional<String> department = Optional.empty();
    private Optional<String> location = Optional.empty();
    private Optional<String> workflow = Optional.empty();

    JobBuilder(String title) {
        attribute("title", title);
        attribute("status", "open");
        attribute("visibility", "external");
        attribute("employment_type", "permanent_full_time");
        attribute("workplace_type", "hybrid");
        attribute("remote", false);
        attribute("require_phone", false);
        attribute("ask_for_address", false);
        attribute("blind_screening", false);
    }

    public JobBuilder status(String status) {
        return attribute("status", status);
    }

    public JobBuilder visibility(String visibility) {
        return attribute("visibility", visibility);
    }

    public JobBuilder department(String name) {
        department = Optional.of(name);
        return this;
    }

    public JobBuilder location(String name) {
        location = Optional.of(name);
        return this;
    }

    public JobBuilder requirePhone() {
        return attribute("require_phone", true);
    }

    public JobBuilder askForAddress() {
        return attribute("ask_for_address", true);
    }

    public JobBuilder resumeRequirement(String requirement) {
        return attribute("resume_requirement", requirement);
    }

    public JobBuilder personalSummaryRequirement(String requirement) {
        return attribute("personal_summary_requirement", requirement);
    }

    /** Any documented attribute of a job. */
    public JobBuilder attribute(String name, Object value) {
        if (!JobResource.ATTRIBUTES.contains(name)) {
            throw new IllegalArgumentException("jobs have no attribute " + name);
        }
        attributes.put(name, value);
        return this;
    }

    /** Adds a stage; the first one replaces the usual ones. */
    public JobBuilder stage(String name, String basicType) {
        return stage(new NewStage(name, basicType, false));
    }

    /** Adds a stage that sends the candidate an e-mail on entry. */
    public JobBuilder stageWithEmail(String name, String basicType) {
        return stage(new NewStage(name, basicType, true));
    }

    /**
     * Selects the hiring workflow of this name, whose stages the job shares with others. If there is none yet, it gets
     * this job's stages; if there is one, stages added here are the job's own, beside the shared ones.
     */
    public JobBuilder workflow(String name) {
        workflow = Optional.of(name);
        return this;
    }

    public JobBuilder question(String title) {
        questions.add(title);
        return this;
    }

    private JobBuilder stage(NewStage stage) {
        if (!JobVocabulary.BASIC_TYPES.contains(stage.basicType())) {
            throw new IllegalArgumentException("no basic type " + stage.basicType());
        }
        stages.add(stage);
        return this;
    }

    Map<String, Object> attributes() {
        return attributes;
    }

    /** The stages said, or else the usual ones. */
    List<NewStage> stagesOrUsual() {
        return stages.isEmpty() ? USUAL : List.copyOf(stages);
    }

    List<NewStage> stages() {
        return List.copyOf(stages);
    }

    List<String> questions() {
        return questions;
    }

    Optional<String> department() {
        return department;
    }

    Optional<String> location() {
        return location;
    }

    Optional<String> workflow() {
        return workflow;
    }
}
