package org.tidemark.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One word has one meaning: no two public types share a name, and the glossary's words are the names of types. */
class GlossaryTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "^public (?:[a-z-]+ )*(?:class|interface|record|enum|@interface) (\\w+)", Pattern.MULTILINE);
    private static final Pattern ROW = Pattern.compile("^\\| \\*\\*(.+?)\\*\\*.*\\| `(\\w+)` \\|$", Pattern.MULTILINE);

    /** What the field has a term of its own for, with that term. */
    private static final Map<String, String> RETIRED = Map.of(
            "InstantClosing", "Watermark",
            "ReleaseClosing", "ReleaseEnd",
            "Belief", "CurrentValue",
            "Judgement", "Assessment",
            "Passages", "FirstPassage",
            "TurningDates", "InflectionDates",
            "Rehearsal", "WarmUp",
            "Surprise", "Innovation",
            "WithAndWithout", "WhatIf");

    private static List<Path> sources() {
        List<Path> sources = new ArrayList<>();
        for (String module :
                List.of("core", "schemas", "engine", "producers", "streams", "web", "api", "standalone", "bench")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            } catch (IOException e) {
                throw new AssertionError("sources of " + module, e);
            }
        }
        return sources;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }

    private static SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        sources().forEach(file -> names.add(file.getFileName().toString().replace(".java", "")));
        return names;
    }

    @Test
    void noTwoPublicTypesShareAName() {
        SortedMap<String, List<String>> places = new TreeMap<>();
        for (Path file : sources()) {
            Matcher type = PUBLIC_TYPE.matcher(text(file));
            if (type.find()) {
                places.computeIfAbsent(type.group(1), name -> new ArrayList<>()).add(file.toString());
            }
        }

        assertThat(places).hasSizeGreaterThan(400);
        assertThat(places.values()).allSatisfy(of -> assertThat(of).hasSize(1));
    }

    @Test
    void typesThatTheGlossaryNamesExist() {
        Matcher row = ROW.matcher(text(ROOT.resolve("docs/glossary.md")));
        SortedMap<String, String> named = new TreeMap<>();
        while (row.find()) {
            named.put(row.group(1), row.group(2));
        }

        assertThat(named).hasSizeGreaterThan(25);
        assertThat(names()).containsAll(named.values());
    }

    @Test
    void noTypeHasANameThatTheFieldSaysOtherwise() {
        assertThat(names()).doesNotContainAnyElementsOf(RETIRED.keySet());
    }
}
