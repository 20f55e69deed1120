package org.tidemark.producers.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.producers.RealData;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.SourceFormat;
import org.tidemark.producers.Told;
import org.tidemark.release.Load;
import org.tidemark.series.Observation;

/** Every format through the loader, with the shipped catalogue. */
class PublishersFilesTest {
    private static final Catalogue SHIPPED = ShippedCatalogue.with(List.of());

    private final RecordingTarget target = new RecordingTarget();

    @Test
    void everyFixtureIsLoadedAndAllThatItTellsIsCounted() throws IOException, URISyntaxException {
        for (String place : List.of("exposure", "fredmd", "indeed", "microsoft", "plaincsv", "sdmx")) {
            Path folder = Path.of(Objects.requireNonNull(PublishersFilesTest.class.getResource("/" + place))
                    .toURI());

            LoadReport report = loaded(folder);

            assertThat(report.failures()).isEmpty();
            assertThat(report.unknown()).isEmpty();
            assertAllIsCounted(folder, report);
        }
    }

    @TestFactory
    List<DynamicTest> thePublishersOwnFilesAreLoadedAndNothingIsOlderThanTheLogCanSay() {
        return List.of(
                        "fred-md",
                        "census-btos",
                        "indeed-ai-postings",
                        "indeed-wages",
                        "ai-exposure",
                        "eurostat-ai-enterprises")
                .stream()
                .map(place -> DynamicTest.dynamicTest(place, () -> {
                    Path folder = RealData.at(place);
                    LoadReport report = loaded(folder);
                    assertThat(report.failures()).isEmpty();
                    assertThat(report.sent()).isPositive();
                    assertThat(target.observations())
                            .extracting(Observation::published)
                            .allMatch(published -> !published.isBefore(Instant.EPOCH));
                }))
                .toList();
    }

    private LoadReport loaded(Path path) throws IOException {
        Clock clock = Clock.fixed(Toys.NOW, ZoneOffset.UTC);
        return new Loader(SHIPPED, Formats.all(SHIPPED), target, clock, LoadProgress.SILENT)
                .run(Inputs.of(List.of(path)), LoadSettings.ALL);
    }

    private void assertAllIsCounted(Path folder, LoadReport report) throws IOException {
        Map<String, Long> read =
                report.loads().stream().collect(Collectors.groupingBy(Load::file, Collectors.summingLong(Load::read)));
        long told = 0;
        for (SourceFile file : Inputs.of(List.of(folder)).found()) {
            SourceFormat format = Formats.all(SHIPPED).stream()
                    .filter(f -> recognises(f, file))
                    .findFirst()
                    .orElseThrow();
            long cells = Told.by(format, file.path()).cells();
            told += cells;
            assertThat(read).containsEntry(file.name(), cells + copiesOf(file.name(), report));
        }
        assertThat(read.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(told + report.copied());
    }

    private long copiesOf(String file, LoadReport report) {
        Set<String> hashes = report.loads().stream()
                .filter(load -> load.file().equals(file))
                .map(Load::load)
                .collect(Collectors.toSet());
        return target.observations().stream()
                .filter(o -> hashes.contains(o.batch().load()))
                .filter(o -> o.note() != null && o.note().contains("taken to stand for"))
                .count();
    }

    private static boolean recognises(SourceFormat format, SourceFile file) {
        try {
            return format.recognises(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
