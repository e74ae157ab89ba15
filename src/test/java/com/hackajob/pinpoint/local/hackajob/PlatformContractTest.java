package com.hackajob.pinpoint.local.hackajob;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The simulator keeps to the contract that it plays. */
class PlatformContractTest {

    private static final Path CONTRACT = Path.of("infra/contracts/hackajob-platform.yaml");

    @Test
    void a_company_is_as_the_contract_says() throws IOException {
        var company = Company.named("company-1", "Northwind");
        assertThat(violations("Company", PlatformReply.company(company))).isEmpty();
        assertThat(violations("Company", PlatformReply.company(company.withMaster("user-1", "Grace Hopper"))))
                .isEmpty();
    }

    @Test
    void a_job_is_as_the_contract_says() throws IOException {
        assertThat(violations("Job", PlatformReply.job(Job.live("job-1", "Engineer", "Accepted"))))
                .isEmpty();
    }

    @Test
    void a_candidate_is_as_the_contract_says() throws IOException {
        var candidate = Candidate.named("candidate-1", "Ada", "Lovelace", "ada@example.com");
        assertThat(violations("Candidate", PlatformReply.candidate(candidate, "")))
                .isEmpty();
        var withCv = candidate.with(new Candidate.Cv("cv.pdf", "application/pdf", new byte[10]));
        assertThat(violations("Candidate", PlatformReply.candidate(withCv, "https://files.example.com/cv")))
                .isEmpty();
    }

    private static Set<ValidationMessage> violations(String schema, PlatformReply reply) throws IOException {
        JsonNode contract = new ObjectMapper(new YAMLFactory()).readTree(CONTRACT.toFile());
        var root = new ObjectMapper().createObjectNode();
        root.put("$ref", "#/components/schemas/" + schema);
        root.set("components", contract.path("components"));
        var config =
                SchemaValidatorsConfig.builder().nullableKeywordEnabled(true).build();
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(root, config)
                .validate(new ObjectMapper().readTree(reply.body()));
    }
}
