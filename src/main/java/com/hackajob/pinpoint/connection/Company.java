package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.UserId;
import java.util.List;
import java.util.Optional;

/**
 * A company on hackajob.
 *
 * @param isEnabled whether it may use the integration
 * @param masters its Master Account users, as far as hackajob tells them
 */
public record Company(CompanyId id, String name, boolean isEnabled, List<Master> masters) {

    public Company {
        masters = List.copyOf(masters);
    }

    /** The name of that user, if they are a master. */
    public Optional<String> nameOf(UserId user) {
        return masters.stream()
                .filter(master -> master.id().equals(user))
                .map(Master::name)
                .findFirst();
    }

    /** A Master Account user. */
    public record Master(UserId id, String name) {
        @Override
        public String toString() {
            return "Master[hidden]";
        }
    }
}
