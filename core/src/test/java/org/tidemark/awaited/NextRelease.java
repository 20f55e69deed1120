package org.tidemark.awaited;

import java.time.LocalDate;
import java.util.List;
import org.tidemark.calendar.ExpectedRelease;

/** The release that tests await: a year after the last, on a day that its publisher has said. */
final class NextRelease {
    static final LocalDate TODAY = LocalDate.parse("2026-06-30");
    static final ExpectedRelease NEXT = new ExpectedRelease(
            LocalDate.parse("2025-12-11"),
            LocalDate.parse("2026-12-10"),
            LocalDate.parse("2026-12-10"),
            LocalDate.parse("2026-12-10"),
            LocalDate.parse("2026-12-17"),
            365,
            ExpectedRelease.Basis.STATED);
    static final AlertOdds.Asked NO_ALERTS = new AlertOdds.Asked(List.of(), null);

    private NextRelease() {}
}
