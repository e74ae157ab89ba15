package com.hackajob.pinpoint.export;

import static com.hackajob.pinpoint.export.ExportFixtures.COMMENT;
import static com.hackajob.pinpoint.export.ExportFixtures.CV;
import static com.hackajob.pinpoint.export.ExportFixtures.EMAIL;
import static com.hackajob.pinpoint.export.ExportFixtures.KEY;
import static com.hackajob.pinpoint.export.ExportFixtures.PROFILE;
import static com.hackajob.pinpoint.export.ExportFixtures.aFile;
import static com.hackajob.pinpoint.export.ExportFixtures.bytes;
import static com.hackajob.pinpoint.mapping.MappingFixtures.APPLIED;
import static com.hackajob.pinpoint.mapping.MappingFixtures.PINPOINT_JOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hackajob.pinpoint.Content;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.SideEffects.Death;
import com.hackajob.pinpoint.export.ExportState.Submitted;
import com.hackajob.pinpoint.export.ExportState.Verified;
import com.hackajob.pinpoint.export.FakePinpointApplications.Call;
import com.hackajob.pinpoint.export.Receipt.Kind;
import com.hackajob.pinpoint.export.Receipt.ReadBack;
import com.hackajob.pinpoint.export.RemoteFiles.Fetch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What reading an application back finds out, and mends. */
class VerifyApplicationTest {

    private final ExportWorld world = ExportWorld.ready();

    @Test
    void adds_the_files_that_pinpoint_dropped() {
        world.pinpoint.loseFilesOfCreations();

        world.export();

        assertThat(onlyApplication().documents()).containsExactly(CV, PROFILE);
        assertThat(readBack()).containsExactly(ReadBack.EQUAL, ReadBack.EQUAL);
    }

    /** Whoever took over may have added them by now. */
    @Test
    void adds_no_file_once_its_lease_ran_out_and_somebody_took_over() {
        world.pinpoint.loseFilesOfCreations();
        world.pinpoint.meanwhile(Call.READ, () -> {
            world.clock.pass(Duration.ofMinutes(20));
            world.takeOver();
        });

        assertThat(world.export()).isEqualTo(new ExportOutcome.TakenOver());

        assertThat(onlyApplication().documents()).isEmpty();
    }

    /** With the failures that there were, which this is none of. */
    @Test
    void writes_down_where_files_are_about_to_be_added() {
        world.pinpoint.fail(Call.FIND_BY_EMAIL);
        world.export();
        world.pinpoint.loseFilesOfCreations();
        world.pinpoint.meanwhile(Call.ADD_DOCUMENTS, () -> {
            throw new Death("before adding");
        });

        assertThatThrownBy(() -> world.exportAfter(Duration.ofMinutes(2))).isInstanceOf(Death.class);

        assertThat(world.state())
                .isEqualTo(new Submitted(
                        world.clock.instant().plus(ExportFixtures.TIMES.lease()),
                        new Placed(onlyApplication().id(), Receipt.Origin.CREATED, 1),
                        ErrorCode.PINPOINT_UNAVAILABLE,
                        2));
    }

    @Test
    void comments_no_second_time_on_an_application_of_its_own() {
        world.pinpoint.loseFilesOfCreations();

        world.export();

        assertThat(onlyApplication().comments()).containsExactly(COMMENT);
    }

    @Test
    void mends_later_what_it_could_not_mend_at_once() {
        world.pinpoint.loseFilesOfCreations();
        world.pinpoint.fail(Call.ADD_DOCUMENTS);
        world.export();
        assertThat(world.state()).isInstanceOf(Submitted.class);

        world.exportAfter(Duration.ofMinutes(1));

        assertThat(onlyApplication().documents()).containsExactly(CV, PROFILE);
    }

    @Test
    void adds_no_file_twice_when_the_answer_to_adding_was_lost() {
        world.pinpoint.loseFilesOfCreations();
        world.pinpoint.loseAnswer(Call.ADD_DOCUMENTS);
        world.export();

        world.exportAfter(Duration.ofMinutes(1));

        assertThat(onlyApplication().documents()).containsExactly(CV, PROFILE);
    }

    @Test
    void says_that_a_file_is_there_and_can_not_be_read() {
        world.pinpoint.hideAddressesOfFiles();

        world.export();

        assertThat(readBack()).containsExactly(ReadBack.UNREAD, ReadBack.UNREAD);
    }

    @Test
    void asks_for_fresh_addresses_once_when_those_of_the_files_have_expired() {
        world.pinpoint.expireAddressesOf(1);

        world.export();

        assertThat(readBack()).containsExactly(ReadBack.EQUAL, ReadBack.EQUAL);
        assertThat(world.pinpoint.count(Call.READ)).isEqualTo(2);
    }

    @Test
    void asks_no_third_time_for_addresses_that_expire_at_once() {
        world.pinpoint.expireAddressesOf(2);

        world.export();

        assertThat(readBack()).containsExactly(ReadBack.UNREAD, ReadBack.UNREAD);
        assertThat(world.pinpoint.count(Call.READ)).isEqualTo(2);
    }

