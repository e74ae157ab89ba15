package com.hackajob.pinpoint.export;

import static com.hackajob.pinpoint.export.ExportFixtures.CV_ADDRESS;
import static com.hackajob.pinpoint.export.ExportFixtures.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.Content;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.export.FakePinpointApplications.Call;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However an export ends, the CV that was fetched for it is given up. */
class CvIsClosedTest {

    private final ExportWorld world = ExportWorld.ready();
    private int open;

    @ParameterizedTest
    @MethodSource("ends")
    void gives_up_the_cv(Consumer<CvIsClosedTest> end) {
        serve("%PDF-1.7 the CV");
        end.accept(this);

        world.export();

        assertThat(world.files.fetchedFromHackajob()).isNotEmpty();
        assertThat(open).isZero();
    }

    static Stream<Named<Consumer<CvIsClosedTest>>> ends() {
        return Stream.of(
                end("verified", _ -> {}),
                end("of another type", test -> test.serve("GIF89a")),
                end("unsafe", test -> test.serve("PK a bomb")),
                end("no profile", test -> test.world.profiles.fail(new IllegalStateException("a bug"))),
                end("no answer to looking", test -> test.world.pinpoint.fail(Call.FIND_BY_EMAIL)),
                end("no answer to creating", test -> test.world.pinpoint.fail(Call.CREATE)),
                end("an answer to creating that is lost", test -> test.world.pinpoint.loseAnswer(Call.CREATE)),
                end("no answer to reading back", test -> test.world.pinpoint.fail(Call.READ)),
                end("denied", test -> test.world.pinpoint.deny(ErrorCode.CREDENTIAL_REJECTED)),
                end("refused", test -> test.world.pinpoint.refuse(ErrorCode.PINPOINT_REFUSED, "no")),
                end(
                        "taken over",
                        test -> test.world.pinpoint.meanwhile(Call.FIND_BY_EMAIL, () -> test.world.takeOver())));
    }

    private static Named<Consumer<CvIsClosedTest>> end(String name, Consumer<CvIsClosedTest> end) {
        return Named.of(name, end);
    }

    private void serve(String text) {
        open = 1;
        world.files.put(CV_ADDRESS, new Closing(bytes(text)));
    }

    private final class Closing implements Content {

        private final Content content;

        private Closing(Content content) {
            this.content = content;
        }

        @Override
        public int size() {
            return content.size();
        }

        @Override
        public String sha256() {
            return content.sha256();
        }

        @Override
        public InputStream open() {
            return content.open();
        }

        @Override
        public void close() {
            open--;
        }
    }
}
