package org.tidemark.producers.mapped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.producers.Damage;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.SourceContract;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.SourceFormat;
import org.tidemark.producers.Told;
import org.tidemark.series.ObservationStatus;
import org.tidemark.series.Period;
import org.tidemark.series.PublicationDate;
import org.tidemark.validate.RejectReason;

class MappedCsvTest extends SourceContract {
    private static final Catalogue SHIPPED = ShippedCatalogue.with(List.of());

    private static SourceFormat mapped(Catalogue catalogue, String name) {
        return MappedCsv.all(catalogue).stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    protected SourceFormat format() {
        return mapped(SHIPPED, "epoch-capabilities-index");
    }

    @Override
    protected String resources() {
        return "mapped";
    }

    @Override
    protected Path fixture() {
        return resource("mapped/capabilities.csv");
    }

    @Override
    protected Expected expected() {
        return new Expected(
                5, Map.of(SkipReason.EMPTY, 3), Map.of(RejectReason.BAD_PERIOD, 1, RejectReason.UNKNOWN_ECONOMY, 1));
    }

    /** Of a family of several units the default is another. */
    @Override
    protected boolean fixtureIsInTheShippedCatalogue() {
        return false;
    }

    @Override
    protected List<Damage> damages() {
        List<Damage> all = new ArrayList<>(Damage.ofUtf8Table());
        all.add(Damage.replacing("a word for a score", "101.25", "high", RejectReason.BAD_NUMBER));
        return all;
    }

    @Override
    protected List<String> realFiles() {
        return List.of("epoch-eci/epoch_capabilities_index.csv");
    }

    @Test
    void columnsBecomeIndicatorsAndARowsNameItsSector() throws IOException {
        assertThat(Told.by(format(), fixture()).figures)
                .extracting(f -> f.figure().toString(), f -> f.value(), f -> f.unit())
                .containsExactly(
                        tuple("capability.eci|US|MODEL:made-one|EPOCH|2023-03-14", 120.5, "points"),
                        tuple("compute.eci_training|US|MODEL:made-one|EPOCH|2023-03-14", 2.1e25, "flop"),
                        tuple("capability.eci|CN|MODEL:made.two_high_|EPOCH|2023-07-01", 101.25, "points"),
                        tuple("capability.eci|US|MODEL:made-four|EPOCH|2023-11-05", 99.0, "points"),
                        tuple("compute.eci_training|US|MODEL:made-four|EPOCH|2023-11-05", 1e24, "flop"));
    }

    @Test
    void aMappingOfTheUsersOwnNeedsNoCode() throws IOException {
        Catalogue own = ShippedCatalogue.with(
                List.of(
                        new CatalogueYaml.Text(
                                "own.yaml",
                                """
                files:
                  my-register:
                    source: MY_REGISTER
                    header: [land, jahr, quartal, robots sold, se]
                    economy: '{land}'
                    period: '{jahr}-Q{quartal}'
                    where: { art: [new] }
                    series:
                      robots sold: { indicator: robots.sold, unit: units, factor: 1000, error: se }
                """)));
        Path file = Files.writeString(
                folder.resolve("mine.csv"),
                """
                land,jahr,quartal,art,robots sold,se
                Germany,2024,1,new,1.5,0.1
                Germany,2024,1,used,0.5,0.1
                """);

        Told told = Told.by(mapped(own, "my-register"), file);

        assertThat(told.figures)
                .extracting(f -> f.figure().toString(), f -> f.value(), f -> f.standardError())
                .containsExactly(tuple("robots.sold|DE|TOTAL|MY_REGISTER|2024-Q1", 1500.0, 100.0));
        assertThat(told.skipped).isEqualTo(Map.of(SkipReason.NOT_COVERED, 1));
    }

    @Test
    void aDayOfPublicationIsReadAsPublishersWriteItOrRefusesItsRow() throws IOException {
        Catalogue own = ShippedCatalogue.with(
                List.of(
                        new CatalogueYaml.Text(
                                "own.yaml",
                                """
                files:
                  my-register:
                    source: MY_REGISTER
                    header: [jahr, wert, stand]
                    economy: DE
                    period: '{jahr}'
                    published: '{stand}'
                    series:
                      wert: { indicator: robots.sold, unit: units }
                """)));
        Path file = Files.writeString(
                folder.resolve("mine.csv"),
                "jahr,wert,stand\n2021,1,2/1/2022\n2022,2,2023-02-01\n2023,3,\n2024,4,1.2.2025\n");

        Told told = Told.by(mapped(own, "my-register"), file);

        assertThat(told.figures)
                .extracting(f -> f.stated())
                .containsExactly(PublicationDate.parse("2022-02-01"), PublicationDate.parse("2023-02-01"), null);
        assertThat(told.rejected).extracting(Told.Rejection::reason).containsExactly(RejectReason.BAD_PUBLISHED);
    }

    private Told marked(String marks, String... cells) throws IOException {
        String own =
                """
                files:
                  my-register:
                    source: MY_REGISTER
                    header: [land, jahr, robots sold, se]
                    economy: '{land}'
                    period: '{jahr}'
                    %s
                    series:
                      robots sold: { indicator: robots.sold, unit: units, factor: 1000, error: se }
                """
                        .formatted(marks);
        StringBuilder text = new StringBuilder("land,jahr,robots sold,se\n");
        for (int i = 0; i < cells.length; i++) {
            text.append("Germany,")
                    .append(2001 + i)
                    .append(',')
                    .append(cells[i])
                    .append('\n');
        }
        Catalogue catalogue = ShippedCatalogue.with(List.of(new CatalogueYaml.Text("own.yaml", own)));
        return Told.by(mapped(catalogue, "my-register"), Files.writeString(folder.resolve("m.csv"), text.toString()));
    }

    @Test
    void marksThatAMappingDeclaresQualifyTheFigures() throws IOException {
        Told told = marked("marks: {'(p)': P, r: A, '[]': E}", "1.5 (p),0.1", "1.6r,", "[1.7],", "1.8,");

        assertThat(told.rejected).isEmpty();
        assertThat(told.figures)
                .extracting(f -> f.value(), f -> f.status(), f -> f.note())
                .containsExactly(
                        tuple(1500.0, ObservationStatus.PROVISIONAL, null),
                        tuple(1600.0, ObservationStatus.NORMAL, "mark r"),
                        tuple(1700.0, ObservationStatus.ESTIMATED, null),
                        tuple(1800.0, ObservationStatus.NORMAL, null));
    }

    @Test
    void aMarkThatNobodyDeclaredRefusesItsRowAndSaysWhereToDeclareIt() throws IOException {
        assertThat(marked("marks: {'(p)': P}", "1.5 (q),0.1", "1.6 (p),0.1").rejected)
                .singleElement()
                .satisfies(no -> {
                    assertThat(no.reason()).isEqualTo(RejectReason.BAD_NUMBER);
                    assertThat(no.detail())
                            .endsWith(
                                    "; or declare '(q)' under 'marks' of file my-register in a catalogue of your own");
                });
    }

    @Test
    void aStandardErrorThatIsNoNumberRefusesItsRow() throws IOException {
        assertThat(marked("", "1.5,wide", "1.6,-1", "1.7,NA").rejected)
                .extracting(no -> no.detail())
                .containsExactly(
                        "standard error 'wide' is no number of 0 or more; correct it or leave it empty",
                        "standard error '-1' is no number of 0 or more; correct it or leave it empty");
    }

    @Test
    void aMarkInTheCatalogueOfAMappingThatCouldBeANumberIsRefused() {
        assertThatThrownBy(() -> marked("marks: {'1': P}", "1"))
                .hasMessageContaining("file my-register: marks: '1' could be a part of a number");
    }

    @Test
    void rowsAreCountedByTheirMonth() throws IOException {
        Path file = Files.writeString(
                folder.resolve("incidents.csv"),
                """
                date,category,country
                5/29/2024,Chatbot,Russia
                5/31/2024,Deepfake,Global
                6/1/2024,Chatbot,Turkey
                """);

        assertThat(Told.by(mapped(SHIPPED, "ai-incidents"), file).figures)
                .extracting(f -> f.figure().period().label(), f -> f.value())
                .containsExactly(tuple("2024-05", 2.0), tuple("2024-06", 1.0));
    }

    @Test
    void wordsThatAnybodyMightUseAreNoOnesFileWithOtherColumnsBeside() throws IOException {
        Path file = Files.writeString(folder.resolve("other.csv"), "date,category,country,sales\n2024-01-01,a,DE,5\n");

        assertThat(mapped(SHIPPED, "ai-incidents").recognises(new SourceFile(file)))
                .isFalse();
    }

    @Test
    void whatLiesAfterTheFilesDateIsAProjectionAndNotRead() throws IOException {
        String header = "date,gdp,real_gdp,compensation,gdi,hours_nfb,eci_wages_salaries,nfb_index_capital_services,"
                + "population_civ_16yo,labor_force,empl_civ_16yo,treasury_note_rate_10yr\n";
        Path file = Files.writeString(
                folder.resolve("CBO_Quarterly_January2025.csv"),
                header + "2024q3,1,1,1,1,1,1,1,1,1,1,4.5\n2025q1,2,2,2,2,2,2,2,2,2,2,4.6\n");

        Told told = Told.by(mapped(SHIPPED, "cbo-quarterly"), file);

        assertThat(told.figures).extracting(f -> f.figure().period().label()).containsOnly("2024-Q3");
        assertThat(told.skipped).isEqualTo(Map.of(SkipReason.NOT_COVERED, 10));
    }

    @ParameterizedTest
    @CsvSource({
        "2024, , 2024",
        "2024q3, , 2024-Q3",
        "2024 Q3, , 2024-Q3",
        "5/17/2024, , 2024-05-17",
        "5/17/2024, month, 2024-05",
        "3/1/1959, quarter, 1959-Q1",
        "2024-02-29, year, 2024",
        "2025-02-16, week, 2025-02-16/2025-02-22"
    })
    void periodsAreReadAsPublishersWriteThem(String text, String span, String expected) {
        assertThat(WrittenPeriod.parse(text, span)).contains(Period.parse(expected));
    }

    @Test
    void aMappingToAnIndicatorWithoutAFamilyIsRefused() {
        assertThatThrownBy(
                        () -> ShippedCatalogue.with(
                                List.of(
                                        new CatalogueYaml.Text(
                                                "own.yaml",
                                                """
                        files:
                          mine: { source: MINE, header: [a, b], economy: US, period: '{a}', series: { b: { indicator: nowhere.b, unit: x } } }
                        """))))
                .hasMessageContaining("file mine: indicator nowhere.b falls under no declared family; declare one");
    }
}