    @Test
    void does_not_fetch_again_from_the_address_that_was_refused() {
        world.pinpoint.serveFiles(sent -> new Fetch.Refused<>());

        world.export();

        assertThat(readBack()).containsExactly(ReadBack.UNREAD, ReadBack.UNREAD);
        assertThat(world.files.fetchedFromPinpoint()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void says_what_it_knows_when_pinpoint_denies_the_fresh_addresses() {
        world.pinpoint.serveFiles(sent -> {
            world.pinpoint.deny(ErrorCode.CREDENTIAL_REJECTED);
            return new Fetch.Refused<>();
        });

        world.export();

        assertThat(readBack()).containsExactly(ReadBack.UNREAD, ReadBack.UNREAD);
    }

    @Test
    void keeps_what_the_first_look_proved_whatever_the_second_shows() {
        world.pinpoint.serveFiles(sent -> {
            world.pinpoint.serveFiles(later -> new Fetch.Refused<>());
            return new Fetch.Fetched<>(sent);
        });
        world.pinpoint.renewAddresses();

        world.export();

        assertThat(readBack()).containsExactly(ReadBack.EQUAL, ReadBack.UNREAD);
        assertThat(world.files.fetchedFromPinpoint()).hasSize(3);
    }

    @Test
    void fetches_no_further_file_when_that_has_taken_long() {
        world.files.meanwhile(() -> world.clock.pass(Duration.ofSeconds(30)));

        world.export();

        assertThat(readBack()).containsExactly(ReadBack.EQUAL, ReadBack.UNREAD);
        assertThat(world.files.fetchedFromPinpoint()).hasSize(1);
    }

    @Test
    void adds_nothing_when_somebody_else_took_the_export_over_while_it_slept() {
        world.pinpoint.loseFilesOfCreations();
        world.pinpoint.meanwhile(Call.READ, () -> world.exportAfter(Duration.ofHours(1)));

        assertThat(world.export()).isEqualTo(new ExportOutcome.TakenOver());

        assertThat(onlyApplication().documents()).containsExactly(CV, PROFILE);
        assertThat(world.pinpoint.count(Call.ADD_DOCUMENTS)).isEqualTo(1);
    }

    @Test
    void says_what_it_knows_when_pinpoint_does_not_answer_for_the_fresh_addresses() {
        world.pinpoint.serveFiles(sent -> {
            world.pinpoint.fail(Call.READ);
            return new Fetch.Refused<>();
        });

        world.export();

        assertThat(readBack()).containsExactly(ReadBack.UNREAD, ReadBack.UNREAD);
    }

    @ParameterizedTest
    @MethodSource
    void asks_for_no_other_address_when_the_files_can_not_be_reached_at_all(Fetch<Content> fetch) {
        world.pinpoint.serveFiles(sent -> fetch);

        world.export();

        assertThat(world.pinpoint.count(Call.READ)).isEqualTo(1);
    }

    static Stream<Fetch<Content>> asks_for_no_other_address_when_the_files_can_not_be_reached_at_all() {
        return Stream.of(new Fetch.Unreachable<>(), new Fetch.TooLarge<>());
    }

    @Test
    void fetches_four_files_of_one_name_and_no_more() {
        var other = new Document(CV.fileName(), "application/pdf", bytes("%PDF-1.4 another"));

        assertThat(readBackFrom(other, other, other, CV, PROFILE)).containsExactly(ReadBack.EQUAL, ReadBack.EQUAL);
        assertThat(readBackFrom(other, other, other, other, CV, PROFILE))
                .containsExactly(ReadBack.DIFFERENT, ReadBack.EQUAL);
    }

    @Test
    void says_that_a_file_differs_from_what_was_sent() {
        world.pinpoint.serveFiles(sent -> new Fetch.Fetched<>(bytes("something else")));

        world.export();

        assertThat(receipt().files())
                .containsExactly(
                        aFile(Kind.CV, CV, ReadBack.DIFFERENT), aFile(Kind.PROFILE, PROFILE, ReadBack.DIFFERENT));
    }

    @Test
    void says_that_a_file_differs_when_it_has_become_too_large_to_read() {
        world.pinpoint.serveFiles(sent -> new Fetch.TooLarge<>());

        world.export();

        assertThat(readBack()).containsExactly(ReadBack.DIFFERENT, ReadBack.DIFFERENT);
    }

    private PinpointApplication onlyApplication() {
        assertThat(world.pinpoint.applications()).hasSize(1);
        return world.pinpoint.applications().getFirst();
    }

    @Test
    void a_file_that_is_equal_will_do_whatever_else_bears_its_name() {
        var rendition = new Document(CV.fileName(), "application/pdf", bytes("%PDF-1.4 rendered anew"));

        assertThat(readBackFrom(CV, rendition, PROFILE)).containsExactly(ReadBack.EQUAL, ReadBack.EQUAL);
        assertThat(readBackFrom(rendition, CV, PROFILE)).containsExactly(ReadBack.EQUAL, ReadBack.EQUAL);
        assertThat(readBackFrom(rendition, PROFILE)).containsExactly(ReadBack.DIFFERENT, ReadBack.EQUAL);
    }

    /** Of an application of ours that holds these files already. */
    private static List<ReadBack> readBackFrom(Document... held) {
        var world = ExportWorld.ready();
        world.pinpoint.hold(new PinpointApplication(
                new ApplicationId("500"),
                PINPOINT_JOB,
                EMAIL,
                Optional.of(APPLIED),
                new Source("job_board", "hackajob"),
                Optional.of(KEY.reference()),
                List.of(held),
                List.of(),
                false));
        world.export();
        return ((Verified) world.state())
                .receipt().files().stream().map(Receipt.File::readBack).toList();
    }

    private List<ReadBack> readBack() {
        return receipt().files().stream().map(Receipt.File::readBack).toList();
    }

    private Receipt receipt() {
        return ((Verified) world.state()).receipt();
    }
}
