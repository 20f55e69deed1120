package org.tidemark.engine.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.alert.AlertEvent;
import org.tidemark.alert.AlertKey;
import org.tidemark.alert.AlertState;
import org.tidemark.awaited.AlertOdds;
import org.tidemark.awaited.AwaitedLevel;
import org.tidemark.awaited.Past;
import org.tidemark.awaited.Prospect;
import org.tidemark.calendar.ExpectedRelease;
import org.tidemark.catalogue.AlertRule;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.FilterBank;
import org.tidemark.estimate.Measurement;
import org.tidemark.series.Period;

class KnownProspectsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-12-10");
    private static final ExpectedRelease NEXT =
            new ExpectedRelease(DAY.minusYears(1), DAY, DAY, DAY, DAY.plusWeeks(1), 365, ExpectedRelease.Basis.STATED);
    private static final AlertRule ABOVE_10 = ShippedCatalogue.with(List.of()).recipes().alerts().all().stream()
            .filter(rule -> rule.id().equals("PenetrationAbove10"))
            .findFirst()
            .orElseThrow();

    private final KnownProspects known = new KnownProspects(2);

    private static AwaitedLevel awaited(double share) {
        return AwaitedLevel.of(
                new EstimateKey("DK", "TOTAL", "penetration", "firms.any_use"),
                "percent",
                "EUROSTAT",
                NEXT,
                new Past(List.of(Period.parse("2025"))),
                0.01,
                FilterBank.begin(new Measurement(2025.5, share, 0.01)),
                DAY.minusMonths(1));
    }

    private static AlertOdds.Asked asked(AlertState... standings) {
        return new AlertOdds.Asked(List.of(new AlertOdds.Watch(ABOVE_10, List.of(standings))), null);
    }

    @Test
    void whatHasNotChangedIsNotWorkedOutAgain() {
        Prospect first = known.of(awaited(0.2), asked());

        assertThat(known.of(awaited(0.2), asked())).isSameAs(first);
        assertThat(first).isEqualTo(awaited(0.2).prospect(asked()));
    }

    @Test
    void anotherBeliefOrAnotherStandingIsAnotherProspect() {
        Prospect first = known.of(awaited(0.2), asked());
        AlertState active = new AlertState(
                new AlertKey("PenetrationAbove10", "DK", "TOTAL", "firms.any_use", ""),
                true,
                true,
                List.of(),
                0.9,
                Instant.parse("2025-12-11T23:59:59.999Z"),
                null,
                null,
                AlertEvent.Attribution.NOT_ASKED);

        assertThat(known.of(awaited(0.3), asked()))
                .isNotEqualTo(first)
                .isEqualTo(awaited(0.3).prospect(asked()));
        assertThat(known.of(awaited(0.2), asked(active)))
                .isNotSameAs(first)
                .isEqualTo(awaited(0.2).prospect(asked(active)));
    }

    @Test
    void thoseAskedForLastAreKept() {
        Prospect first = known.of(awaited(0.2), asked());
        Prospect second = known.of(awaited(0.3), asked());
        assertThat(known.of(awaited(0.2), asked())).isSameAs(first);

        Prospect third = known.of(awaited(0.4), asked());

        assertThat(known.of(awaited(0.2), asked())).isSameAs(first);
        assertThat(known.of(awaited(0.4), asked())).isSameAs(third);
        assertThat(known.of(awaited(0.3), asked())).isNotSameAs(second).isEqualTo(second);
    }
}
