package com.hackajob.pinpoint.lambda;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** What every HTTP function does around its routes: errors become problems, and each call leaves one line in the log. */
@Singleton
final class Api {

    private static final Logger LOG = Logger.getLogger(Api.class);

    private final JsonBodies bodies;

    Api(JsonBodies bodies) {
        this.bodies = bodies;
    }

    ApiResponse handle(ApiRequest request, Function<Call, ApiResponse> routes) {
        ApiResponse response = answer(new Call(request, bodies), routes);
        LOG.infof("%s -> %d", request.routeKey(), response.statusCode());
        return response;
    }

    private ApiResponse answer(Call call, Function<Call, ApiResponse> routes) {
        try {
            return routes.apply(call);
        } catch (InvalidRequest invalid) {
            return problem(ErrorCode.INVALID_REQUEST, Optional.of(invalid.field()));
        } catch (Outage outage) {
            ApiResponse problem = problem(outage.code());
            return outage.retryAfter()
                    .map(Duration::toSeconds)
                    .map(seconds -> problem.with("Retry-After", seconds.toString()))
                    .orElse(problem);
        } catch (RuntimeException bug) {
            LOG.error(Bug.in(call.route(), bug));
            return problem(ErrorCode.INTERNAL_ERROR);
        }
    }

    ApiResponse ok(Object body) {
        return json(200, body);
    }

    ApiResponse json(int status, Object body) {
        return ApiResponse.json(status, bodies.write(body));
    }

    ApiResponse problem(ErrorCode code) {
        return problem(code, Optional.empty());
    }

    ApiResponse problem(ErrorCode code, Optional<String> field) {
        Problem problem = Problem.of(code, field);
        return json(problem.status(), problem).with("Content-Type", "application/problem+json");
    }

    /** A route that API Gateway should not have sent here. */
    ApiResponse noSuchRoute() {
        return ApiResponse.json(404, "{\"message\":\"Not Found\"}");
    }
}
