package org.tidemark.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.ShippedCatalogue;
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

/** The edges of time: which periods figures may be about, and when they may have become public. */
class TimelinessTest {
    private static final String PLAIN =
            """
            families:
              adoption.: {title: Adoption, role: adoption, unit: percent, range: [0, 100]}
              adoption.old.: {title: Adoption, role: adoption, unit: percent, range: [0, 100]}
              claim.: {title: Claims, role: claim, unit: percent, range: [0, 100]}
            sources:
              LISTED: {published: {'1975': 1976-05-01}}
            """;

    private static final String OWN =
            """
            bounds:
              published_ahead: PT6H
              indicators:
                adoption.: {periods_from: '1980', periods_ahead: P6M}
                adoption.old.: {periods_from: 1850-07-01}
                adoption.old.steam: {periods_ahead: P5Y}
              sources:
                ARCHIVE: {periods_from: '1700', published_from: '1970'}
            """;

    private static Verdict judge(Catalogue catalogue, Observation o) {
        return new Validator(catalogue).judge(o);
    }

    private static Catalogue plain() {
        return CatalogueYaml.parse(List.of(new CatalogueYaml.Text("test", PLAIN)));
    }

    private static Catalogue own() {
        return CatalogueYaml.parse(List.of(new CatalogueYaml.Text("test", PLAIN), new CatalogueYaml.Text("own", OWN)));
    }

    private static Observation figure(String indicator, String source, String period, String published) {
        Instant at = PublicationDate.parse(published);
        return figure(indicator, source, period, published, PublishedBasis.STATED, at);
    }

    private static Observation figure(
            String indicator, String source, String period, String published, PublishedBasis basis, Instant received) {
        BatchId batch = new BatchId(source, "r", PublicationDate.parse(published), "load");
        return new Observation(
                new FigureId(new SeriesId(indicator, "RS", SeriesId.TOTAL, source), Period.parse(period)),
                8.9,
                null,
                "percent",
                basis,
                ObservationStatus.NORMAL,
                batch,
                0,
                received,
                null);
    }

