package com.hackajob.pinpoint.local.hackajob;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the platform knows: companies, their jobs, and who accepted on them. */
final class Platform {

    private record JobKey(String company, String job) {}

    private record CandidateKey(JobKey job, String candidate) {}

    private final Map<String, Company> companies = new ConcurrentHashMap<>();
    private final Map<JobKey, Job> jobs = new ConcurrentHashMap<>();
    private final Map<CandidateKey, Candidate> candidates = new ConcurrentHashMap<>();

    void put(Company company) {
        companies.put(company.id(), company);
    }

    void put(String company, Job job) {
        jobs.put(new JobKey(company, job.id()), job);
    }

    void put(String company, String job, Candidate candidate) {
        if (job(company, job).isEmpty()) {
            throw new IllegalArgumentException("company " + company + " has no job " + job);
        }
        candidates.put(new CandidateKey(new JobKey(company, job), candidate.id()), candidate);
    }

    void remove(String company, String job) {
        jobs.remove(new JobKey(company, job));
    }

    void remove(String company, String job, String candidate) {
        candidates.remove(new CandidateKey(new JobKey(company, job), candidate));
    }

    Optional<Company> company(String company) {
        return Optional.ofNullable(companies.get(company));
    }

    Optional<Job> job(String company, String job) {
        return Optional.ofNullable(jobs.get(new JobKey(company, job)));
    }

    Optional<Candidate> candidate(String company, String job, String candidate) {
        return Optional.ofNullable(candidates.get(new CandidateKey(new JobKey(company, job), candidate)));
    }
}
