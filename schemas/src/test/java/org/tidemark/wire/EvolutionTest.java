package org.tidemark.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes are kept for ever, so every version must read what any other wrote. */
class EvolutionTest {
    private static final Map<String, Schema> PRESENT = presentSchemas();

    static List<String> names() {
        return SchemaShelf.NAMES;
    }

    @ParameterizedTest
    @MethodSource("names")
    void thePresentSchemaAndEveryReleasedOneReadEachOther(String name) {
        List<Schema> released = SchemaShelf.released(name);

        assertThat(released).allSatisfy(earlier -> assertThat(Evolution.breaks(earlier, present(name)))
                .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("names")
    void aSchemaOnceReleasedIsPartOfEveryLaterRelease(String name) {
        List<Boolean> held = IntStream.rangeClosed(1, SchemaShelf.RELEASES)
                .mapToObj(release -> SchemaShelf.released(release, name) != null)
                .toList();

        assertThat(held).as("in release 1, 2, ... of %s", name).isSorted();
    }

    @Test
    void everySchemaOfThePresentIsOnTheShelf() {
        assertThat(PRESENT.keySet()).containsExactlyInAnyOrderElementsOf(SchemaShelf.NAMES);
    }

    @Test
    void noReleaseIsLeftUnread() {
        assertThat(IntStream.rangeClosed(1, SchemaShelf.RELEASES)).allSatisfy(release -> assertThat(names())
                .anySatisfy(
                        name -> assertThat(SchemaShelf.released(release, name)).isNotNull()));
        assertThat(names()).noneSatisfy(name -> assertThat(SchemaShelf.released(SchemaShelf.RELEASES + 1, name))
                .isNotNull());
    }

    /** To release: copy src/main/avro to released/N, raise RELEASES, and add the lines of {@code sha256sum}. */
    @Test
    void aReleasedFileIsNeverEditedNorTakenAway() {
        Map<String, String> pinned = pinned();

        assertThat(pinned).allSatisfy((file, sum) -> assertThat(sha256(file)).isEqualTo(sum));
        assertThat(releasedFiles()).containsExactlyInAnyOrderElementsOf(pinned.keySet());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a field without a default | \"fields\": [ | \"fields\": [{\"name\": \"added\", \"type\": \"int\"},",
                "a field without a default, taken away | {\"name\": \"unit\", \"type\": \"string\"}, | ''",
                "a narrower type | \"name\": \"value\", \"type\": [\"null\", \"double\"] | \"name\": \"value\", \"type\": \"double\"",
                "a wider type | \"name\": \"ordinal\", \"type\": \"int\" | \"name\": \"ordinal\", \"type\": \"long\"",
                "a symbol where no default is | \"FILE\", \"LAG\" | \"FILE\", \"LAG\", \"GUESS\"",
                "another name | \"name\": \"ordinal\" | \"name\": \"position\"",
                "another record | \"name\": \"Observation\" | \"name\": \"Figure\"",
            })
    void aChangeThatBreaksReadersIsCaught(String what, String before, String after) {
        Schema changed = changed("observation", before, after);

        assertThat(Evolution.breaks(present("observation"), changed)).as(what).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a field with a default | \"fields\": [ | \"fields\": [{\"name\": \"added\", \"type\": \"int\", \"default\": 0},",
                "a symbol where a default is | \"MISSING\", \"BREAK\" | \"MISSING\", \"BREAK\", \"FORECAST\"",
                "a doc | stable id of the publisher | stable id of whoever published",
            })
    void aChangeThatBothSidesCanReadIsLetThrough(String what, String before, String after) {
        Schema changed = changed("observation", before, after);

        assertThat(Evolution.breaks(present("observation"), changed)).as(what).isEmpty();
    }

    private static Schema present(String name) {
        return Objects.requireNonNull(PRESENT.get(name), name);
    }

    private static Schema changed(String name, String before, String after) {
        String text = text("released/1/" + name + ".avsc");
        assertThat(text).contains(before);
        return new Schema.Parser().parse(text.replace(before, after));
    }

    static Map<String, Schema> presentSchemas() {
        return Map.ofEntries(
                Map.entry("alert", org.tidemark.avro.Alert.getClassSchema()),
                Map.entry("system_note", org.tidemark.avro.SystemNote.getClassSchema()),
                Map.entry("instant_closing", org.tidemark.avro.InstantClosing.getClassSchema()),
                Map.entry("figure_change", org.tidemark.avro.FigureChange.getClassSchema()),
                Map.entry("alert_standing", org.tidemark.avro.AlertStanding.getClassSchema()),
                Map.entry("judgement", org.tidemark.avro.Judgement.getClassSchema()),
                Map.entry("withdrawal", org.tidemark.avro.Withdrawal.getClassSchema()),
                Map.entry("quarantine_decision", org.tidemark.avro.QuarantineDecision.getClassSchema()),
                Map.entry("observation", org.tidemark.avro.Observation.getClassSchema()),
                Map.entry("release_closing", org.tidemark.avro.ReleaseClosing.getClassSchema()),
                Map.entry("estimate", org.tidemark.avro.Estimate.getClassSchema()),
                Map.entry("news", org.tidemark.avro.News.getClassSchema()),
                Map.entry("rejected", org.tidemark.avro.Rejected.getClassSchema()),
                Map.entry("load", org.tidemark.avro.Load.getClassSchema()),
                Map.entry("release_outcome", org.tidemark.avro.ReleaseOutcome.getClassSchema()));
    }

    private static Map<String, String> pinned() {
        Map<String, String> pinned = new TreeMap<>();
        text("released.sha256")
                .lines()
                .forEach(line -> pinned.put("released/" + line.substring(66), line.substring(0, 64)));
        return pinned;
    }

    private static List<String> releasedFiles() {
        return IntStream.rangeClosed(1, SchemaShelf.RELEASES)
                .boxed()
                .flatMap(release -> names().stream()
                        .filter(name -> SchemaShelf.released(release, name) != null)
                        .map(name -> "released/" + release + "/" + name + ".avsc"))
                .toList();
    }

    private static String sha256(String file) {
        try {
            byte[] text = text(file).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String text(String file) {
        try (InputStream in = Objects.requireNonNull(SchemaShelf.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
