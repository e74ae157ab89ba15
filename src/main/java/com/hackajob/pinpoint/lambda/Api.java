package com.hackajob.pinpoint.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.connection.Prerequisites.Obstacle;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** What every HTTP function does around its routes: errors become problems, and each call leaves one line in the log. */
@Singleton
final class Api {

    private static final Logger LOG = Logger.getLogger(Api.class);

    private final JsonBodies bodies;
    private final Addresses addresses;
    private final Invocations invocations;

    Api(JsonBodies bodies, Addresses addresses, Invocations invocations) {
        this.bodies = bodies;
        this.addresses = addresses;
        this.invocations = invocations;
    }

    ApiResponse handle(ApiRequest request, Context context, Function<Call, ApiResponse> routes) {
        return handle(request, context, routes, (_, problem) -> json(problem));
    }

    /** @param problems how this function's callers are told what went wrong */
    ApiResponse handle(
            ApiRequest request,
            Context context,
            Function<Call, ApiResponse> routes,
            BiFunction<Call, Problem, ApiResponse> problems) {
        Call call = new Call(request, bodies);
        return invocations.run(
                context,
                call.route(),
                invocation -> {
                    call.knownCompany().ifPresent(invocation::concerning);
                    return answer(call, routes, problems);
                },
                response -> Integer.toString(response.statusCode()));
    }

    /** Which company a call without a token turned out to be about, for the log. */
    void concerns(CompanyId company) {
        invocations.concern(company);
    }

    private ApiResponse answer(
            Call call, Function<Call, ApiResponse> routes, BiFunction<Call, Problem, ApiResponse> problems) {
        try {
            return routes.apply(call);
        } catch (InvalidRequest invalid) {
            return told(call, describe(ErrorCode.INVALID_REQUEST, Optional.of(invalid.field())), problems);
        } catch (Outage outage) {
            ApiResponse problem = told(call, describe(outage.code(), Optional.empty()), problems);
            return outage.retryAfter()
                    .map(Duration::toSeconds)
                    .map(seconds -> problem.with("Retry-After", seconds.toString()))
                    .orElse(problem);
        } catch (RuntimeException bug) {
            LOG.error(Bug.in(call.route(), bug));
            return told(call, describe(ErrorCode.INTERNAL_ERROR, Optional.empty()), problems);
        }
    }

    /** A page may need the table to show what went wrong; where that is what went wrong, plain words have to do. */
    private ApiResponse told(Call call, Problem problem, BiFunction<Call, Problem, ApiResponse> problems) {
        try {
            return problems.apply(call, problem);
        } catch (RuntimeException bug) {
            LOG.error(Bug.in("telling a problem of " + call.route(), bug));
            return json(problem);
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
        return json(describe(code, field));
    }

    ApiResponse problem(Obstacle obstacle) {
        return json(describe(obstacle.code(), Optional.empty()).with(obstacle.remedy()));
    }

    private ApiResponse json(Problem problem) {
        return json(problem.status(), problem).with("Content-Type", "application/problem+json");
    }

    Problem describe(ErrorCode code, Optional<String> field) {
        return Problem.of(code, field, addresses.help(code));
    }

    /** A route that API Gateway should not have sent here. */
    ApiResponse noSuchRoute() {
        return ApiResponse.json(404, "{\"message\":\"Not Found\"}");
    }
}
