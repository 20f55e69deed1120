package org.tidemark.api.query;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.api.arrow.ArrowStream;
import org.tidemark.api.arrow.ColumnType;

/** What the columns of CSV answers hold: a name has one meaning, whichever list it stands in. Those not named are texts. */
final class ColumnTypes {
    private static final Map<String, ColumnType> BY_NAME = new HashMap<>();

    static {
        are(ColumnType.NUMBER, "value lower80 upper80 lower95 upper95 p_negative standard_error probability figure");
        are(ColumnType.NUMBER, "before after forecast actual surprise gain impact");
        are(ColumnType.NUMBER, "error last_error crps skill bias inside80 inside95 drift_error log_score");
        are(ColumnType.NUMBER, "recent_skill skill_low skill_high");
        are(ColumnType.NUMBER, "interval_days deviation_before deviation_after variance_reduction expected_move");
        are(ColumnType.NUMBER, "changed_share shift shift_bound drift ratio offset lost lost_bound refused disorder");
        are(ColumnType.NUMBER, "minimum maximum tolerance noise raise clear false_alarms_per_month");
        are(ColumnType.COUNT, "inputs age_days figures months matured independent least80 most80 economies");
        are(ColumnType.COUNT, "overdue_days confirms stated restated");
        are(ColumnType.FLAG, "stale complete");
        are(ColumnType.DAY, "period_start period_end date last earliest latest late_from ended");
        are(ColumnType.INSTANT, "as_of published refused_at decided_at expected");
        // An alert names releases, a rule counts them.
        are(ColumnType.COUNT, "rules.releases");
    }

    private ColumnTypes() {}

    private static void are(ColumnType type, String names) {
        for (String name : names.split(" ", -1)) {
            BY_NAME.put(name, type);
        }
    }

    /**
     * The columns of a list.
     *
     * @param list as its JSON answer names it
     * @param header of its CSV answer
     */
    static List<ArrowStream.Column> of(String list, String header) {
        return Arrays.stream(header.strip().split(",", -1))
                .map(column -> new ArrowStream.Column(column, type(list, column)))
                .toList();
    }

    private static ColumnType type(String list, String column) {
        ColumnType everywhere = BY_NAME.getOrDefault(column, ColumnType.TEXT);
        return BY_NAME.getOrDefault(list + "." + column, everywhere);
    }
}
