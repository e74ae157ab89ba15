package com.hackajob.pinpoint.local.aws;

import static com.hackajob.pinpoint.local.aws.Fixtures.aTemplate;
import static com.hackajob.pinpoint.local.aws.Fixtures.aTemplateWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {

    private static final String TABLE = "arn:aws:dynamodb:eu-west-1:000000000000:table/local-Table";

    @Test
    void grants_every_action_on_every_resource_of_a_statement() {
        assertThat(policy("[{'Statement':[{'Effect':'Allow','Action':['a:One','a:Two'],'Resource':['x','y']}]}]"))
                .isEqualTo(new Policy(List.of(
                        new Grant("a:One", "x"),
                        new Grant("a:One", "y"),
                        new Grant("a:Two", "x"),
                        new Grant("a:Two", "y"))));
    }

    @Test
    void takes_one_for_a_list_of_one() {
        assertThat(policy("{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':'a:One','Resource':'x'}}"))
                .isEqualTo(new Policy(List.of(new Grant("a:One", "x"))));
    }

    @Test
    void grants_nothing_where_there_is_none() {
        assertThat(Policy.of(Json.object().path("Policies"))).isEqualTo(Policy.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "['AmazonDynamoDBFullAccess']",
                "[{'DynamoDBCrudPolicy':{'TableName':'t'}}]",
                "[{'Statement':[{'Effect':'Deny','Action':'a:One','Resource':'x'}]}]",
                "[{'Statement':[{'Effect':'Allow','NotAction':'a:One','Resource':'x'}]}]",
                "[{'Statement':[{'Effect':'Allow','Action':'a:One','NotResource':'x'}]}]",
                "[{'Statement':[{'Effect':'Allow','Action':'a:One','Resource':'x','Condition':{}}]}]"
            })
    void refuses_what_it_does_not_know(String policies) {
        assertThatThrownBy(() -> policy(policies))
                .hasMessageStartingWith("The local cloud knows policies of statements that allow actions on resources");
    }

    @ParameterizedTest
    @CsvSource({
        "a:One,         x,          a:One,    x",
        "A:one,         x,          a:One,    x",
        "a:*,           x,          a:One,    x",
        "a:O?e,         x,          a:One,    x",
        "*,             *,          a:One,    x/y:z",
        "a:One,         secret:p/*, a:One,    secret:p/company-1-Ab12Cd",
        "a:One,         secret:t-??????, a:One, secret:t-Ab12Cd",
        "a:One,         table/t/index/*, a:One, table/t/index/GSI1"
    })
    void covers(String action, String resource, String wanted, String of) {
        assertThat(new Grant(action, resource).covers(new Access("f", wanted, of)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "a:One,         x,          a:Two,    x",
        "a:One,         x,          b:One,    x",
        "a:One,         x,          a:One,    X",
        "a:One,         x,          a:One,    x/y",
        "a:One,         table/t,    a:One,    table/t/index/GSI1",
        "a:One,         table/t/index/GSI1, a:One, table/t",
        "a:One,         secret:t-??????, a:One, secret:t",
        "a:One,         secret:t-??????, a:One, secret:t-more-Ab12Cd",
        "a:One,         x.y,        a:One,    xzy",
        "a:O?e,         x,          a:Oe,     x"
    })
    void does_not_cover(String action, String resource, String wanted, String of) {
        assertThat(new Grant(action, resource).covers(new Access("f", wanted, of)))
                .isFalse();
    }

    @Test
    void names_the_first_grant_that_covers() {
        var narrow = new Grant("a:One", "x");
        var broad = new Grant("a:*", "x");

        assertThat(new Policy(List.of(broad, narrow)).grantFor(new Access("f", "a:One", "x")))
                .contains(broad);
        assertThat(new Policy(List.of(narrow, broad)).grantFor(new Access("f", "a:One", "x")))
                .contains(narrow);
        assertThat(new Policy(List.of(narrow)).grantFor(new Access("f", "a:Two", "x")))
                .isEmpty();
    }

    @Test
    void is_read_from_the_template_with_its_conditions() {
        var query = new Grant("dynamodb:Query", TABLE + "/index/GSI1");

        assertThat(ofEcho(aTemplate())).isEqualTo(new Policy(List.of(query, new Grant("dynamodb:GetItem", TABLE))));
        assertThat(ofEcho(aTemplateWith(Map.of("Stage", "live"))))
                .isEqualTo(new Policy(
                        List.of(query, new Grant("dynamodb:GetItem", TABLE), new Grant("dynamodb:PutItem", TABLE))));
    }

    private static Policy ofEcho(Template template) {
        return template.functions().getFirst().policy();
    }

    private static Policy policy(String json) {
        return Policy.of(Json.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }
}
