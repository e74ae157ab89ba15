package com.hackajob.pinpoint.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads YAML with CloudFormation's tags: every short form ({@code !Ref x}) becomes the long one ({@code Ref: x}). */
final class CloudFormationYaml {

    private CloudFormationYaml() {}

    static JsonNode read(Path file) {
        try (var text = Files.newBufferedReader(file)) {
            return Json.of(new Yaml(new LongForms()).load(text));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Can't read " + file, unreadable);
        }
    }

    private static final class LongForms extends SafeConstructor {

        LongForms() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new LongForm());
            // a date is text to CloudFormation
            yamlConstructors.put(Tag.TIMESTAMP, yamlConstructors.get(Tag.STR));
        }

        private final class LongForm extends AbstractConstruct {

            @Override
            public Object construct(Node node) {
                var name = node.getTag().getValue().substring(1);
                var isPlain = name.equals("Ref") || name.equals("Condition");
                return Map.of(isPlain ? name : "Fn::" + name, argument(name, node));
            }

            private Object argument(String name, Node node) {
                return switch (node) {
                    case ScalarNode scalar
                    when name.equals("GetAtt") -> List.of(scalar.getValue().split("\\.", 2));
                    case ScalarNode scalar -> scalar.getValue();
                    case SequenceNode sequence -> constructSequence(sequence);
                    case MappingNode mapping -> constructMapping(mapping);
                    default -> throw new IllegalArgumentException("No argument for !" + name + node.getStartMark());
                };
            }
        }
    }
}
