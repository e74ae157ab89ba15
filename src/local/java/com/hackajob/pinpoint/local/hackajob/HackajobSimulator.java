package com.hackajob.pinpoint.local.hackajob;

import com.hackajob.pinpoint.local.aws.HttpEndpoint;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** hackajob's platform API and file store on one address, for as many companies as are put into it. */
public final class HackajobSimulator implements AutoCloseable {

    private static final Pattern COMPANY = Pattern.compile("/companies/([^/]+)");
    private static final Pattern JOB = Pattern.compile(COMPANY.pattern() + "/jobs/([^/]+)");
    private static final Pattern CANDIDATE = Pattern.compile(JOB.pattern() + "/candidates/([^/]+)");
    private static final Pattern FILE = Pattern.compile("/files/([^/]+)/([^/]+)/([^/]+)/.+");

    private final Platform platform = new Platform();
    private final Switch<ApiFault> api = new Switch<>();
    private final Switch<FileFault> files = new Switch<>();
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private final String serviceToken = "service-" + UUID.randomUUID();
    private final HttpEndpoint endpoint;
    private final FileAddresses addresses;

    private HackajobSimulator(HttpEndpoint endpoint, Clock clock) {
        this.endpoint = endpoint;
        this.addresses = new FileAddresses(clock);
    }

    public static HackajobSimulator start(InetAddress bind, int port, Clock clock) {
        var simulator = new HackajobSimulator(HttpEndpoint.bind(bind, port), clock);
        simulator.endpoint.serve(simulator::handle);
        return simulator;
    }

    /** Where the API is; files are at the same origin. */
    public URI baseUrl() {
        return endpoint.baseUrl();
    }

    /** The token that the API asks for. */
    public String serviceToken() {
        return serviceToken;
    }

    /** Adds a company, or replaces it; one that is not put is unknown, whatever jobs it has. */
    public void put(Company company) {
        platform.put(company);
    }

    /** Adds a job, or replaces it. */
    public void put(String company, Job job) {
        platform.put(company, job);
    }

    /** Adds a candidate who accepted on a job, or replaces them. */
    public void put(String company, String job, Candidate candidate) {
        platform.put(company, job, candidate);
    }

    public void remove(String company, String job) {
        platform.remove(company, job);
    }

    public void remove(String company, String job, String candidate) {
        platform.remove(company, job, candidate);
    }

    /** How long the addresses of files are good that are given out from now on. */
    public void setFileAddressLife(Duration life) {
        addresses.setLife(life);
    }

    public Switch<ApiFault> apiFaults() {
        return api;
    }

    public Switch<FileFault> fileFaults() {
        return files;
    }

    public List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    public void forgetRequests() {
        requests.clear();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var trace = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amzn-Trace-Id"));
            requests.add(new RecordedRequest(exchange.getRequestMethod(), path, trace));
            if (path.startsWith("/files/")) {
                serveFile(exchange);
            } else {
                serveApi(exchange);
            }
        }
    }

    private void serveApi(HttpExchange exchange) throws IOException {
        var fault = api.current();
        if (fault.isEmpty()) {
            answer(exchange).send(exchange);
            return;
        }
        switch (fault.get()) {
            case ApiFault.ServerError() ->
                PlatformReply.problem(500, "Internal error").send(exchange);
            case ApiFault.Unavailable() ->
                PlatformReply.problem(503, "Unavailable").send(exchange);
            case ApiFault.Slow(var delay) -> {
                Pause.of(delay);
                answer(exchange).send(exchange);
            }
            case ApiFault.Reset() -> exchange.close();
        }
    }

    private PlatformReply answer(HttpExchange exchange) {
        var expected = "Bearer " + serviceToken;
        if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return PlatformReply.problem(401, "A service token is needed");
        }
        if (!exchange.getRequestMethod().equals("GET")) {
            return PlatformReply.problem(405, "Only GET is known");
        }
        return resource(exchange.getRequestURI().getPath());
    }

    private PlatformReply resource(String path) {
        var candidate = CANDIDATE.matcher(path);
        if (candidate.matches()) {
            return candidate(candidate.group(1), candidate.group(2), candidate.group(3));
        }
        var job = JOB.matcher(path);
        if (job.matches()) {
            return job(job.group(1), job.group(2));
        }
        var company = COMPANY.matcher(path);
        return company.matches() ? company(company.group(1)) : PlatformReply.problem(404, "No such resource");
    }

    private PlatformReply company(String id) {
        return platform.company(id)
                .map(PlatformReply::company)
                .orElseGet(() -> PlatformReply.problem(404, "No such company"));
    }

    private PlatformReply job(String company, String job) {
        return platform.job(company, job)
                .map(PlatformReply::job)
                .orElseGet(() -> PlatformReply.problem(404, "No such job"));
    }

    private PlatformReply candidate(String company, String job, String id) {
        return platform.candidate(company, job, id)
                .map(candidate -> PlatformReply.candidate(candidate, cvAddress(company, job, candidate)))
                .orElseGet(() -> PlatformReply.problem(404, "No such candidate"));
    }

    private String cvAddress(String company, String job, Candidate candidate) {
        var cv = candidate.cv();
        return cv == null ? "" : addresses.sign(baseUrl(), company, job, candidate.id(), cv.fileName());
    }

    private void serveFile(HttpExchange exchange) throws IOException {
        var file = FILE.matcher(exchange.getRequestURI().getPath());
        if (!file.matches() || !addresses.isGood(exchange.getRequestURI())) {
            exchange.sendResponseHeaders(403, -1);
            return;
        }
        var cv = platform.candidate(file.group(1), file.group(2), file.group(3)).map(Candidate::cv);
        if (cv.isEmpty()) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        CvFiles.send(exchange, cv.get(), files.current());
    }

    @Override
    public void close() {
        endpoint.close();
    }
}
