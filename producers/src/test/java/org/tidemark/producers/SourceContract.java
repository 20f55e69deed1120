package org.tidemark.producers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.validate.RejectReason;

/**
 * What every source format keeps. A new format adds a fixture under {@code src/test/resources/<its package>/} and one
 * subclass.
 */
public abstract class SourceContract {
    private static final int RANDOM_BYTES = 50_000;
    private static final int ORIGINAL_BYTES_MAX = 64 * 1024;
    private static final int DETAIL_CHARS_MAX = 500;
    /** Says nothing about the publisher, the date or the kind of the file. */
    private static final String NEUTRAL_NAME = "input";

    @TempDir
    protected Path folder = Path.of("");

    /** What the fixture must yield. */
    public record Expected(int figures, Map<SkipReason, Integer> skipped, Map<RejectReason, Integer> rejected) {
        public int cells() {
            return figures
                    + skipped.values().stream().mapToInt(Integer::intValue).sum()
                    + rejected.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    protected abstract SourceFormat format();

    /** The folder of this format's fixtures among the test resources: {@code plaincsv}. */
    protected abstract String resources();

    /** A small good file, as its publisher would name it. */
    protected abstract Path fixture() throws IOException;

    protected abstract Expected expected();

    /** What spoils the fixture's middle; see {@link Damage#ofUtf8Table()}. */
    protected abstract List<Damage> damages();

    /** Whether all that the fixture holds is declared in the shipped catalogue, with the same unit. */
    protected boolean fixtureIsInTheShippedCatalogue() {
        return true;
    }

    /** A name that only holds what a format may take from nothing else, such as the year that a table is about. */
    protected String neutralName() {
        return NEUTRAL_NAME;
    }

    /** Files of the publisher to read, relative to the data folder; none by default. */
    protected List<String> realFiles() {
        return List.of();
    }

    /** A file among the test resources. */
    protected static Path resource(String place) {
        URL url = Objects.requireNonNull(SourceContract.class.getResource("/" + place), place);
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void nameIsLowerCaseWithHyphens() {
        assertThat(format().name()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    }

    @Test
    void recognisesItsOwnFixture() throws IOException {
        assertThat(format().recognises(new SourceFile(fixture()))).isTrue();
    }

    @Test
    void recognisesByContentWhateverTheName() throws IOException {
        Path renamed = neutral(Files.readAllBytes(fixture()));
        assertThat(format().recognises(new SourceFile(renamed))).isTrue();
        assertThat(Told.by(format(), renamed).figures).hasSize(expected().figures());
    }

    @Test
    void doesNotRecogniseAnEmptyFile() throws IOException {
        assertThat(format().recognises(new SourceFile(neutral(new byte[0])))).isFalse();
    }

    @Test
    void doesNotRecogniseRandomBytesUnderItsOwnName() throws IOException {
        byte[] bytes = new byte[RANDOM_BYTES];
        new Random(1).nextBytes(bytes);
        Path file =
                folder.resolve(Objects.requireNonNull(fixture().getFileName()).toString());
        Files.write(file, bytes);
        assertThat(format().recognises(new SourceFile(file))).isFalse();
    }

    @Test
    void doesNotRecogniseAWorkbookWithoutSheets() throws IOException {
        Path file = folder.resolve(neutralName());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write("<workbook><sheets/></workbook>".getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(format().recognises(new SourceFile(file))).isFalse();
    }

    @TestFactory
    Stream<DynamicTest> doesNotRecogniseTheFixtureOfAnotherFormat() throws IOException {
        return foreignFixtures().stream()
                .map(other -> DynamicTest.dynamicTest(
                        other.toString(), () -> assertThat(format().recognises(new SourceFile(other)))
                                .isFalse()));
    }

    @Test
    void saysThatAnEmptyFileIsEmpty() throws IOException {
        Path empty = neutral(new byte[0]);
        assertThatThrownBy(() -> Told.by(format(), empty))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining(neutralName())
                .hasMessageContaining("is empty; ");
    }

    @Test
    void readingTwiceTellsTheSame() throws IOException {
        Told first = Told.by(format(), fixture());
        Told second = Told.by(format(), fixture());
        assertThat(second.figures).isEqualTo(first.figures);
        assertThat(second.skipped).isEqualTo(first.skipped);
        assertThat(second.rejected).isEqualTo(first.rejected);
    }

    @Test
    void tellsEveryCellOnce() throws IOException {
        Told told = Told.by(format(), fixture());
        assertThat(told.figures).hasSize(expected().figures());
        assertThat(told.skipped).isEqualTo(expected().skipped());
        assertThat(told.rejectedByReason()).isEqualTo(expected().rejected());
        assertThat(told.cells()).isEqualTo(expected().cells());
    }

    @Test
    void everyFigureIsWellFormed() throws IOException {
        Told told = Told.by(format(), fixture());
        assertThat(told.figures).isNotEmpty().allSatisfy(SourceContract::assertWellFormed);
        assertThat(told.rejected).allSatisfy(SourceContract::assertHelpful);
    }

    @Test
    void everyFigureIsInTheShippedCatalogueWithItsUnit() throws IOException {
        if (!fixtureIsInTheShippedCatalogue()) {
            return;
        }
        Catalogue catalogue = ShippedCatalogue.with(List.of());
        assertThat(Told.by(format(), fixture()).figures).allSatisfy(f -> {
            Indicator indicator =
                    catalogue.indicator(f.figure().series().indicator()).orElseThrow();
            assertThat(f.unit()).isEqualTo(indicator.unit());
            assertThat(catalogue.knowsEconomy(f.figure().series().economy())).isTrue();
        });
    }

    @TestFactory
    Stream<DynamicTest> damageInTheMiddleLosesNothingAround() {
        return damages().stream().map(d -> DynamicTest.dynamicTest(d.name(), () -> assertContained(d)));
    }

    @Test
    void truncatedFileTellsNothingThatTheWholeOneDoesNot() throws IOException {
        List<StatedFigure> whole = Told.by(format(), fixture()).figures;
        byte[] bytes = Files.readAllBytes(fixture());
        Path cut = neutral(java.util.Arrays.copyOf(bytes, bytes.length * 2 / 3));
        Told told = new Told();
        try {
            format().read(new SourceFile(cut), told);
        } catch (UnreadableFileException clear) {
            assertThat(clear).hasMessageContaining(neutralName()).hasMessageContaining("; ");
        }
        // The row that the cut goes through may be told as what is left of it.
        int sure = Math.max(0, told.figures.size() - 1);
        assertThat(whole).containsAll(told.figures.subList(0, sure));
        assertThat(told.rejected)
                .hasSizeLessThanOrEqualTo(expected().cells())
                .allSatisfy(SourceContract::assertHelpful);
    }

    @TestFactory
    Stream<DynamicTest> readsThePublishersOwnFiles() {
        return realFiles().stream()
                .map(place -> DynamicTest.dynamicTest(place, () -> {
                    Path file = RealData.at(place);
                    assertThat(format().recognises(new SourceFile(file))).isTrue();
                    Told told = Told.by(format(), file);
                    assertThat(told.figures).isNotEmpty().allSatisfy(SourceContract::assertWellFormed);
                    assertThat(told.rejected).allSatisfy(SourceContract::assertHelpful);
                }));
    }

    private void assertContained(Damage damage) throws IOException {
        Told good = Told.by(format(), fixture());
        Path spoilt = neutral(damage.how().spoil(Files.readAllBytes(fixture())));

        Told told = Told.by(format(), spoilt);

        assertThat(told.figures).hasSize(good.figures.size() - damage.figuresLost());
        assertThat(told.skipped).isEqualTo(good.skipped);
        assertThat(told.rejected).hasSizeGreaterThan(good.rejected.size()).allSatisfy(SourceContract::assertHelpful);
        assertThat(told.rejectedByReason()).containsKey(damage.reason());
    }

    private static void assertWellFormed(StatedFigure f) {
        assertThat(f.unit()).matches("[a-z][a-z0-9_]*");
        assertThat(f.where()).isNotBlank();
        if (f.value() != null) {
            assertThat(f.value()).isFinite();
        }
        if (f.standardError() != null) {
            assertThat(f.standardError()).isFinite().isNotNegative();
        }
        if (f.stated() == null && f.usual() != null) {
            assertThat(f.usual())
                    .isAfterOrEqualTo(f.figure()
                            .period()
                            .start()
                            .atStartOfDay(java.time.ZoneOffset.UTC)
                            .toInstant());
        }
    }

    /** What, which, the bound, the remedy, in one line, and where. */
    private static void assertHelpful(Told.Rejection r) {
        assertThat(r.where()).isNotBlank();
        assertThat(r.detail()).contains("; ").hasSizeLessThan(DETAIL_CHARS_MAX).doesNotContain("\n", "\r");
        assertThat(r.original().length()).isLessThanOrEqualTo(ORIGINAL_BYTES_MAX);
    }

    private Path neutral(byte[] content) throws IOException {
        return Files.write(folder.resolve(neutralName()), content);
    }

    private List<Path> foreignFixtures() throws IOException {
        Path root = resource("");
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .filter(f -> !f.toString().endsWith(".class"))
                    .filter(f -> !f.startsWith(root.resolve(resources())))
                    .sorted()
                    .toList();
        }
    }
}
