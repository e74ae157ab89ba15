package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.Bytes;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Files by address; what is not there can't be reached. */
public final class FakeRemoteFiles implements RemoteFiles {

    private final Map<URI, Fetch> files = new HashMap<>();
    private final List<URI> fetched = new ArrayList<>();
    private boolean down;

    @Override
    public Fetch fromHackajob(URI address) {
        if (down) {
            throw new Outage(ErrorCode.HACKAJOB_UNAVAILABLE, "the file store is down");
        }
        fetched.add(address);
        return file(address);
    }

    @Override
    public Fetch fromPinpoint(URI address) {
        return file(address);
    }

    private Fetch file(URI address) {
        return files.getOrDefault(address, new Fetch.Unreachable());
    }

    public void put(URI address, Bytes content) {
        put(address, new Fetch.Fetched(content));
    }

    public void put(URI address, Fetch fetch) {
        files.put(address, fetch);
    }

    public void goDown() {
        down = true;
    }

    /** What was asked of hackajob's store, in order. */
    public List<URI> fetchedFromHackajob() {
        return List.copyOf(fetched);
    }
}
