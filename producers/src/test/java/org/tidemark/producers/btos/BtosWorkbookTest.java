package org.tidemark.producers.btos;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Role;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.producers.Damage;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.SourceContract;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.SourceFormat;
import org.tidemark.producers.StatedFigure;
import org.tidemark.producers.Told;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.series.ObservationStatus;
import org.tidemark.validate.RejectReason;

class BtosWorkbookTest extends SourceContract {
    private static final int FIRST_VALUE = 5;
    private static final String FOLDER = "census-btos/2025-12-09/";

    @Override
    protected SourceFormat format() {
        return new BtosWorkbook();
    }

    @Override
    protected String resources() {
        return "btos";
    }

    @Override
    protected Path fixture() throws IOException {
        return file(MadeWorkbook.ofSectors());
    }

    @Override
    protected Expected expected() {
        return new Expected(
                7,
                Map.of(
                        SkipReason.EMPTY, 4,
                        SkipReason.SUPPRESSED, 2,
                        SkipReason.NOT_ASKED, 2,
                        SkipReason.NOT_COVERED, 9),
                Map.of());
    }

    @Override
    protected List<Damage> damages() {
        return List.of(
                estimate("a word for a number", "about 26%", RejectReason.BAD_NUMBER),
                estimate("a number without its sign", 25.9, RejectReason.BAD_NUMBER),
                estimate("a formula", "=1+1", RejectReason.BAD_NUMBER),
                estimate("not a number", "NaN%", RejectReason.BAD_NUMBER),
                new Damage(
                        "a word for a standard error",
                        b -> MadeWorkbook.ofSectors().withError(3, 6, "wide").bytes(),
                        RejectReason.BAD_NUMBER,
                        1),
                new Damage(
                        "a negative standard error",
                        b -> MadeWorkbook.ofSectors().withError(3, 6, "-1.10%").bytes(),
                        RejectReason.BAD_NUMBER,
                        1),
                new Damage(
                        "a code of no sector",
                        b -> MadeWorkbook.ofSectors().withEstimate(1, 0, "Q7").bytes(),
                        RejectReason.BAD_ID,
                        1),
                new Damage("a wave without dates", b -> withoutDates(1, null), RejectReason.BAD_PERIOD, 3),
                new Damage(
                        "a wave of impossible dates", b -> withoutDates(1, "02/30/2023"), RejectReason.BAD_PERIOD, 3));
    }

    @Override
    protected List<String> realFiles() {
        return List.of(
                FOLDER + "National.xlsx",
                FOLDER + "Sector.xlsx",
                FOLDER + "Employment Size Class.xlsx",
                FOLDER + "State.xlsx");
    }

    @Test
    void figureHasValueErrorPeriodWaveAndUsualDate() throws IOException {
        StatedFigure newWording = Told.by(format(), fixture()).figures.get(3);

        assertThat(newWording.figure())
                .hasToString("adoption.firms.any_function|US|NAICS:51|CENSUS_BTOS|2025-11-03/2025-11-16");
        assertThat(newWording.value()).isEqualTo(33.0);
        assertThat(newWording.standardError()).isEqualTo(1.21);
        assertThat(newWording.unit()).isEqualTo("percent");
        assertThat(newWording.status()).isEqualTo(ObservationStatus.NORMAL);
        assertThat(newWording.stated()).isNull();
        assertThat(newWording.usual()).isEqualTo(Instant.parse("2025-12-04T23:59:59.999Z"));
        assertThat(newWording.release()).isEqualTo("202524");
        assertThat(newWording.where()).isEqualTo("sheet Response Estimates, row 5, column F");
    }

    @Test
    void standardErrorIsJoinedByQuestionAndWaveWhateverTheOrderAndTheBlanks() throws IOException {
        assertThat(Told.by(format(), fixture()).figures)
                .extracting(
                        f -> f.figure().series().sector(),
                        StatedFigure::release,
                        StatedFigure::value,
                        StatedFigure::standardError)
                .containsExactly(
                        tuple("NAICS:11", "202319", 3.1, 0.70),
                        tuple("NAICS:51", "202520", 25.9, 1.10),
                        tuple("NAICS:51", "202319", 13.8, 0.98),
                        tuple("NAICS:51", "202524", 33.0, 1.21),
                        tuple("NAICS:51", "202524", 36.1, 1.30),
                        tuple("NAICS:XX", "202524", 10.1, 0.33),
                        tuple("NAICS:XX", "202319", 12.0, null));
    }

