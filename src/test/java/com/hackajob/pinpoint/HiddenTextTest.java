package com.hackajob.pinpoint;

import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.SUBDOMAIN;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.USER;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.connection.Company;
import com.hackajob.pinpoint.connection.CompleteAuthorization.Callback;
import com.hackajob.pinpoint.connection.ConnectSession;
import com.hackajob.pinpoint.connection.ConnectionFixtures;
import com.hackajob.pinpoint.connection.Credential;
import com.hackajob.pinpoint.connection.FinishConnecting.Return;
import com.hackajob.pinpoint.connection.OAuthServer.AuthorizationCode;
import com.hackajob.pinpoint.connection.PkceVerifier;
import com.hackajob.pinpoint.connection.Secret;
import com.hackajob.pinpoint.connection.StartAuthorization.Outcome.Redirect;
import com.hackajob.pinpoint.connection.StartSession.Outcome.Started;
import com.hackajob.pinpoint.connection.WebhookSecrets;
import com.hackajob.pinpoint.export.Candidate;
import com.hackajob.pinpoint.export.CvReference;
import com.hackajob.pinpoint.export.Document;
import com.hackajob.pinpoint.export.ExportFixtures;
import com.hackajob.pinpoint.export.Person;
import com.hackajob.pinpoint.export.PinpointApplications.Attachment;
import com.hackajob.pinpoint.export.Profile;
import com.hackajob.pinpoint.export.ProfileDocuments.ProfileDocument;
import com.hackajob.pinpoint.export.RemoteFiles.Fetch;
import com.hackajob.pinpoint.export.Submission;
import com.hackajob.pinpoint.mapping.MappingFixtures;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever carries a secret or personal data can be put into a log by mistake without harm. */
class HiddenTextTest {

    private static final String S = "s3cret";
    private static final SecretToken TOKEN = new SecretToken(S);
    private static final URI ADDRESS = URI.create("https://example.com/" + S + "?state=" + S);
    private static final Optional<String> TEXT = Optional.of(S);
    private static final Bytes CONTENT = new Bytes(S.getBytes(StandardCharsets.UTF_8));
    private static final Document DOCUMENT = new Document(S, "application/pdf", CONTENT);
    private static final Person.Phone PHONE = new Person.Phone(S, S);
    private static final Person.Address HOME = new Person.Address(S, S, S, S);
    private static final Person PERSON = new Person(S, S, S, Optional.of(PHONE), Optional.of(HOME), TEXT);
    private static final Profile.Position POSITION = new Profile.Position(S, S, TEXT, TEXT, TEXT, TEXT);
    private static final Profile.Study STUDY = new Profile.Study(S, S, TEXT, TEXT, TEXT);
    private static final Profile.Link LINK = new Profile.Link(S, S);
    private static final Profile PROFILE =
            new Profile(TEXT, TEXT, List.of(S), List.of(POSITION), List.of(STUDY), List.of(LINK), TEXT, TEXT);
    private static final CvReference CV = new CvReference(ADDRESS, S, 1);
    private static final Candidate CANDIDATE =
            new Candidate(new CandidateId("candidate-1"), PERSON, PROFILE, Optional.of(CV), ExportFixtures.ACCEPTED_AT);

    static Stream<Record> keepers() {
        return Stream.of(
                TOKEN,
                new Credential.ApiKey(SUBDOMAIN, S),
                new Credential.OAuthTokens(SUBDOMAIN, S, TEXT, Optional.empty()),
                new AuthorizationCode(S),
                new PkceVerifier(S),
                new Started(TOKEN, ExportFixtures.ACCEPTED_AT),
                new Redirect(ADDRESS, TOKEN),
                new Callback(
                        TOKEN,
                        Optional.of(TOKEN),
                        Optional.of(new AuthorizationCode(S)),
                        Optional.empty(),
                        Optional.empty()),
                new Secret(
                        new Credential.ApiKey(SUBDOMAIN, S),
                        new WebhookSecrets(TEXT, TEXT, ExportFixtures.ACCEPTED_AT),
                        Optional.empty()),
                new ConnectSession.Names(S, S),
                new Return(URI.create("https://app.example.com"), TOKEN),
                new Company(COMPANY, "Northwind", true, List.of(new Company.Master(USER, S))),
                CONTENT,
                DOCUMENT,
                new ProfileDocument(DOCUMENT, List.of()),
                new Fetch.Fetched<>(CONTENT),
                new Attachment(S, Optional.of(ADDRESS)),
                PHONE,
                HOME,
                PERSON,
                POSITION,
                STUDY,
                LINK,
                PROFILE,
                CV,
                CANDIDATE,
                new Submission(
                        ExportFixtures.KEY.reference(),
                        ConnectionFixtures.aConnection(),
                        MappingFixtures.aMapping(),
                        CANDIDATE,
                        Optional.of(DOCUMENT),
                        new ProfileDocument(DOCUMENT, List.of())));
    }

    // The name of the test must not show them either.
    @ParameterizedTest(name = "{index}")
    @MethodSource("keepers")
    void the_text_form_keeps_the_secret_and_says_that_there_is_something(Record keeper) {
        assertThat(keeper.toString()).doesNotContain(S).contains("[");
    }
}
