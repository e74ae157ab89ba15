package com.hackajob.pinpoint.hackajob;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.Remote;
import com.hackajob.pinpoint.ServiceSecrets;
import com.hackajob.pinpoint.Telemetry;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Calls hackajob's platform with the service token: what is not there is empty, everything else but an answer is an outage. */
@Singleton
final class Platform {

    private static final Logger LOG = Logger.getLogger(Platform.class);

    private final PlatformApi api;
    private final ServiceSecrets secrets;
    private final Optional<String> tokenSecret;
    private final Telemetry telemetry;

    Platform(
            @RestClient PlatformApi api,
            ServiceSecrets secrets,
            @ConfigProperty(name = "hackajob.token.secret") Optional<String> tokenSecret,
            Telemetry telemetry) {
        this.api = api;
        this.secrets = secrets;
        this.tokenSecret = tokenSecret;
        this.telemetry = telemetry;
    }

    /**
     * Asks for something.
     *
     * @param type what the answer is; one of another shape than agreed counts as none
     */
    <W, T> Optional<T> ask(Call call, Class<W> type, Function<W, T> read) {
        String secret = tokenSecret.orElseThrow();
        String bearer = "Bearer " + secrets.read(secret);
        telemetry.called(Remote.HACKAJOB);
        try (Response response = call.with(api, bearer, telemetry.traceHeader().orElse(null))) {
            return switch (response.getStatus()) {
                case 200 -> Optional.of(read.apply(response.readEntity(type)));
                case 404 -> Optional.empty();
                case 401 -> throw rejected(secret);
                default -> throw outage("hackajob answered " + response.getStatus());
            };
        } catch (ProcessingException | WebApplicationException noAnswer) {
            // The class alone: a message of the JSON reader quotes what it read.
            LOG.warnf(
                    "no answer from hackajob: %s",
                    String.valueOf(noAnswer.getCause()).split(":", 2)[0]);
            throw outage("no answer from hackajob");
        } catch (NullPointerException | IllegalArgumentException unreadable) {
            throw outage("hackajob's answer is not of the agreed form");
        }
    }

    private Outage rejected(String secret) {
        secrets.forget(secret);
        return outage("hackajob does not accept the service token");
    }

    private static Outage outage(String what) {
        return new Outage(ErrorCode.HACKAJOB_UNAVAILABLE, what);
    }

    /** One call of the API. */
    interface Call {
        Response with(PlatformApi api, String bearer, @Nullable String trace);
    }
}
