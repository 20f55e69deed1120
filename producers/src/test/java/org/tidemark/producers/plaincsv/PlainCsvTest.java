package org.tidemark.producers.plaincsv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.producers.Damage;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.SourceContract;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.SourceFormat;
import org.tidemark.producers.StatedFigure;
import org.tidemark.producers.Told;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.series.FigureId;
import org.tidemark.series.ObservationStatus;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;
import org.tidemark.validate.RejectReason;

class PlainCsvTest extends SourceContract {
    private static final String HEADER =
            "indicator,economy,sector,period,value,unit,published,source,standard_error,release,status,note\n";

    @Override
    protected SourceFormat format() {
        return new PlainCsv(ShippedCatalogue.with(List.of()));
    }

    @Override
    protected String resources() {
        return "plaincsv";
    }

    @Override
    protected Path fixture() {
        return resource("plaincsv/figures.csv");
    }

    @Override
    protected Expected expected() {
        return new Expected(9, Map.of(SkipReason.EMPTY, 1), Map.of());
    }

    @Override
    protected List<Damage> damages() {
        List<Damage> all = new ArrayList<>(Damage.ofUtf8Table());
        all.add(Damage.replacing("a formula", "19.75", "=1+1", RejectReason.BAD_NUMBER));
        all.add(Damage.replacing("not a number", "19.75", "NaN", RejectReason.BAD_NUMBER));
        all.add(Damage.replacing("a comma for a point", "19.75", "\"19,75\"", RejectReason.BAD_NUMBER));
        all.add(Damage.replacing("a day that is not", "2024-05-17", "2024-05-32", RejectReason.BAD_PERIOD));
        all.add(Damage.replacing("a date of another form", "2025-01-23", "23/01/2025", RejectReason.BAD_PUBLISHED));
        all.add(Damage.replacing("an id of another form", "NAICS:51", "naics 51", RejectReason.BAD_ID));
        all.add(Damage.replacing("an empty economy", ",DE,", ",,", RejectReason.MISSING_FIELD));
        return all;
    }

    @Override
    protected List<String> realFiles() {
        return List.of("../reference-figures.csv");
    }

    @Test
    void figureSaysWhatItsRowSays() throws IOException {
        assertThat(Told.by(format(), fixture()).figures.get(0))
                .isEqualTo(new StatedFigure(
                        new FigureId(
                                new SeriesId("adoption.firms.goods_services", "US", "TOTAL", "CENSUS_BTOS"),
                                Period.parse("2023-08-28/2023-09-10")),
                        3.7,
                        0.11,
                        "percent",
                        ObservationStatus.NORMAL,
                        Instant.parse("2023-09-28T23:59:59.999Z"),
                        null,
                        "202319",
                        null,
                        "line 3"));
    }

    @Test
    void datesStatusesAndQuotedNotesAreReadInEveryForm() throws IOException {
        assertThat(Told.by(format(), fixture()).figures)
                .extracting(
                        f -> f.figure().period().toString(),
                        f -> String.valueOf(f.stated()),
                        StatedFigure::status,
                        StatedFigure::note)
                .contains(
                        tuple("2024", "2025-01-23T23:59:59.999Z", ObservationStatus.NORMAL, null),
                        tuple("2024-05", "2024-06-30T23:59:59.999Z", ObservationStatus.PROVISIONAL, null),
                        tuple("2024-05-17", "2024-05-24T12:30:00Z", ObservationStatus.ESTIMATED, "two\nlines"),
                        tuple("2025-H1", "2025-11-30T23:59:59.999Z", ObservationStatus.BREAK, null))
                .extracting(t -> t.toList().get(3))
                .contains("Information, \"NAICS 51\"");
    }

