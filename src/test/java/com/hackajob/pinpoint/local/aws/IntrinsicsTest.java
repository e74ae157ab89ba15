package com.hackajob.pinpoint.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IntrinsicsTest {

    private final Intrinsics intrinsics = new Intrinsics(Path.of("."), new Known(), "Yes"::equals);

    @Test
    void joins_splits_selects_and_substitutes() {
        assertThat(resolved("{'Fn::Join':['-',['a',{'Ref':'Name'}]]}")).isEqualTo("a-pinpoint");
        assertThat(intrinsics.resolve(json("{'Fn::Split':['i',{'Ref':'Name'}]}")))
                .isEqualTo(json("['p','npo','nt']"));
        assertThat(resolved("{'Fn::Select':[1,['a','b']]}")).isEqualTo("b");
        assertThat(resolved("{'Fn::Sub':'${Name}/${Queue.Arn}/${!literal}'}")).isEqualTo("pinpoint/an-arn/${literal}");
        assertThat(resolved("{'Fn::Sub':['${own}',{'own':{'Ref':'Name'}}]}")).isEqualTo("pinpoint");
    }

    @Test
    void leaves_out_what_has_no_value() {
        assertThat(intrinsics.resolve(
                        json("{'a':{'Fn::If':['No',1,{'Ref':'AWS::NoValue'}]},'b':[{'Ref':'AWS::NoValue'}]}")))
                .isEqualTo(json("{'b':[]}"));
    }

    @Test
    void decides_conditions() {
        assertThat(intrinsics.holds(
                        json("{'Fn::And':[{'Condition':'Yes'},{'Fn::Equals':[{'Ref':'Name'},'pinpoint']}]}")))
                .isTrue();
        assertThat(intrinsics.holds(json("{'Fn::Or':[{'Condition':'No'},{'Fn::Not':[{'Condition':'Yes'}]}]}")))
                .isFalse();
    }

    @Test
    void names_the_function_it_does_not_know() {
        assertThatThrownBy(() -> resolved("{'Fn::Cidr':['10.0.0.0/16']}"))
                .hasMessageStartingWith("The local cloud does not know Fn::Cidr");
    }

    @Test
    void names_what_is_not_there() {
        assertThatThrownBy(() -> resolved("{'Ref':'Nmae'}")).hasMessage("Nothing is called Nmae");
        assertThatThrownBy(() -> resolved("{'Fn::GetAtt':['Queue','Colour']}"))
                .hasMessage("The local cloud knows no attribute Colour of Queue");
    }

    private String resolved(String json) {
        return intrinsics.resolve(json(json)).asText();
    }

    private static JsonNode json(String text) {
        return Json.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private record Known() implements References {

        @Override
        public Optional<JsonNode> ref(String name) {
            return Optional.ofNullable(Map.of("Name", "pinpoint").get(name)).map(TextNode::valueOf);
        }

        @Override
        public Optional<JsonNode> attribute(String resource, String attribute) {
            return Optional.ofNullable(Map.of("Queue.Arn", "an-arn").get(resource + "." + attribute))
                    .map(TextNode::valueOf);
        }
    }
}
