package com.hackajob.pinpoint.attack;

import com.hackajob.pinpoint.Bytes;
import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.connection.Authorization;
import com.hackajob.pinpoint.connection.ConnectSession;
import com.hackajob.pinpoint.connection.ConnectSessions;
import com.hackajob.pinpoint.connection.ConnectionId;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;

/** What {@linkplain Bugs bugs} do that takes more than a line. Public, because it is called from wherever they are. */
public final class Careless {

    private static final AtomicLong TOKENS = new AtomicLong(1000);
    private static final ThreadLocal<Optional<URI>> ADDRESS = ThreadLocal.withInitial(Optional::empty);

    private Careless() {}

    public static void putBack(Map<String, Authorization> all, Optional<Authorization> taken) {
        taken.ifPresent(authorization -> all.put(authorization.stateHash(), authorization));
    }

    public static Optional<Authorization> any(Map<String, Authorization> all) {
        return all.keySet().stream().findFirst().map(all::remove);
    }

    public static void remember(Object call) {
        ADDRESS.set(query(call, "token_endpoint")
                .or(() -> query(call, "subdomain").map(AuthorizationServers::tokenAddress))
                .map(URI::create));
    }

    public static Optional<URI> addressOfTheCallback() {
        return ADDRESS.get();
    }

    public static SecretToken next() {
        return new SecretToken("token-" + TOKENS.incrementAndGet());
    }

    public static Function<ConnectSession, Boolean> consumedBy(ConnectSessions sessions) {
        return sessions::consume;
    }

    public static Optional<Object> companyNamedIn(Object call) {
        String body = new String(((Bytes) call(call, "rawBody")).array(), StandardCharsets.UTF_8);
        return query(call, "company_id")
                .or(() -> optional(call(call, "header", "company_id")))
                .or(() -> Optional.of(body)
                        .filter(text -> text.contains("company_id"))
                        .map(text -> text.replaceAll(".*\"company_id\":\"([^\"]*)\".*", "$1")))
                .map(CompanyId::new);
    }

    public static String field(Object form, String field) {
        return optional(call(form, "text", field)).orElse("");
    }

    /** Of a field given twice, the last counts. */
    public static Object form(String body) {
        Map<String, String> fields = new HashMap<>();
        Stream.of(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> fields.put(decoded(parts[0]), decoded(parts[1])));
        try {
            Constructor<?> form =
                    Class.forName("com.hackajob.pinpoint.lambda.Form").getDeclaredConstructor(Map.class);
            form.setAccessible(true);
            return form.newInstance(fields);
        } catch (ReflectiveOperationException moved) {
            throw new IllegalStateException(moved);
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }

    public static Map<String, String> without(String header, Map<String, String> headers) {
        Map<String, String> fewer = new HashMap<>(headers);
        fewer.remove(header);
        return fewer;
    }

    public static List<String> both(Optional<String> current, Optional<String> previous) {
        return Stream.of(current, previous).flatMap(Optional::stream).toList();
    }

    public static boolean isOfOneCompany(Object one, Object other) {
        return one instanceof ConnectionId(var company, var _)
                && other instanceof ConnectionId(var otherCompany, var _)
                && company.equals(otherCompany);
    }

    private static Optional<String> query(Object call, String name) {
        return optional(call(call, "query", name));
    }

    private static Optional<String> optional(Object value) {
        return ((Optional<?>) value).map(String.class::cast);
    }

    private static Object call(Object target, String method, Object... arguments) {
        try {
            Class<?>[] types = Stream.of(arguments).map(Object::getClass).toArray(Class<?>[]::new);
            Method found = target.getClass().getDeclaredMethod(method, types);
            found.setAccessible(true);
            return found.invoke(target, arguments);
        } catch (ReflectiveOperationException moved) {
            throw new IllegalStateException(moved);
        }
    }
}
