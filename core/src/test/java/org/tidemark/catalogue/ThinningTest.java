package org.tidemark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.tidemark.series.Period;

class ThinningTest {
    private static final LocalDate FRIDAY = LocalDate.of(2024, 3, 1);

    @Test
    void ofDailyTrailingWindowsOnlyThoseThatEndOnAFridayAreRead() {
        assertThat(Thinning.FRIDAYS.keeps(Period.trailing(7, FRIDAY))).isTrue();
        for (int days = 1; days < 7; days++) {
            assertThat(Thinning.FRIDAYS.keeps(Period.trailing(7, FRIDAY.plusDays(days))))
                    .isFalse();
        }
    }

    @Test
    void withoutThinningEveryFigureIsRead() {
        assertThat(Thinning.NONE.keeps(Period.trailing(7, FRIDAY.plusDays(1)))).isTrue();
    }
}
