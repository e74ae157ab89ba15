package com.hackajob.pinpoint.local;

import com.hackajob.pinpoint.local.aws.Ruling;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Notes for {@link IamCheck} what the functions of the integration tests used of their policies, and what they were
 * denied. What the tests themselves ask of AWS does not come by here.
 */
public final class IamWatch {

    private static final Set<String> KNOWN = ConcurrentHashMap.newKeySet();

    static {
        IamNotes.USED.startAnew();
        IamNotes.DENIED.startAnew();
    }

    private IamWatch() {}

    public static void see(Ruling ruling) {
        switch (ruling) {
            case Ruling.Granted(var access, var grant) -> note(IamNotes.USED, access.function() + " " + grant);
            case Ruling.Denied(var access) -> note(IamNotes.DENIED, access.toString());
        }
    }

    private static void note(Notes notes, String line) {
        if (KNOWN.add(line)) {
            notes.add(line);
        }
    }
}
