package org.tidemark.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.ObservationStatus;
import org.tidemark.series.Period;
import org.tidemark.series.PublicationDate;
import org.tidemark.series.PublishedBasis;
import org.tidemark.series.SeriesId;
import org.tidemark.validate.Verdict.Accepted;
import org.tidemark.validate.Verdict.Rejected;

class ValidatorTest {
    private static final String CATALOGUE =
            """
            aggregates: {EU27: European Union}
            families:
              adoption.: {title: Adoption, role: adoption, unit: percent, range: [0, 100]}
              demand.: {title: Demand, role: demand, unit: index, range: [-100, 1000]}
              claim.: {title: Claims, role: claim, unit: percent, range: [0, 100]}
            """;

    private final Catalogue catalogue = CatalogueYaml.parse(List.of(new CatalogueYaml.Text("test", CATALOGUE)));
    private final Validator validator = new Validator(catalogue);

    @Test
    void aGoodFigureIsAcceptedWithItsCatalogueEntry() {
        Observation good = figure("adoption.firms", "DE", "2024", 19.75, "percent", "2025-01");

        Verdict verdict = validator.judge(good);

        assertThat(verdict)
                .isEqualTo(
                        new Accepted(good, catalogue.indicator("adoption.firms").orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DE", "EU27", "US-CA"})
    void countriesAggregatesAndPartsOfCountriesAreKnown(String economy) {
        assertThat(judge("adoption.firms", economy, "2024", 1.0, "percent", "2025-01"))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void anUnknownIndicatorIsRefusedWithTheWayToAddIt() {
        Verdict verdict = judge("weather.rain", "DE", "2024", 1.0, "percent", "2025-01");

        assertThat(verdict)
                .isEqualTo(
                        new Rejected(
                                RejectReason.UNKNOWN_INDICATOR,
                                "indicator 'weather.rain' is not in the catalogue; add it under 'indicators:' or its family under 'families:' in a file and pass --catalogue"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"QQ", "QQ-CA", "OECD"})
    void anUnknownEconomyIsRefusedWithTheWayToDeclareIt(String economy) {
        Verdict verdict = judge("adoption.firms", economy, "2024", 1.0, "percent", "2025-01");

        assertThat(verdict)
                .isEqualTo(new Rejected(
                        RejectReason.UNKNOWN_ECONOMY,
                        "economy '%s' is neither ISO 3166 nor a declared aggregate; write its code such as DE or US-CA, or declare it under 'aggregates:' in a file and pass --catalogue FILE"
                                .formatted(economy)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PERCENT", "percent ", "%", "pct", "per cent", "Percentage"})
    void ofAnotherSpellingOfAUnitTheRemedyIsToWriteIt(String unit) {
        assertThat(judge("adoption.firms", "DE", "2024", 19.75, unit, "2025-01"))
                .isEqualTo(new Rejected(
                        RejectReason.WRONG_UNIT,
                        "adoption.firms|DE|TOTAL|TEST|2024 is in '%s', the catalogue has 'percent'; write 'percent'"
                                .formatted(unit)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"index", "percentage_points", ""})
    void anotherUnitThanTheCataloguesIsRefused(String unit) {
        Verdict verdict = judge("adoption.firms", "DE", "2024", 19.75, unit, "2025-01");

        assertThat(verdict)
                .isEqualTo(new Rejected(
                        RejectReason.WRONG_UNIT,
                        "adoption.firms|DE|TOTAL|TEST|2024 is in '%s', the catalogue has 'percent'; convert it or declare another indicator"
                                .formatted(unit)));
    }

    @Test
    void aHostileUnitCannotBreakTheLineOrFillTheRecord() {
        Verdict verdict = judge("adoption.firms", "DE", "2024", 19.75, "%s\r\n" + "x".repeat(1_000_000), "2025-01");

        assertThat(verdict)
                .asInstanceOf(InstanceOfAssertFactories.type(Rejected.class))
                .extracting(Rejected::detail, InstanceOfAssertFactories.STRING)
                .hasLineCount(1)
                .hasSizeLessThan(300)
                .contains("is in '%s??xxx");
    }

    @ParameterizedTest
    @CsvSource({"adoption.firms, 0", "adoption.firms, 100", "demand.orders, -100", "demand.orders, 1000"})
    void theBoundsOfTheRangeAreWithinIt(String indicator, double value) {
        String unit = catalogue.indicator(indicator).orElseThrow().unit();

        assertThat(judge(indicator, "DE", "2024", value, unit, "2025-01")).isInstanceOf(Accepted.class);
    }

    static Stream<Double> beyond() {
        return Stream.of(Math.nextDown(-0.0), -1.0, Math.nextUp(100.0), 1975.0, Double.MAX_VALUE, -Double.MAX_VALUE);
    }

    @ParameterizedTest
    @MethodSource("beyond")
    void aValueBeyondABoundIsRefusedWithTheRange(double value) {
        Verdict verdict = judge("adoption.firms", "DE", "2024", value, "percent", "2025-01");

        assertThat(verdict)
                .isEqualTo(new Rejected(
                        RejectReason.OUT_OF_RANGE,
                        "adoption.firms|DE|TOTAL|TEST|2024: value %s is outside [0.0, 100.0] percent; check the unit or widen the range in the catalogue"
                                .formatted(value)));
    }

    @Test
    void aWithdrawalHasNoValueToBeOutOfRange() {
        assertThat(judge("adoption.firms", "DE", "2024", null, "percent", "2025-01"))
                .isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-12", "2023-12-31", "2023-12-31T23:59:59.999Z", "2024-01-01T00:30:00+01:00"})
    void aFigureFromBeforeItsPeriodBeganIsRefused(String published) {
        Verdict verdict = judge("adoption.firms", "DE", "2024", 19.75, "percent", published);

        assertThat(verdict)
                .isEqualTo(new Rejected(
                        RejectReason.PUBLISHED_BEFORE_PERIOD,
                        "adoption.firms|DE|TOTAL|TEST|2024: published %s, before the period began; a statement about the future belongs to an indicator with role claim"
                                .formatted(PublicationDate.parse(published))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-01-01T00:00:00Z", "2024-01-01", "2024-06", "2026-01"})
    void aFigureMayAppearFromTheFirstInstantOfItsPeriod(String published) {
        assertThat(judge("adoption.firms", "DE", "2024", 19.75, "percent", published))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void aClaimMaySpeakOfTheFuture() {
        assertThat(judge("claim.adoption", "DE", "2030", 80.0, "percent", "2025-01"))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void aClaimIsStillHeldAgainstItsRange() {
        assertThat(judge("claim.adoption", "DE", "2030", 800.0, "percent", "2025-01"))
                .extracting("reason")
                .isEqualTo(RejectReason.OUT_OF_RANGE);
    }

    @Test
    void aPeriodBefore1970IsAPeriodLikeAnyOther() {
        assertThat(judge("demand.orders", "DE", "1950-Q1", 5.0, "index", "2025-01"))
                .isInstanceOf(Accepted.class);
    }

    private Verdict judge(
            String indicator, String economy, String period, @Nullable Double value, String unit, String published) {
        return validator.judge(figure(indicator, economy, period, value, unit, published));
    }

    @ParameterizedTest
    @DisplayName("R-escapes-in-csv: a release id that a terminal would obey is refused, whoever sent it")
    @ValueSource(strings = {"r\u001b[31m", "r\u202E", "a\nb"})
    void aReleaseThatIsObeyedIsRefused(String release) {
        Observation good = figure("adoption.firms", "DE", "2024", 19.75, "percent", "2025-01");
        BatchId batch = new BatchId("TEST", release, PublicationDate.parse("2025-01"), "00ff");

        assertThat(validator.judge(new Observation(
                        good.figure(),
                        good.value(),
                        null,
                        good.unit(),
                        good.basis(),
                        good.status(),
                        batch,
                        0,
                        Instant.EPOCH,
                        null)))
                .isInstanceOfSatisfying(
                        Rejected.class, r -> assertThat(r.reason()).isEqualTo(RejectReason.BAD_ID));
    }

    private static Observation figure(
            String indicator, String economy, String period, @Nullable Double value, String unit, String published) {
        return new Observation(
                new FigureId(new SeriesId(indicator, economy, "TOTAL", "TEST"), Period.parse(period)),
                value,
                null,
                unit,
                PublishedBasis.STATED,
                ObservationStatus.NORMAL,
                new BatchId("TEST", "r1", PublicationDate.parse(published), "00ff"),
                0,
                Instant.EPOCH,
                null);
    }
}
