package com.hackajob.pinpoint.local.pinpoint;

import com.hackajob.pinpoint.local.pinpoint.JobBuilder.NewStage;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One employer's Pinpoint: what its administrator sets up, and what its users see and do in the user interface. */
public final class Tenant {

    private final Account account;

    Tenant(Account account) {
        this.account = account;
    }

    public String subdomain() {
        return account.subdomain();
    }

    /** Makes an API key with these ticks and returns it. */
    public String createKey(String name, Set<Permission> permissions) {
        return account.keys().create(name, permissions);
    }

    public void revokeKey(String key) {
        account.keys().revoke(key);
    }

    /** The "Pinpoint API" toggle of the account. */
    public void apiEnabled(boolean on) {
        account.keys().apiEnabled(on);
    }

    public Policies policies() {
        return account.policies();
    }

    public Faults faults() {
        return account.faults();
    }

    public Webhooks webhooks() {
        return account.webhooks();
    }

    /** Sets up a webhook as an administrator does, and returns the signing secret. */
    public String addWebhookEndpoint(URI url, Set<String> events) {
        return webhooks().addWebhookEndpoint(url, events);
    }

    public SimulatedJob createJob(String title) {
        return createJob(title, _ -> {});
    }

    public SimulatedJob createJob(String title, Consumer<JobBuilder> details) {
        JobBuilder builder = new JobBuilder(title);
        details.accept(builder);
        return locked(() -> SimulatedJob.of(account.now(), jobActions().create(builder)));
    }

    public List<SimulatedJob> jobs() {
        return locked(() -> account.now().rows("jobs").stream()
                .map(row -> SimulatedJob.of(account.now(), row))
                .toList());
    }

    public SimulatedJob job(String jobId) {
        return locked(() -> SimulatedJob.of(account.now(), row("jobs", jobId)));
    }

    public void renameJob(String jobId, String title) {
        act(() -> jobActions().change(row("jobs", jobId), "title", title));
    }

    public void changeJobStatus(String jobId, String status) {
        act(() -> jobActions().change(row("jobs", jobId), "status", status));
    }

    public void closeJob(String jobId) {
        changeJobStatus(jobId, "closed");
    }

    /** Changes any documented attribute of a job, such as what it demands of an application. */
    public void changeJob(String jobId, String attribute, Object value) {
        if (!JobResource.ATTRIBUTES.contains(attribute)) {
            throw new IllegalArgumentException("jobs have no attribute " + attribute);
        }
        act(() -> jobActions().change(row("jobs", jobId), attribute, value));
    }

    /** Deletes a job with its applications. */
    public void deleteJob(String jobId) {
        act(() -> jobActions().delete(row("jobs", jobId)));
    }

    public SimulatedStage addStage(String jobId, String name, String basicType) {
        NewStage stage = new NewStage(name, basicType, false);
        return locked(() -> SimulatedStage.of(jobActions().addStage(row("jobs", jobId), stage)));
    }

    public void renameStage(String stageId, String name) {
        act(() -> jobActions().renameStage(row("stages", stageId), name));
    }

    /** Removes a stage; whoever is in it goes to the first stage that is left. */
    public void removeStage(String stageId) {
        act(() -> jobActions().removeStage(row("stages", stageId)));
    }

    /** All applications, the oldest first. */
    public List<SimulatedApplication> applications() {
        return locked(() -> account.now().rows("applications").stream()
                .map(row -> SimulatedApplication.of(account.now(), row))
                .toList());
    }

    public SimulatedApplication application(String applicationId) {
        return locked(() -> SimulatedApplication.of(account.now(), row("applications", applicationId)));
    }

    /** Moves an application to any stage; to reject and to hire are such moves. */
    public void moveApplication(String applicationId, String stageId) {
        act(() -> new Moves(account).byUser(row("applications", applicationId), row("stages", stageId)));
    }

    /** Moves an application to another job, which the API can't. */
    public void moveApplicationToJob(String applicationId, String jobId, String stageId) {
        act(() -> people().moveToJob(row("applications", applicationId), row("jobs", jobId), row("stages", stageId)));
    }

    /** Another application with all that this one has, as after a creation that happened twice. */
    public void copyApplication(String applicationId) {
        act(() -> account.tables()
                .insert("applications", row("applications", applicationId).values()));
    }

    public void deleteApplication(String applicationId) {
        act(() -> people().delete(row("applications", applicationId)));
    }

    public void changeSource(String applicationId, String channel, String channelSource) {
        act(() -> {
            people().change(row("applications", applicationId), "channel", channel);
            people().change(row("applications", applicationId), "channel_source", channelSource);
        });
    }

    /** Anonymises an application for screening. */
    public void conceal(String applicationId) {
        act(() -> people().change(row("applications", applicationId), "concealed", true));
    }

    public List<SimulatedCandidate> candidates() {
        return locked(() -> account.now().rows("candidates").stream()
                .map(SimulatedCandidate::of)
                .toList());
    }

    public void blockCandidate(String candidateId) {
        act(() -> people().block(row("candidates", candidateId)));
    }

    /** Makes one person of two; the second one's applications become the first one's. */
    public void mergeCandidates(String keptId, String mergedId) {
        act(() -> people().merge(row("candidates", keptId), row("candidates", mergedId)));
    }

    public void addUser(String firstName, String lastName, String email) {
        act(() -> account.tables()
                .insert("users", Map.of("first_name", firstName, "last_name", lastName, "email", email)));
    }

    private JobActions jobActions() {
        return new JobActions(account);
    }

    private PersonActions people() {
        return new PersonActions(account);
    }

    private Row row(String type, String id) {
        return account.now().find(type, id).orElseThrow(() -> new IllegalArgumentException("no " + type + " " + id));
    }

    private void act(Runnable action) {
        synchronized (account.tables()) {
            action.run();
        }
    }

    private <T> T locked(Supplier<T> question) {
        synchronized (account.tables()) {
            return question.get();
        }
    }
}
