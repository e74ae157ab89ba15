package com.hackajob.pinpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a native image must be told because it can't find out: the types that JSON is made of, and the files inside of the
 * artefact. The lists are those that the native build reads.
 */
class NativeImageTest {

    private static final JavaClasses MAIN =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("com.hackajob.pinpoint");

    /** As Quarkus sets it up for the function. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .findAndAddModules()
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, null))
            .build();

    private static final Path CLASSES = Path.of("target", "classes");
    private static final Path RESOURCES =
            Path.of("src/main/resources/META-INF/native-image/com.hackajob/pinpoint-integration/resource-config.json");

    private static final List<Class<?>> REGISTERED = MAIN.stream()
            .filter(type -> type.isAnnotatedWith(RegisterForReflection.class))
            .<Class<?>>map(JavaClass::reflect)
            .toList();

    static List<Class<?>> registered() {
        return REGISTERED;
    }

    @ParameterizedTest
    @MethodSource("registered")
    void what_is_registered_goes_through_json_and_back(Class<?> type) throws IOException {
        Object sample = sample(type);

        byte[] json = MAPPER.writeValueAsBytes(sample);

        assertThat(MAPPER.readValue(json, type)).isEqualTo(sample);
        assertThat(MAPPER.readTree(json).size())
                .as("members")
                .isGreaterThanOrEqualTo(type.getRecordComponents().length);
    }

    @ParameterizedTest
    @MethodSource("registered")
    void whatever_it_consists_of_is_registered_too(Class<?> type) {
        Set<Class<?>> ours = Arrays.stream(type.getRecordComponents())
                .flatMap(component -> classes(component.getGenericType()))
                .filter(part -> part.getName().startsWith("com.hackajob"))
                .collect(Collectors.toSet());

        assertThat(REGISTERED).containsAll(ours);
    }

    @Test
    void what_handlers_take_and_give_is_registered() {
        Set<Class<?>> wire = MAIN.stream()
                .filter(type -> type.isAssignableTo(RequestHandler.class))
                .map(JavaClass::reflect)
                .flatMap(handler -> Arrays.stream(handler.getGenericInterfaces()))
                .flatMap(NativeImageTest::classes)
                .filter(part -> part.getName().startsWith("com.hackajob"))
                .collect(Collectors.toSet());

        assertThat(wire).isNotEmpty();
        assertThat(REGISTERED).containsAll(wire);
    }

    /** By their names: what is JSON is called so, here. */
    @Test
    void every_json_record_is_registered() {
        Set<String> unregistered = MAIN.stream()
                .filter(type -> type.isRecord() && isJson(type))
                .filter(type -> !type.isAnnotatedWith(RegisterForReflection.class))
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(unregistered).isEmpty();
    }

    private static boolean isJson(JavaClass type) {
        return type.getSimpleName().endsWith("Json")
                || type.getEnclosingClass().filter(NativeImageTest::isJson).isPresent();
    }

    @Test
    void every_file_that_is_packaged_to_be_read_is_in_the_image() throws IOException {
        Set<String> packaged = Stream.of("connect", "fonts")
                .flatMap(NativeImageTest::files)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(packaged).hasSizeGreaterThan(5).allMatch(NativeImageTest::isIncluded);
        for (String file : packaged) {
            // by its name, as an image has them: it has no folders to look into
            try (InputStream content = NativeImageTest.class.getResourceAsStream("/" + file)) {
                assertThat(content).as(file).isNotNull();
            }
        }
    }

    @Test
    void what_the_pdf_library_reads_of_its_own_is_in_the_image() {
        assertThat(List.of("com/lowagie/text/error_messages/en.lng", "com/lowagie/text/pdf/fonts/glyphlist.txt"))
                .allMatch(NativeImageTest::isIncluded)
                .allMatch(file -> NativeImageTest.class.getResource("/" + file) != null);
    }

    /** Whoever begins to read files of the artefact has to name them in the list above. */
    @Test
    void only_the_pages_and_the_fonts_are_read_from_the_artefact() {
        Set<String> readers = MAIN.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getName().startsWith("getResource"))
                .map(JavaMethodCall::getOriginOwner)
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());

        assertThat(readers).containsExactlyInAnyOrder("ConnectTemplates", "Fonts");
    }

    private static boolean isIncluded(String file) {
        try {
            return MAPPER.readTree(RESOURCES.toFile())
                    .at("/resources/includes")
                    .valueStream()
                    .anyMatch(include -> file.matches(include.path("pattern").asText()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<String> files(String folder) {
        try (Stream<Path> files = Files.walk(CLASSES.resolve(folder))) {
            return files
                    .filter(Files::isRegularFile)
                    .map(file -> CLASSES.relativize(file).toString().replace('\\', '/'))
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Class<?>> classes(Type type) {
        return switch (type) {
            case Class<?> plain -> Stream.of(plain);
            case ParameterizedType generic ->
                Arrays.stream(generic.getActualTypeArguments()).flatMap(NativeImageTest::classes);
            default -> throw new IllegalArgumentException("no idea of " + type);
        };
    }

    /** With something in every member. */
    private static Object sample(Type type) {
        return switch (type) {
            case Class<?> plain -> plain(plain);
            case ParameterizedType generic -> generic(generic);
            default -> throw new IllegalArgumentException("no sample of " + type);
        };
    }

    private static Object plain(Class<?> type) {
        if (type.isRecord()) {
            return record(type);
        }
        return switch (type.getSimpleName()) {
            case "String" -> "text";
            case "int", "Integer" -> 3;
            case "long", "Long" -> 4L;
            case "boolean", "Boolean" -> true;
            case "URI" -> URI.create("https://example.com/path");
            case "Instant" -> Instant.parse("2026-03-02T09:00:00Z");
            default -> throw new IllegalArgumentException("no sample of " + type);
        };
    }

    private static Object generic(ParameterizedType type) {
        List<Object> members = Arrays.stream(type.getActualTypeArguments())
                .map(NativeImageTest::sample)
                .toList();
        return switch (((Class<?>) type.getRawType()).getSimpleName()) {
            case "Optional" -> Optional.of(members.getFirst());
            case "List" -> List.of(members.getFirst());
            case "Map" -> Map.of(members.getFirst(), members.getLast());
            default -> throw new IllegalArgumentException("no sample of " + type);
        };
    }

    private static Object record(Class<?> type) {
        try {
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class[]::new);
            Object[] values = Arrays.stream(type.getRecordComponents())
                    .map(component -> sample(component.getGenericType()))
                    .toArray();
            Constructor<?> canonical = type.getDeclaredConstructor(types);
            canonical.setAccessible(true);
            return canonical.newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
