package com.hackajob.pinpoint.lambda;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.hackajob.pinpoint.local.aws.Exchange;
import com.hackajob.pinpoint.local.aws.Exchange.Answer;
import com.hackajob.pinpoint.local.aws.Exchange.Question;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * openapi.yaml, held against what the API was asked and answered, by somebody else's validator.
 *
 * <p>An answer has to be documented: its status by name (500 alone may hide behind {@code default}), its content type,
 * its headers, and its body, which has all that is required and nothing that is not described. A request that is not
 * documented has to be refused with a 4xx. So whatever is accepted is documented too.
 */
final class Contract {

    private static final Logger VALIDATOR = Logger.getLogger("com.atlassian.oai.validator");

    static {
        VALIDATOR.setLevel(java.util.logging.Level.WARNING); // it tells of each page that it is no JSON
    }

    private final OpenAPI api;
    private final OpenApiInteractionValidator validator;

    private Contract(OpenAPI api) {
        this.api = api;
        this.validator = OpenApiInteractionValidator.createFor(api)
                .withLevelResolver(LevelResolver.create()
                        .withDefaultLevel(Level.ERROR)
                        .withLevel("validation.request.parameter.query.unexpected", Level.ERROR) // else ignored
                        .build())
                .build();
    }

    static Contract published() {
        var options = new ParseOptions();
        options.setResolve(true);
        options.setResolveFully(true);
        var parsed = new OpenAPIV3Parser().readLocation("src/main/resources/openapi.yaml", null, options);
        if (!parsed.getMessages().isEmpty()) {
            throw new IllegalStateException("openapi.yaml is not OpenAPI: " + parsed.getMessages());
        }
        return new Contract(parsed.getOpenAPI());
    }

    /** What openapi.yaml does not allow of it; empty where everything is as documented. */
    List<String> breaches(Exchange exchange) {
        Operation operation = operations().get(route(exchange.request()));
        if (operation == null) {
            return exchange.answer().status() == 404 ? List.of() : List.of("answers a route that is not documented");
        }
        var breaches = new ArrayList<String>();
        breaches.addAll(ofAnswer(exchange, operation));
        breaches.addAll(ofRequest(exchange));
        return breaches;
    }

    private List<String> ofAnswer(Exchange exchange, Operation operation) {
        Answer answer = exchange.answer();
        if (isTheGateways(answer)) {
            return List.of();
        }
        if (answer.status() != 500 && !operation.getResponses().containsKey(Integer.toString(answer.status()))) {
            return List.of("answers a status that is not documented");
        }
        var response = SimpleResponse.Builder.status(answer.status());
        answer.headers().forEach(response::withHeader);
        if (answer.body().length > 0) {
            response.withBody(answer.body());
        }
        var method = Request.Method.valueOf(exchange.request().method());
        return errors(validator.validateResponse(exchange.request().path(), method, response.build()))
                .map(error -> "answers against the contract: " + error)
                .toList();
    }

    /** Of API Gateway itself, where a function did not answer in time; it says the same on every route. */
    private static boolean isTheGateways(Answer answer) {
        return answer.status() == 503
                && new String(answer.body(), StandardCharsets.UTF_8).equals("{\"message\":\"Service Unavailable\"}");
    }

    private List<String> ofRequest(Exchange exchange) {
        int status = exchange.answer().status();
        return status >= 400 && status < 500
                ? List.of()
                : requestErrors(exchange.request())
                        .map(error -> "takes a request against the contract: " + error)
                        .toList();
    }

    private Stream<String> requestErrors(Question question) {
        var request = new SimpleRequest.Builder(question.method(), question.path());
        question.headers().forEach(request::withHeader);
        PublishedRoutes.query("?" + question.query()).forEach(request::withQueryParam);
        if (question.body().length > 0) {
            request.withBody(question.body());
        }
        return errors(validator.validateRequest(request.build()));
    }

    private static Stream<String> errors(ValidationReport report) {
        return report.getMessages().stream()
                .filter(message -> message.getLevel() == Level.ERROR)
                .map(message -> message.getMessage() + " (" + message.getKey() + ")");
    }

    /** The route that a request takes, as openapi.yaml names it; as it came where there is none. */
    static String route(Question request) {
        return PublishedRoutes.match(request.method(), request.path())
                .map(PublishedRoutes.Match::routeKey)
                .orElse(request.method() + " " + request.path());
    }

    /** Every route with every status that is not an error, such as {@code GET /v1/connection 200}. */
    Set<String> successes() {
        var successes = new TreeSet<String>();
        operations().forEach((route, operation) -> operation.getResponses().keySet().stream()
                .filter(status -> status.matches("[23].*"))
                .forEach(status -> successes.add(route + " " + status)));
        return successes;
    }

    /** Every route that needs a token of hackajob's. */
    List<String> routesForUsers() {
        return operations().entrySet().stream()
                .filter(route -> route.getValue().getSecurity() == null)
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<String, Operation> operations() {
        var operations = new TreeMap<String, Operation>();
        api.getPaths().forEach((path, item) -> item.readOperationsMap()
                .forEach((PathItem.HttpMethod method, Operation operation) ->
                        operations.put(method + " " + path, operation)));
        return operations;
    }
}
