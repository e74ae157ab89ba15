package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.Content;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.export.ProfileDocuments.ProfileDocument;
import com.hackajob.pinpoint.mapping.Mapping;
import com.hackajob.pinpoint.mapping.PinpointStageId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that one application consists of, ready to be sent. */
public record Submission(
        Reference reference,
        Connection connection,
        Mapping mapping,
        Candidate candidate,
        Optional<Document> cv,
        ProfileDocument profile)
        implements AutoCloseable {

    /** Where it goes; empty leaves it to Pinpoint, which takes the job's applied stage. */
    public Optional<PinpointStageId> stage() {
        return mapping.acceptanceStage();
    }

    public Source source() {
        var source = mapping.sourceIn(connection);
        return new Source(source.channel(), source.channelSource());
    }

    /** For an application that has files of its own: their CV may well have the same name. */
    Submission besideOthers() {
        return new Submission(reference, connection, mapping, candidate, cv.map(Document::ofHackajob), profile);
    }

    /** The CV, where there is one, and the profile. */
    public List<Document> documents() {
        return Stream.concat(cv.stream(), Stream.of(profile.document())).toList();
    }

    /** Gives up the CV's content: nothing can be sent any more. */
    @Override
    public void close() {
        cv.map(Document::content).ifPresent(Content::close);
    }

    /** What a recruiter reads beside the application. */
    public String comment() {
        return "Exported from hackajob. The hackajob profile is attached.";
    }
}
