package com.hackajob.pinpoint.document;

import com.hackajob.pinpoint.Bytes;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.export.RemoteFiles;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@link RemoteFiles} over HTTP: the origin must be allowed, the address public, and the connection goes to just that address. */
@Singleton
final class GuardedFiles implements RemoteFiles {

    private static final int REDIRECTS = 1;

    private final Download download;
    private final PublicAddresses addresses;
    private final Origins hackajob;
    private final Origins pinpoint;

    @Inject
    GuardedFiles(
            Download download,
            @ConfigProperty(name = "hackajob.file.origins") Optional<String> hackajob,
            @ConfigProperty(name = "pinpoint.file.origins") Optional<String> pinpoint) {
        this(download, new PublicAddresses(), Origins.parse(hackajob), Origins.parse(pinpoint));
    }

    GuardedFiles(Download download, PublicAddresses addresses, Origins hackajob, Origins pinpoint) {
        this.download = download;
        this.addresses = addresses;
        this.hackajob = hackajob;
        this.pinpoint = pinpoint;
    }

    @Override
    public Fetch fromHackajob(URI address) {
        try {
            return fetch(address, hackajob, REDIRECTS);
        } catch (Download.NoAnswer noAnswer) {
            throw new Outage(ErrorCode.HACKAJOB_UNAVAILABLE, "no answer from hackajob's file store");
        }
    }

    @Override
    public Fetch fromPinpoint(URI address) {
        try {
            return fetch(address, pinpoint, REDIRECTS);
        } catch (Download.NoAnswer noAnswer) {
            return new Fetch.Unreachable();
        }
    }

    private Fetch fetch(URI address, Origins origins, int redirectsLeft) throws Download.NoAnswer {
        Optional<Origins.Origin> origin = origins.allowing(address);
        Optional<InetAddress> server = origin.isPresent() ? server(address, origin.get()) : Optional.empty();
        if (server.isEmpty()) {
            return new Fetch.Unreachable();
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        return switch (download.get(address, server.get(), LIMIT_BYTES, content)) {
            case Download.Result.Complete() -> new Fetch.Fetched(new Bytes(content.toByteArray()));
            case Download.Result.TooLarge() -> new Fetch.TooLarge();
            case Download.Result.Refused() -> new Fetch.Unreachable();
            case Download.Result.Redirect(var to) ->
                redirectsLeft == 0 ? new Fetch.Unreachable() : fetch(to, origins, redirectsLeft - 1);
        };
    }

    private Optional<InetAddress> server(URI address, Origins.Origin origin) throws Download.NoAnswer {
        try {
            return origin.isLiteralAddress()
                    ? Optional.of(InetAddress.getByName(address.getHost()))
                    : addresses.resolve(address.getHost());
        } catch (UnknownHostException noAnswer) {
            throw new Download.NoAnswer();
        }
    }
}
