package com.hackajob.pinpoint.document;

import com.hackajob.pinpoint.Content;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.export.RemoteFiles;
import com.hackajob.pinpoint.export.RemoteFiles.Fetch;
import java.net.URI;

/** Why a file is fetched: both ways there have to be guarded alike. */
enum Way {
    CV {
        @Override
        End fetch(RemoteFiles files, URI address) {
            Fetch<Content> fetch = files.fromHackajob(address);
            if (fetch instanceof Fetch.Fetched<Content>(var content)) {
                content.close();
            }
            return endOf(fetch);
        }
    },
    ATTACHMENT {
        @Override
        End fetch(RemoteFiles files, URI address) {
            return endOf(files.fromPinpoint(address));
        }
    };

    /** What came of it. */
    enum End {
        FETCHED,
        TOO_LARGE,
        REFUSED,
        UNREACHABLE,
        OUTAGE
    }

    abstract End fetch(RemoteFiles files, URI address);

    End end(RemoteFiles files, URI address) {
        try {
            return fetch(files, address);
        } catch (Outage outage) {
            return End.OUTAGE;
        }
    }

    static End endOf(Fetch<?> fetch) {
        return switch (fetch) {
            case Fetch.Fetched<?> _ -> End.FETCHED;
            case Fetch.TooLarge<?> _ -> End.TOO_LARGE;
            case Fetch.Refused<?> _ -> End.REFUSED;
            case Fetch.Unreachable<?> _ -> End.UNREACHABLE;
        };
    }
}
