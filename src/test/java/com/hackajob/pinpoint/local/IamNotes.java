package com.hackajob.pinpoint.local;

import java.nio.file.Path;

/** What {@link IamWatch} leaves to {@link IamCheck}. */
final class IamNotes {

    /** Grants of the template that a function used, each with the function before it. */
    static final Notes USED = new Notes(Path.of("target", "iam", "used.txt"));

    /** What a function wanted and the template does not grant it. */
    static final Notes DENIED = new Notes(Path.of("target", "iam", "denied.txt"));

    private IamNotes() {}
}
