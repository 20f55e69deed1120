package org.tidemark.api.query;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.tidemark.awaited.AlertOdds;
import org.tidemark.awaited.AwaitedRelease;
import org.tidemark.awaited.Prospect;
import org.tidemark.calendar.ExpectedRelease;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.estimate.ReleaseWorth;

/** What one estimate awaits of one source, as a JSON object. */
final class CalendarJson implements JsonRow<CalendarRow> {
    private final Catalogue catalogue;

    CalendarJson(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public void write(JsonGenerator json, CalendarRow row) throws IOException {
        AwaitedRelease release = row.release();
        json.writeStartObject();
        json.writeStringField("source", release.source());
        json.writeStringField("source_title", catalogue.source(release.source()).title());
        json.writeStringField("economy", release.cell().economy());
        json.writeStringField(
                "economy_name", catalogue.economyName(release.cell().economy()));
        json.writeStringField("sector", release.cell().sector());
        json.writeStringField("measure", release.cell().measure());
        json.writeStringField("concept", release.cell().concept());
        expected(json, row);
        json.writeStringField("newest_period", release.newest().label());
        json.writeNumberField("figures", release.figures());
        Prospect prospect = row.worth().get();
        worth(json, row.release(), prospect.worth());
        alerts(json, prospect.alerts());
        json.writeEndObject();
    }

    private static void expected(JsonGenerator json, CalendarRow row) throws IOException {
        ExpectedRelease next = row.release().next();
        json.writeStringField("last", next.last().toString());
        json.writeStringField("expected", next.instant().toString());
        json.writeStringField("earliest", next.earliest().toString());
        json.writeStringField("latest", next.latest().toString());
        json.writeStringField("late_from", next.lateFrom().toString());
        JsonRow.estimated(json, "interval_days", next.interval());
        json.writeStringField("basis", next.basis().written());
        json.writeStringField("status", next.on(row.today()).written());
        json.writeNumberField("overdue_days", next.overdueDays(row.today()));
    }

    private static void worth(JsonGenerator json, AwaitedRelease release, ReleaseWorth worth) throws IOException {
        json.writeObjectFieldStart("worth");
        json.writeStringField("unit", CalendarRow.unit(release));
        JsonRow.estimated(json, "deviation_before", worth.before());
        JsonRow.estimated(json, "deviation_after", worth.after());
        JsonRow.estimated(json, "variance_reduction", worth.varianceReduction());
        JsonRow.estimated(json, "expected_move", worth.move());
        json.writeEndObject();
    }

    private static void alerts(JsonGenerator json, List<AlertOdds> alerts) throws IOException {
        json.writeArrayFieldStart("alerts");
        for (AlertOdds odds : alerts) {
            json.writeStartObject();
            json.writeStringField("rule", odds.rule());
            json.writeBooleanField("active", odds.active());
            JsonRow.estimated(json, "p_raised", odds.raised());
            JsonRow.estimated(json, "p_ended", odds.ended());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
