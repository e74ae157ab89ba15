package com.hackajob.pinpoint.pinpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.PinpointAnswer;
import com.hackajob.pinpoint.mapping.PinpointJob;
import com.hackajob.pinpoint.mapping.PinpointJob.Demand;
import com.hackajob.pinpoint.mapping.PinpointJobId;
import com.hackajob.pinpoint.mapping.PinpointJobs;
import com.hackajob.pinpoint.mapping.PinpointStage;
import com.hackajob.pinpoint.mapping.PinpointStageId;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@link PinpointJobs} over HTTP. Stages have no address of their own: they come with their job. */
@Singleton
final class HttpPinpointJobs implements PinpointJobs {

    private static final int PAGE_SIZE = 100;

    private final PinpointHttp http;

    HttpPinpointJobs(PinpointHttp http) {
        this.http = http;
    }

    @Override
    public PinpointAnswer<Page> list(Connection connection, Search search) {
        return http.list(http.account(connection), "jobs", query(search)).answer(body -> page(body, search.page()));
    }

    private static Map<String, String> query(Search search) {
        Map<String, String> query = new HashMap<>();
        query.put("sort", "id");
        query.put("page[number]", Integer.toString(search.page()));
        query.put("page[size]", Integer.toString(PAGE_SIZE));
        search.text().ifPresent(text -> query.put("filter[search]", text));
        if (!search.statuses().isEmpty()) {
            query.put("filter[status]", String.join(",", search.statuses()));
        }
        return query;
    }

    // Pinpoint documents no links between pages: a page that is not full is the last.
    private static Page page(JsonNode body, int number) {
        List<Resource> rows = Resource.many(body);
        return new Page(
                rows.stream().map(HttpPinpointJobs::summary).toList(),
                rows.size() < PAGE_SIZE ? Optional.empty() : Optional.of(number + 1));
    }

    private static Summary summary(Resource job) {
        return new Summary(new PinpointJobId(job.id()), job.text("title").orElse(""), status(job));
    }

    @Override
    public PinpointAnswer<PinpointJob> find(Connection connection, PinpointJobId job) {
        return http.read(http.account(connection), "jobs", job.value(), Map.of("include", "stages"))
                .answer(HttpPinpointJobs::job);
    }

    private static PinpointJob job(JsonNode body) {
        Resource job = Resource.one(body);
        List<PinpointStage> stages = Resource.included(body, "stages").stream()
                .sorted(Comparator.comparingLong(stage -> stage.number("position")))
                .map(HttpPinpointJobs::stage)
                .toList();
        return new PinpointJob(
                new PinpointJobId(job.id()), job.text("title").orElse(""), status(job), stages, demands(job));
    }

    private static PinpointStage stage(Resource stage) {
        return new PinpointStage(
                new PinpointStageId(stage.id()),
                stage.text("name").orElse(""),
                stage.text("basic_type").orElse(""));
    }

    private static String status(Resource job) {
        return job.text("status").orElse("unknown");
    }

    // Only the word "required" is known to demand something; the other values are not documented.
    private static Set<Demand> demands(Resource job) {
        Set<Demand> demands = EnumSet.noneOf(Demand.class);
        if (job.flag("require_phone")) {
            demands.add(Demand.PHONE);
        }
        if (job.flag("ask_for_address")) {
            demands.add(Demand.ADDRESS);
        }
        if (job.text("resume_requirement").filter("required"::equals).isPresent()) {
            demands.add(Demand.CV);
        }
        if (job.text("personal_summary_requirement").filter("required"::equals).isPresent()) {
            demands.add(Demand.SUMMARY);
        }
        return demands;
    }
}
