package com.hackajob.pinpoint.pinpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.hackajob.pinpoint.mapping.PinpointJob;
import com.hackajob.pinpoint.mapping.PinpointJob.Demand;
import com.hackajob.pinpoint.mapping.PinpointJobId;
import com.hackajob.pinpoint.mapping.PinpointJobs.Description;
import com.hackajob.pinpoint.mapping.PinpointJobs.Jobs;
import com.hackajob.pinpoint.mapping.PinpointJobs.Page;
import com.hackajob.pinpoint.mapping.PinpointJobs.Position;
import com.hackajob.pinpoint.mapping.PinpointJobs.Search;
import com.hackajob.pinpoint.mapping.PinpointJobs.Summary;
import com.hackajob.pinpoint.mapping.PinpointJobs.Unit;
import com.hackajob.pinpoint.mapping.PinpointJobs.Units;
import com.hackajob.pinpoint.mapping.PinpointStage;
import com.hackajob.pinpoint.mapping.PinpointStageId;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Jobs as Pinpoint writes them. */
final class JobAnswers {

    private JobAnswers() {}

    // A job that came into the filter in between, such as one opened again, moves the others on to a later page.
    static Page page(JsonNode body, Search search, boolean unitsShown) {
        List<Resource> rows = Resource.many(body);
        Map<String, Unit> departments = units(body, "departments");
        Map<String, Unit> locations = units(body, "locations");
        List<Summary> jobs = rows.stream()
                .filter(job -> isNew(job, search.after()))
                .map(job -> summary(job, units(job, departments, locations)))
                .toList();
        return new Page(jobs, next(rows, search.after()), unitsShown);
    }

    // A job of which the answer does not say which stages it has is left out, and never taken for one that has none.
    static Jobs jobs(JsonNode body, Optional<Position> after) {
        List<Resource> rows = Resource.many(body);
        Map<String, Resource> stages = Resource.included(body, "stages").stream()
                .collect(Collectors.toMap(Resource::id, stage -> stage, (first, _) -> first));
        List<PinpointJob> jobs = rows.stream()
                .flatMap(job -> job
                        .relatedMany("stages")
                        .filter(ids -> stages.keySet().containsAll(ids))
                        .map(ids -> ids.stream().map(stages::get).toList())
                        .map(own -> job(job, own))
                        .stream())
                .toList();
        return new Jobs(jobs, next(rows, after));
    }

    private static boolean isNew(Resource job, Optional<Position> after) {
        return after.map(position ->
                        number(job.id()).compareTo(number(position.last().value())) > 0)
                .orElse(true);
    }

    // Pinpoint documents no links between pages: a page that is not full is the last.
    private static Optional<Position> next(List<Resource> rows, Optional<Position> after) {
        if (rows.size() < JobRequests.PAGE_SIZE) {
            return Optional.empty();
        }
        PinpointJobId end = new PinpointJobId(rows.getLast().id());
        return Optional.of(after.map(position -> new Position(position.page() + 1, later(position.last(), end)))
                .orElseGet(() -> new Position(2, end)));
    }

    private static PinpointJobId later(PinpointJobId one, PinpointJobId other) {
        return number(one.value()).compareTo(number(other.value())) > 0 ? one : other;
    }

    private static BigInteger number(String id) {
        return new BigInteger(id);
    }

    private static Summary summary(Resource job, Units units) {
        return new Summary(new PinpointJobId(job.id()), title(job), status(job), units);
    }

    static Description description(JsonNode body, boolean unitsShown) {
        Units units = units(Resource.one(body), units(body, "departments"), units(body, "locations"));
        return new Description(job(body), units, unitsShown);
    }

    static PinpointJob job(JsonNode body) {
        return job(Resource.one(body), Resource.included(body, "stages"));
    }

    private static PinpointJob job(Resource job, List<Resource> own) {
        List<PinpointStage> stages = own.stream()
                .sorted(Comparator.comparingLong(stage -> stage.number("position")))
                .map(JobAnswers::stage)
                .toList();
        return new PinpointJob(new PinpointJobId(job.id()), title(job), status(job), stages, demands(job));
    }

    private static PinpointStage stage(Resource stage) {
        return new PinpointStage(
                new PinpointStageId(stage.id()),
                stage.text("name").orElse(""),
                stage.text("basic_type").orElse(""));
    }

    private static Map<String, Unit> units(JsonNode body, String type) {
        return Resource.included(body, type).stream()
                .map(unit -> new Unit(unit.id(), unit.text("name").orElse("")))
                .collect(Collectors.toMap(Unit::id, unit -> unit, (first, _) -> first));
    }

    private static Units units(Resource job, Map<String, Unit> departments, Map<String, Unit> locations) {
        return new Units(
                job.related("department").map(departments::get),
                job.related("location").map(locations::get));
    }

    private static String title(Resource job) {
        return job.text("title").orElse("");
    }

    private static String status(Resource job) {
        return job.text("status").orElse("unknown");
    }

    private static Set<Demand> demands(Resource job) {
        return EnumSet.allOf(Demand.class).stream()
                .filter(demand -> makes(job, demand))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Demand.class)));
    }

    private static boolean makes(Resource job, Demand demand) {
        return switch (demand) {
            case PHONE -> job.flag("require_phone");
            case ADDRESS -> job.flag("ask_for_address");
            case CV -> requires(job, "resume_requirement");
            case SUMMARY -> requires(job, "personal_summary_requirement");
            case LINKEDIN_PROFILE -> job.flag("ask_for_linkedin_profile");
            case COVER_LETTER -> requires(job, "cover_letter_requirement");
            case DATE_OF_BIRTH -> job.flag("ask_for_date_of_birth");
            case MIDDLE_NAME -> job.flag("ask_for_middle_name");
            case DIVERSITY_MONITORING -> requires(job, "diversity_monitoring_requirement");
        };
    }

    // Only the word "required" is known to demand something; the other values are not documented.
    private static boolean requires(Resource job, String setting) {
        return job.text(setting).filter("required"::equals).isPresent();
    }
}