    @Test
    @DisplayName("A10-period-of-the-year-204: a period before any plausible year is refused with the bound")
    void thePeriodOf204IsRefused() {
        Verdict verdict = judge(
                ShippedCatalogue.with(List.of()), figure("adoption.firms.any_use", "STAT_RS", "0204", "2026-01-20"));

        assertThat(verdict).isInstanceOfSatisfying(Rejected.class, no -> {
            assertThat(no.reason()).isEqualTo(RejectReason.BAD_PERIOD);
            assertThat(no.detail())
                    .contains("adoption.firms.any_use|RS|TOTAL|STAT_RS|0204")
                    .contains("before 1980-01-01")
                    .contains("set periods_from for adoption.firms.any_use or STAT_RS under 'bounds:'");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "adoption.any, 1699, false",
        "adoption.any, 1700, true",
        "adoption.any, 0001-01-01, false",
        "claim.any, 0204, false",
        "adoption.any, 2024-01-01/2204-12-31, false",
        "claim.any, 2030, true",
        "claim.any, 2124, true",
        "claim.any, 2204, false"
    })
    void withoutAWordOfTheCatalogueAPeriodLiesBetween1700AndWhatRoleAllows(
            String indicator, String period, boolean accepted) {
        Verdict verdict = judge(plain(), figure(indicator, "S", period, "2026-01-20"));

        if (accepted) {
            assertThat(verdict).isInstanceOf(Accepted.class);
        } else {
            assertThat(verdict).extracting("reason").isEqualTo(RejectReason.BAD_PERIOD);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "adoption.new, S, 1979, false",
        "adoption.new, S, 1980, true",
        "adoption.old.rail, S, 1850, false",
        "adoption.old.rail, S, 1851, true",
        "adoption.old.steam, S, 1850, false",
        "adoption.old.steam, S, 2025-01-01/2030-12-31, true",
        "adoption.new, ARCHIVE, 1750, true",
        "adoption.new, S, 2026-01-01/2026-12-31, false"
    })
    void anIndicatorAFamilyOrASourceMayHaveBoundsOfItsOwn(
            String indicator, String source, String period, boolean accepted) {
        Verdict verdict = judge(own(), figure(indicator, source, period, "2026-01-20"));

        assertThat(verdict instanceof Accepted).isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource({
        "S, STATED, 1989-12-31, false",
        "S, FILE, 1980-01-01, false",
        "S, LAG, 1980-01-01, true",
        "S, CALENDAR, 1980-01-01, true",
        "S, NEWEST, 1980-01-01, true",
        "S, ORDER, 1980-01-01, true",
        "S, STATED, 1990-01-01, true",
        "ARCHIVE, STATED, 1976-06-01, true",
        "LISTED, STATED, 1976-05-01, true",
        "LISTED, STATED, 1976-05-02, false"
    })
    void nothingWasPublishedBefore1990UnlessALagOrTheCatalogueSaysSo(
            String source, PublishedBasis basis, String published, boolean accepted) {
        Observation o = figure("adoption.old.rail", source, "1975", published, basis, PublicationDate.parse(published));

        Verdict verdict = judge(own(), o);

        if (accepted) {
            assertThat(verdict).isInstanceOf(Accepted.class);
        } else {
            assertThat(verdict).extracting("reason").isEqualTo(RejectReason.BAD_PUBLISHED);
            assertThat(((Rejected) verdict).detail()).contains("set published_from for source " + source);
        }
    }

    @Test
    @DisplayName("R-published-in-the-future: a publication of 2205 is refused whatever the clock says")
    void aPublicationOf2205IsRefused() {
        Verdict verdict = judge(
                ShippedCatalogue.with(List.of()), figure("adoption.firms.any_use", "GEN_A", "2021-01", "2205-02-20"));

        assertThat(verdict).isInstanceOfSatisfying(Rejected.class, no -> {
            assertThat(no.reason()).isEqualTo(RejectReason.BAD_PUBLISHED);
            assertThat(no.detail())
                    .contains("2205-02-20")
                    .contains("2100-01-01")
                    .contains("published_until");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-30T09:00:00Z, 2026-11-30T15:00:00Z, true",
        "2026-11-30T09:00:00Z, 2026-11-30T15:00:00.001Z, false",
        "2026-11-30T09:00:00Z, 2052-01-20, false",
        "1970-01-01T00:00:00Z, 2052-01-20, true",
        "2052-01-20T00:00:00Z, 2026-01-20, true"
    })
    void whatWasReceivedLongBeforeItWasPublishedIsRefused(String received, String published, boolean accepted) {
        Observation o = figure("adoption.new", "S", "2024", published, PublishedBasis.STATED, Instant.parse(received));

        Verdict verdict = judge(own(), o);

        assertThat(verdict instanceof Accepted).isEqualTo(accepted);
        if (verdict instanceof Rejected no) {
            assertThat(no.reason()).isEqualTo(RejectReason.BAD_PUBLISHED);
            assertThat(no.detail())
                    .contains("received " + Instant.parse(received))
                    .contains("at most 6 hours");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bounds: {periods_from: early}",
                "bounds: {periods_ahead: P-1Y}",
                "bounds: {published_ahead: soon}",
                "bounds: {published_ahead: PT-5H}",
                "bounds: {published_from: 2200-01-01}",
                "bounds: {indicators: {adoption.: {published_from: '1980'}}}",
                "bounds: {later: '1980'}"
            })
    void aBoundThatIsNoneIsRefusedWithItsName(String yaml) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CatalogueYaml.parse(
                        List.of(new CatalogueYaml.Text("test", PLAIN), new CatalogueYaml.Text("own", yaml))))
                .withMessageContaining("catalogue");
    }
}