    @Test
    void emptyValueWithdrawsOnlyWhereTheStatusSaysMissing() throws IOException {
        Told told = Told.by(format(), fixture());
        assertThat(told.figures)
                .filteredOn(f -> f.value() == null)
                .extracting(f -> f.figure().toString(), StatedFigure::status)
                .containsExactly(tuple("adoption.firms.any_use|DK|TOTAL|EUROSTAT|2021", ObservationStatus.MISSING));
        assertThat(told.skipped).containsExactly(Map.entry(SkipReason.EMPTY, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "adoption.x,DE,TOTAL,2024,1,percent,2025,S,,,,;BAD_PUBLISHED;'2025' is no publication date",
                "adoption.x,DE,TOTAL,2024,1,percent,2025-01,S,-0.1,,,;BAD_NUMBER;standard_error -0.1 is negative",
                "adoption.x,DE,TOTAL,2024,1,percent,2025-01,S,,,Q,;MALFORMED;status 'Q' is none of A, P, E, M, B",
                "adoption.x,DE,TOTAL,2024,,percent,2025-01,S,,,gone,;MALFORMED;status 'gone' is none of A, P, E, M, B",
                "adoption.x,DE,TOTAL,2024,1,percent,2025-01,S,,,M,;MALFORMED;status missing beside value 1.0",
                "adoption.x,DE,TOTAL,2024,1,,2025-01,S,,,,;MISSING_FIELD;column 'unit' is empty",
                "adoption.x,DE,,2024,1,percent,2025-01,S,,,,;MISSING_FIELD;column 'sector' is empty",
                "Adoption,DE,TOTAL,2024,1,percent,2025-01,S,,,,;BAD_ID;indicator 'Adoption' is not well formed",
                "adoption.x,DE,TOTAL,2024-13,1,percent,2025-01,S,,,,;BAD_PERIOD;period '2024-13' names no day"
            })
    void badCellIsRejectedWithItsReason(String row, RejectReason reason, String detail) throws IOException {
        Told told = told(row);

        assertThat(told.figures).isEmpty();
        assertThat(told.rejected).hasSize(1);
        assertThat(told.rejected.get(0).reason()).isEqualTo(reason);
        assertThat(told.rejected.get(0).where()).isEqualTo("line 2");
        assertThat(told.rejected.get(0).detail()).startsWith(detail).contains("; ");
        assertThat(told.rejected.get(0).original()).isEqualTo(row);
    }

    @Test
    void proseInTheWrongColumnAndNotesWithoutEndAreRefused() throws IOException {
        String start = "adoption.x,DE,TOTAL,2024,1,percent,2025-01,S,,";
        assertThat(told(start + "r".repeat(101) + ",,").rejectedByReason()).containsOnlyKeys(RejectReason.BAD_ID);
        assertThat(told(start + ",," + "n".repeat(4_001)).rejectedByReason()).containsOnlyKeys(RejectReason.TOO_LONG);
        assertThat(told(start + "r".repeat(100) + ",," + "n".repeat(4_000)).figures)
                .hasSize(1);
    }

    @Test
    void indicatorsThatTheCatalogueDoesNotKnowAreNotTheReadersBusiness() throws IOException {
        assertThat(told("weather.rain,DE,TOTAL,2024,-900,inches,2025-01,MADE,,,,").figures)
                .hasSize(1);
    }

    @ParameterizedTest
    @DisplayName(
            "B04-uk-el-xk: an economy that is called otherwise is refused while reading, with the line and the right code")
    @CsvSource({
        "UK, 'UK: write GB;'",
        "EL, 'EL: write GR;'",
        "EU27_2020, 'EU27_2020: write EU27;'",
        "USA, 'USA: write US;'",
        "Germany, 'Germany: write DE;'",
        "de, 'de: write DE;'",
        "276, '276: write DE;'",
        "QQ, 'economy ''QQ'' is neither ISO 3166 nor a declared aggregate;'"
    })
    void anEconomyThatIsCalledOtherwiseIsRefusedWithTheRightCode(String economy, String detail) throws IOException {
        String row = "adoption.x,%s,TOTAL,2024,1,percent,2025-01,S,,,,".formatted(economy);

        Told told = told(row);

        assertThat(told.figures).isEmpty();
        assertThat(told.rejected).singleElement().satisfies(r -> {
            assertThat(r.reason()).isEqualTo(RejectReason.UNKNOWN_ECONOMY);
            assertThat(r.where()).isEqualTo("line 2");
            assertThat(r.detail()).startsWith(detail);
            assertThat(r.original()).isEqualTo(row);
        });
    }

    @Test
    @DisplayName("B04-uk-el-xk: Kosovo has a code that can be written")
    void kosovoIsAnEconomy() throws IOException {
        assertThat(told("adoption.x,XK,TOTAL,2024,1,percent,2025-01,S,,,,").figures)
                .hasSize(1);
    }

    @Test
    void columnThatIsMissingIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("f.csv"), HEADER.replace("unit", "units"));
        assertThat(format().recognises(new SourceFile(file))).isFalse();
        assertThatThrownBy(() -> Told.by(format(), file))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageStartingWith("f.csv has no column 'unit', only 'indicator,economy,");
    }

    @Test
    void fileIsDatedByItsName() throws IOException {
        SourceFile file = new SourceFile(folder.resolve("ours-2025-03-01.csv"));
        assertThat(format().filed(file)).hasValue(Instant.parse("2025-03-01T23:59:59.999Z"));
    }

    private Told told(String row) throws IOException {
        return Told.by(format(), Files.writeString(folder.resolve("f.csv"), HEADER + row + "\n"));
    }

    @Test
    @DisplayName("R-escapes-in-csv: the apostrophe that our own CSV puts before a formula is taken back")
    void ourOwnApostropheIsTakenBack(@TempDir Path dir) throws IOException {
        Path file = Files.writeString(
                dir.resolve("own.csv"),
                HEADER
                        + "adoption.firms.any_use,DE,TOTAL,2021,-5.5,percent,2022-01,EUROSTAT,,'=r1,A,'@note\n"
                        + "adoption.firms.any_use,DE,TOTAL,2022,1,percent,2023-01,EUROSTAT,,'r2,A,''=note\n");

        assertThat(Told.by(format(), file).figures)
                .extracting(StatedFigure::release, StatedFigure::note)
                .containsExactly(tuple("=r1", "@note"), tuple("'r2", "'=note"));
    }

    @ParameterizedTest
    @DisplayName("R-escapes-in-csv: a release that a terminal would obey is refused")
    @ValueSource(strings = {"r\u001b]0;owned\u0007", "r\u202Egnp", "r\u009b31m", "r\u2028x"})
    void aReleaseThatIsObeyedIsRefused(String release, @TempDir Path dir) throws IOException {
        Path file = Files.writeString(
                dir.resolve("evil.csv"),
                HEADER + "adoption.firms.any_use,FR,TOTAL,2021-03,25.0,percent,2021-04-20,EVIL,,\"" + release
                        + "\",A,x\n");

        Told told = Told.by(format(), file);

        assertThat(told.figures).isEmpty();
        assertThat(told.rejectedByReason()).containsOnlyKeys(RejectReason.BAD_ID);
    }
}