    @Test
    void workbookWithoutStandardErrorsHasItsFiguresAllTheSame() throws IOException {
        MadeWorkbook made = MadeWorkbook.ofSectors();
        made.errors.clear();

        Told told = Told.by(format(), file(made));

        assertThat(told.figures)
                .hasSize(7)
                .extracting(StatedFigure::standardError)
                .containsOnlyNulls();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5|In the last two weeks, how did this business's number of paid employees change?|Increased|labour.firms.employees_increased",
                "5|In the last two weeks, how did this business\u2019s number of paid employees change?|DECREASED|labour.firms.employees_decreased",
                "6|In the last two weeks, how did the total number of hours worked by this business's paid employees change?|Decreased|labour.firms.hours_decreased",
                "7|in the  last two weeks, did this business use artificial intelligence (AI) IN PRODUCING\u00a0goods or services?|yes|adoption.firms.goods_services",
                "7|In the last two weeks, did this business use Artificial Intelligence (AI)  in any of its business functions?|Yes|adoption.firms.any_function",
                "10|In the last two weeks, how did demand for this business's goods or services change?|Increased|demand.firms.increased",
                "17|Six months from now, how do you think this business's number of paid employees will have changed?|Increased|labour.firms.employees_increased_next6m",
                "18|Six months from now, how do you think the total number of hours worked by this business's paid employees will have changed?|Increased|labour.firms.hours_increased_next6m",
                "21|Six months from now, how do you think demand for this business's goods or services will have changed?|Decreased|demand.firms.decreased_next6m",
                "24|During the next six months, do you think this business will be using Artificial Intelligence (AI) in producing goods or services?|Yes|adoption.firms.goods_services_next6m",
                "24|During the next six months, do you think this business will be using Artificial Intelligence (AI) in any of its business functions?|Yes|adoption.firms.any_function_next6m"
            })
    void wordingDecidesWhichIndicatorAQuestionIs(int id, String question, String answer, String indicator)
            throws IOException {
        Told told = Told.by(format(), file(MadeWorkbook.ofOne(null, null, id, question, answer)));
        assertThat(told.figures)
                .extracting(f -> f.figure().series().toString())
                .containsExactly(indicator + "|US|TOTAL|CENSUS_BTOS");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7|In the last two weeks, did this business use Artificial Intelligence (AI) in some third way?|Yes",
                "7|In the last two weeks, did this business use Artificial Intelligence (AI) in producing goods or services?|No",
                "7|In the last two weeks, did this business use Artificial Intelligence (AI) in producing goods or services?|Do not know",
                "10|In the last two weeks, how did demand for this business's goods or services change?|No change",
                "8|In the last two weeks, did this business use Artificial Intelligence (AI) in producing goods or services?|Yes"
            })
    void anotherQuestionOrAnswerIsNotCovered(int id, String question, String answer) throws IOException {
        Told told = Told.by(format(), file(MadeWorkbook.ofOne(null, null, id, question, answer)));
        assertThat(told.figures).isEmpty();
        assertThat(told.skipped).containsExactly(Map.entry(SkipReason.NOT_COVERED, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "State,CA,adoption.firms.goods_services|US-CA|TOTAL|CENSUS_BTOS",
        "State,PR,adoption.firms.goods_services|US-PR|TOTAL|CENSUS_BTOS",
        "State,DC,adoption.firms.goods_services|US-DC|TOTAL|CENSUS_BTOS",
        "Sector,31,adoption.firms.goods_services|US|NAICS:31|CENSUS_BTOS",
        "Sector,XX,adoption.firms.goods_services|US|NAICS:XX|CENSUS_BTOS",
        "Empsize,A,adoption.firms.goods_services.size_1_4|US|TOTAL|CENSUS_BTOS",
        "Empsize,G,adoption.firms.goods_services.size_250_plus|US|TOTAL|CENSUS_BTOS"
    })
    void firstColumnSaysWhatTheCodeIs(String column, String code, String series) throws IOException {
        Told told = Told.by(format(), file(MadeWorkbook.ofOne(column, code, 7, MadeWorkbook.OLD_USE, "Yes")));
        assertThat(told.figures).extracting(f -> f.figure().series().toString()).containsExactly(series);
        assertThat(told.figures).extracting(StatedFigure::standardError).containsExactly(0.43);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "17|Six months from now, how do you think this business's number of paid employees will have changed?|Increased",
                "18|Six months from now, how do you think the total number of hours worked by this business's paid employees will have changed?|Decreased",
                "21|Six months from now, how do you think demand for this business's goods or services will have changed?|Increased",
                "24|During the next six months, do you think this business will be using Artificial Intelligence (AI) in any of its business functions?|Yes"
            })
    void whatFirmsExpectIsAClaimInTheCatalogueWhateverTheirSize(int id, String question, String answer)
            throws IOException {
        List<StatedFigure> figures = new ArrayList<>();
        figures.addAll(Told.by(format(), file(MadeWorkbook.ofOne(null, null, id, question, answer))).figures);
        figures.addAll(Told.by(format(), file(MadeWorkbook.ofOne("Empsize", "C", id, question, answer))).figures);

        Catalogue catalogue = ShippedCatalogue.with(List.of());
        assertThat(figures)
                .hasSize(2)
                .extracting(f ->
                        catalogue.indicator(f.figure().series().indicator()).orElseThrow())
                .allSatisfy(i -> {
                    assertThat(i.role()).isEqualTo(Role.CLAIM);
                    assertThat(i.unit()).isEqualTo("percent");
                });
    }

    @Test
    void firmsInSeveralStatesAreNoEconomy() throws IOException {
        Told told = Told.by(format(), file(MadeWorkbook.ofOne("State", "XX", 7, MadeWorkbook.OLD_USE, "Yes")));
        assertThat(told.skipped).containsExactly(Map.entry(SkipReason.NOT_COVERED, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"State,ZZ", "Sector,5", "Empsize,H"})
    void codeThatIsNotInTheDictionaryIsRejectedByName(String columnAndCode) throws IOException {
        String[] parts = columnAndCode.split(",", -1);
        Told told = Told.by(format(), file(MadeWorkbook.ofOne(parts[0], parts[1], 7, MadeWorkbook.OLD_USE, "Yes")));
        assertThat(told.rejectedByReason()).containsOnlyKeys(RejectReason.BAD_ID);
        assertThat(told.rejected.get(0).detail())
                .contains("'" + parts[1] + "' is not in the survey's data dictionary; ");
        assertThat(told.rejected.get(0).original()).isEqualTo("11.3%");
    }

    @Test
    void waveWithoutDatesIsNamed() throws IOException {
        MadeWorkbook made = MadeWorkbook.ofSectors();
        made.dates.remove(3);
        Told told = Told.by(format(), file(made));
        assertThat(told.rejected)
                .hasSize(3)
                .extracting(Told.Rejection::detail)
                .containsOnly("wave 202524 has no dates in the sheet 'Collection and Reference Dates'; add its row");
        assertThat(told.skipped).isEqualTo(expected().skipped());
    }

    @Test
    void workbookOfAnotherBreakdownIsRefusedByName() throws IOException {
        Path file = file(MadeWorkbook.ofOne("Top 25 MSA", "Boston", 7, MadeWorkbook.OLD_USE, "Yes"));
        assertThatThrownBy(() -> Told.by(format(), file))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("made.xlsx is broken down by 'Top 25 MSA'; ");
    }

    @Test
    void waveThatStandsThereTwiceIsRefused() throws IOException {
        Path file = file(MadeWorkbook.ofSectors().withEstimate(0, FIRST_VALUE, "202520"));
        assertThatThrownBy(() -> Told.by(format(), file))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("column G: wave 202520 for the second time; ");
    }

    @Test
    void workbookWithoutDatesIsNotRecognisedAndSaysWhyWhenRead() throws IOException {
        MadeWorkbook made = MadeWorkbook.ofSectors();
        made.dates.clear();
        Path file = file(made);
        assertThat(format().recognises(new SourceFile(file))).isFalse();
        assertThatThrownBy(() -> Told.by(format(), file))
                .hasMessage(
                        "made.xlsx has no sheet 'Collection and Reference Dates'; give a BTOS workbook of estimates");
    }

    @Test
    void workbookIsDatedByItsFolder() throws IOException {
        SourceFile file = new SourceFile(folder.resolve("2025-12-09").resolve("National.xlsx"));
        assertThat(format().filed(file)).hasValue(Instant.parse("2025-12-09T23:59:59.999Z"));
    }

    /** In place of the estimate of sector 51 in wave 202520. */
    private static Damage estimate(String name, Object cell, RejectReason reason) {
        return new Damage(
                name, b -> MadeWorkbook.ofSectors().withEstimate(2, 6, cell).bytes(), reason, 1);
    }

    private static byte[] withoutDates(int row, @org.jspecify.annotations.Nullable String end) throws IOException {
        MadeWorkbook made = MadeWorkbook.ofSectors();
        if (end == null) {
            made.dates.remove(row);
        } else {
            made.dates.get(row).set(4, end);
        }
        return made.bytes();
    }

    private Path file(MadeWorkbook made) throws IOException {
        return Files.write(folder.resolve("made.xlsx"), made.bytes());
    }
}
