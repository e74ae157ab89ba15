package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.CandidateId;
import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.SideEffects;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.PinpointAnswer;
import com.hackajob.pinpoint.mapping.PinpointJobId;
import com.hackajob.pinpoint.updates.Outbox;
import com.hackajob.pinpoint.updates.Update;
import com.hackajob.pinpoint.updates.UpdateChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The ports as a process sees them that can die around each {@link SideEffects side effect}. */
final class Mortal {

    private Mortal() {}

    record MortalLedger(Ledger ledger, SideEffects effects) implements Ledger {

        @Override
        public Claim claim(ExportKey key, Instant now, Duration lease) {
            return effects.around("claim", () -> ledger.claim(key, now, lease));
        }

        @Override
        public boolean record(Claim.Granted claim, ExportState state, Optional<Update> update, Instant now) {
            String name = "record " + state.getClass().getSimpleName();
            return effects.around(name, () -> ledger.record(claim, state, update, now));
        }

        @Override
        public Begun begin(Claim.Granted claim, Place place, ExportState.Submitting state, Instant now) {
            return effects.around("begin", () -> ledger.begin(claim, place, state, now));
        }

        @Override
        public List<Contested> contested(CompanyId company, Instant now) {
            return ledger.contested(company, now);
        }

        @Override
        public Optional<Export> find(ExportKey key) {
            return ledger.find(key);
        }

        @Override
        public Page list(CompanyId company, Optional<ExportKey> after, int limit) {
            return ledger.list(company, after, limit);
        }

        @Override
        public int waiting(CompanyId company, int limit) {
            return ledger.waiting(company, limit);
        }

        @Override
        public int release(CompanyId company) {
            return effects.around("release", () -> ledger.release(company));
        }

        @Override
        public int release(CompanyId company, JobId job) {
            return effects.around("release", () -> ledger.release(company, job));
        }

        @Override
        public List<Export> skipped(CompanyId company, JobId job) {
            return ledger.skipped(company, job);
        }

        @Override
        public boolean resume(Export seen, ExportState next) {
            return effects.around("resume", () -> ledger.resume(seen, next));
        }

        @Override
        public List<Export> ofCandidate(CompanyId company, CandidateId candidate) {
            return ledger.ofCandidate(company, candidate);
        }

        @Override
        public List<ExportKey> ofApplication(CompanyId company, int generation, ApplicationId application) {
            return ledger.ofApplication(company, generation, application);
        }

        @Override
        public boolean erase(Export seen, ExportState.Erased tombstone) {
            return effects.around("erase", () -> ledger.erase(seen, tombstone));
        }

        @Override
        public List<ExportKey> due(CompanyId company, Instant now, int limit) {
            return ledger.due(company, now, limit);
        }
    }

    record MortalApplications(PinpointApplications applications, SideEffects effects) implements PinpointApplications {

        @Override
        public PinpointAnswer<List<Match>> findByEmail(Connection connection, PinpointJobId job, String email) {
            return applications.findByEmail(connection, job, email);
        }

        @Override
        public PinpointAnswer<List<Match>> findByReference(Connection connection, Reference reference) {
            return applications.findByReference(connection, reference);
        }

        @Override
        public Creation create(Submission submission) {
            return effects.around("create", () -> applications.create(submission));
        }

        @Override
        public PinpointAnswer<Stored> read(Connection connection, ApplicationId application) {
            return applications.read(connection, application);
        }

        @Override
        public PinpointAnswer<ApplicationId> addDocuments(
                Connection connection, ApplicationId application, List<Document> documents) {
            return effects.around("add documents", () -> applications.addDocuments(connection, application, documents));
        }

        @Override
        public PinpointAnswer<ApplicationId> comment(Connection connection, ApplicationId application, String text) {
            return effects.around("comment", () -> applications.comment(connection, application, text));
        }
    }

    record MortalUpdateChannel(UpdateChannel channel, SideEffects effects) implements UpdateChannel {

        @Override
        public void send(Update update) {
            effects.around("send", () -> {
                channel.send(update);
                return update;
            });
        }
    }

    record MortalOutbox(Outbox outbox, SideEffects effects) implements Outbox {

        @Override
        public List<Update> pending(Instant since) {
            return outbox.pending(since);
        }

        @Override
        public void add(Update update) {
            effects.around("add", () -> {
                outbox.add(update);
                return update;
            });
        }

        @Override
        public void forget(CompanyId company, CandidateId candidate) {
            effects.around("forget all", () -> {
                outbox.forget(company, candidate);
                return candidate;
            });
        }

        @Override
        public void forget(Update update) {
            effects.around("forget", () -> {
                outbox.forget(update);
                return update;
            });
        }
    }
}
