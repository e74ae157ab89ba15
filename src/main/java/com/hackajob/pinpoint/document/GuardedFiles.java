package com.hackajob.pinpoint.document;

import com.hackajob.pinpoint.Content;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.export.RemoteFiles;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@link RemoteFiles} over HTTP: the origin must be allowed, the address public, and the connection goes to just that address. */
@Singleton
final class GuardedFiles implements RemoteFiles {

    private static final int REDIRECTS = 1;

    private final Download download;
    private final Spool spool;
    private final PublicAddresses addresses;
    private final Origins hackajob;
    private final Origins pinpoint;

    @Inject
    GuardedFiles(
            Download download,
            Spool spool,
            @ConfigProperty(name = "hackajob.file.origins") Optional<String> hackajob,
            @ConfigProperty(name = "pinpoint.file.origins") Optional<String> pinpoint) {
        this(download, spool, new PublicAddresses(), Origins.parse(hackajob), Origins.parse(pinpoint));
    }

    GuardedFiles(Download download, Spool spool, PublicAddresses addresses, Origins hackajob, Origins pinpoint) {
        this.download = download;
        this.spool = spool;
        this.addresses = addresses;
        this.hackajob = hackajob;
        this.pinpoint = pinpoint;
    }

    @Override
    public Fetch<Content> fromHackajob(URI address) {
        try {
            return new Fetch.Fetched<>(spool.file(to -> fetch(address, hackajob, to, REDIRECTS)));
        } catch (NotFetched notFetched) {
            return notFetched.fetch();
        } catch (IOException noAnswer) {
            throw new Outage(ErrorCode.HACKAJOB_UNAVAILABLE, "no answer from hackajob's file store");
        }
    }

    @Override
    public Fetch<Fingerprint> fromPinpoint(URI address) {
        try {
            Hashing hashing = new Hashing(OutputStream.nullOutputStream());
            fetch(address, pinpoint, hashing, REDIRECTS);
            return new Fetch.Fetched<>(hashing.fingerprint());
        } catch (NotFetched notFetched) {
            return notFetched.fetch();
        } catch (IOException noAnswer) {
            return new Fetch.Unreachable<>();
        }
    }

    /** Writes nothing before the last redirect is behind it. */
    private void fetch(URI address, Origins origins, OutputStream to, int redirectsLeft) throws IOException {
        switch (download.get(address, server(address, origins), LIMIT_BYTES, to)) {
            case Download.Result.Complete() -> {}
            case Download.Result.TooLarge() -> throw new NotFetched(Why.TOO_LARGE);
            case Download.Result.Refused() -> throw new NotFetched(Why.REFUSED);
            case Download.Result.Astray() -> throw new NotFetched(Why.OFF_LIMITS);
            case Download.Result.Redirect(var next) -> {
                if (redirectsLeft == 0) {
                    throw new NotFetched(Why.OFF_LIMITS);
                }
                fetch(next, origins, to, redirectsLeft - 1);
            }
        }
    }

    private InetAddress server(URI address, Origins origins) throws IOException {
        Origins.Origin origin = origins.allowing(address).orElseThrow(() -> new NotFetched(Why.OFF_LIMITS));
        return origin.isLiteralAddress()
                ? InetAddress.getByName(address.getHost())
                : addresses.resolve(address.getHost()).orElseThrow(() -> new NotFetched(Why.OFF_LIMITS));
    }

    private enum Why {
        TOO_LARGE,
        REFUSED,
        OFF_LIMITS
    }

    /** What is there is not for us. */
    private static final class NotFetched extends IOException {
        private static final long serialVersionUID = 1;
        private final Why why;

        private NotFetched(Why why) {
            this.why = why;
        }

        private <F> Fetch<F> fetch() {
            return switch (why) {
                case TOO_LARGE -> new Fetch.TooLarge<>();
                case REFUSED -> new Fetch.Refused<>();
                case OFF_LIMITS -> new Fetch.Unreachable<>();
            };
        }
    }
}
