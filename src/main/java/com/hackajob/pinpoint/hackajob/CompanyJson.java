package com.hackajob.pinpoint.hackajob;

import static java.util.Objects.requireNonNull;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.UserId;
import com.hackajob.pinpoint.connection.Company;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A company as the platform writes it; a missing {@code pinpointEnabled} is an answer of another form, not a no. */
@RegisterForReflection
record CompanyJson(
        String id,
        String name,
        Boolean pinpointEnabled,
        @Nullable List<MasterJson> masters) {

    Company read() {
        return new Company(new CompanyId(id), requireNonNull(name), requireNonNull(pinpointEnabled), readMasters());
    }

    private List<Company.Master> readMasters() {
        return masters == null
                ? List.of()
                : masters.stream().flatMap(master -> master.read().stream()).toList();
    }

    @Override
    public String toString() {
        return "CompanyJson[hidden]";
    }

    @RegisterForReflection
    record MasterJson(@Nullable String id, @Nullable String name) {

        /** Nobody where the id or the name is of no use: one master less is better than no company. */
        Optional<Company.Master> read() {
            return Optional.ofNullable(id).flatMap(UserId::parse).flatMap(user -> Optional.ofNullable(name)
                    .map(given -> new Company.Master(user, given)));
        }

        @Override
        public String toString() {
            return "MasterJson[hidden]";
        }
    }
}
