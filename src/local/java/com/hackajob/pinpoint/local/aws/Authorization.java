package com.hackajob.pinpoint.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** IAM: a function may do what its policies in the template grant it, and nothing else. */
public final class Authorization {

    private final Map<String, Policy> policies;
    private final Accesses accesses;
    private final Consumer<Ruling> witness;

    private Authorization(Map<String, Policy> policies, Accesses accesses, Consumer<Ruling> witness) {
        this.policies = Map.copyOf(policies);
        this.accesses = accesses;
        this.witness = witness;
    }

    /** @param witness is told of everything that a function was granted or denied */
    public static Authorization of(
            List<FunctionDefinition> functions, SecretsManagerFake secrets, Consumer<Ruling> witness) {
        var policies =
                functions.stream().collect(Collectors.toMap(FunctionDefinition::name, FunctionDefinition::policy));
        return new Authorization(policies, new Accesses(secrets::arn), witness);
    }

    /** As long as nothing is deployed. */
    static Authorization nobody() {
        return new Authorization(Map.of(), new Accesses(Secrets::arn), _ -> {});
    }

    /** The same, with one more function. */
    Authorization with(FunctionDefinition function) {
        var more = new HashMap<>(policies);
        more.put(function.name(), function.policy());
        return new Authorization(more, accesses, witness);
    }

    /** What the call needs and its function may not do; empty where the call is allowed. */
    Optional<Access> denied(RemoteCall call, JsonNode request) {
        var rulings = accesses.of(call, request).stream().map(this::ruling).toList();
        rulings.forEach(witness);
        return rulings.stream()
                .filter(Ruling.Denied.class::isInstance)
                .map(Ruling::access)
                .findFirst();
    }

    private Ruling ruling(Access access) {
        return policies.getOrDefault(access.function(), Policy.NONE)
                .grantFor(access)
                .<Ruling>map(grant -> new Ruling.Granted(access, grant))
                .orElseGet(() -> new Ruling.Denied(access));
    }
}
