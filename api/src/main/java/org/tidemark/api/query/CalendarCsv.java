package org.tidemark.api.query;

import java.io.Writer;
import java.util.stream.Collectors;
import org.tidemark.awaited.AlertOdds;
import org.tidemark.awaited.AwaitedRelease;
import org.tidemark.awaited.Prospect;
import org.tidemark.calendar.ExpectedRelease;
import org.tidemark.estimate.ReleaseWorth;

/** What is awaited as CSV, a row for each estimate and source. */
final class CalendarCsv extends CsvRows<CalendarRow> {
    static final String HEADER =
            "source,economy,sector,measure,concept,last,expected,earliest,latest,late_from,interval_days,basis,status,overdue_days,newest_period,figures,unit,deviation_before,deviation_after,variance_reduction,expected_move,alerts";

    CalendarCsv(Writer out) {
        super(out, HEADER);
    }

    @Override
    public void write(CalendarRow row) {
        AwaitedRelease release = row.release();
        ExpectedRelease next = release.next();
        Prospect prospect = row.worth().get();
        ReleaseWorth worth = prospect.worth();
        row(
                release.source(),
                release.cell().economy(),
                release.cell().sector(),
                release.cell().measure(),
                release.cell().concept(),
                next.last().toString(),
                next.instant().toString(),
                next.earliest().toString(),
                next.latest().toString(),
                next.lateFrom().toString(),
                NumberText.estimated(next.interval()),
                next.basis().written(),
                next.on(row.today()).written(),
                Long.toString(next.overdueDays(row.today())),
                release.newest().label(),
                Integer.toString(release.figures()),
                CalendarRow.unit(release),
                NumberText.estimated(worth.before()),
                NumberText.estimated(worth.after()),
                NumberText.estimated(worth.varianceReduction()),
                NumberText.estimated(worth.move()),
                prospect.alerts().stream().map(CalendarCsv::odds).collect(Collectors.joining("; ")));
    }

    private static String odds(AlertOdds odds) {
        return odds.active()
                ? odds.rule() + " over " + NumberText.estimated(odds.ended())
                : odds.rule() + " raised " + NumberText.estimated(odds.raised());
    }
}
