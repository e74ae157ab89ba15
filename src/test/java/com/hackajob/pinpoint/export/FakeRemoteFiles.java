package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.Content;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Files by address; what is not there is refused. */
public final class FakeRemoteFiles implements RemoteFiles {

    private final Map<URI, Fetch<Content>> files = new HashMap<>();
    private final List<URI> fromHackajob = new ArrayList<>();
    private final List<URI> fromPinpoint = new ArrayList<>();
    private Runnable eachFetch = () -> {};
    private boolean down;

    @Override
    public Fetch<Content> fromHackajob(URI address) {
        if (down) {
            throw new Outage(ErrorCode.HACKAJOB_UNAVAILABLE, "the file store is down");
        }
        fromHackajob.add(address);
        return file(address);
    }

    @Override
    public Fetch<Fingerprint> fromPinpoint(URI address) {
        fromPinpoint.add(address);
        eachFetch.run();
        return switch (file(address)) {
            case Fetch.Fetched<Content>(var content) -> new Fetch.Fetched<>(Fingerprint.of(content));
            case Fetch.TooLarge<Content>() -> new Fetch.TooLarge<>();
            case Fetch.Refused<Content>() -> new Fetch.Refused<>();
            case Fetch.Unreachable<Content>() -> new Fetch.Unreachable<>();
        };
    }

    private Fetch<Content> file(URI address) {
        return files.getOrDefault(address, new Fetch.Refused<>());
    }

    public void put(URI address, Content content) {
        put(address, new Fetch.Fetched<>(content));
    }

    public void put(URI address, Fetch<Content> fetch) {
        files.put(address, fetch);
    }

    /** What happens while a file of Pinpoint's is fetched. */
    public void meanwhile(Runnable event) {
        eachFetch = event;
    }

    public void goDown() {
        down = true;
    }

    /** What was asked of hackajob's store, in order. */
    public List<URI> fetchedFromHackajob() {
        return List.copyOf(fromHackajob);
    }

    /** What was asked of Pinpoint's store, in order. */
    public List<URI> fetchedFromPinpoint() {
        return List.copyOf(fromPinpoint);
    }
}
