package com.hackajob.pinpoint.document;

import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.export.RemoteFiles;
import com.hackajob.pinpoint.export.RemoteFiles.Fetch;
import java.net.URI;

/** Why a file is fetched: both ways there have to be guarded alike. */
enum Way {
    CV {
        @Override
        Fetch fetch(RemoteFiles files, URI address) {
            return files.fromHackajob(address);
        }
    },
    ATTACHMENT {
        @Override
        Fetch fetch(RemoteFiles files, URI address) {
            return files.fromPinpoint(address);
        }
    };

    /** What came of it. */
    enum End {
        FETCHED,
        TOO_LARGE,
        UNREACHABLE,
        OUTAGE
    }

    abstract Fetch fetch(RemoteFiles files, URI address);

    End end(RemoteFiles files, URI address) {
        try {
            return switch (fetch(files, address)) {
                case Fetch.Fetched _ -> End.FETCHED;
                case Fetch.TooLarge _ -> End.TOO_LARGE;
                case Fetch.Unreachable _ -> End.UNREACHABLE;
            };
        } catch (Outage outage) {
            return End.OUTAGE;
        }
    }
}
