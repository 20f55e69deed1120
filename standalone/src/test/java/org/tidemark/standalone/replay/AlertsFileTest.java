package org.tidemark.standalone.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.alert.AlertEvent;
import org.tidemark.alert.AlertEvent.Reason;
import org.tidemark.alert.AlertKey;
import org.tidemark.catalogue.AlertRule;
import org.tidemark.standalone.table.ReplayRow;
import org.tidemark.standalone.table.ReplayTable;

class AlertsFileTest {
    @TempDir
    private Path dir = Path.of("");

    private static AlertEvent event(Reason reason) {
        return new AlertEvent(
                new AlertKey("PenetrationAbove10", "DE", "TOTAL", "firms.any_use", ""),
                AlertEvent.Kind.CLEARED,
                Instant.parse("2024-01-01T00:00:00Z"),
                0.3,
                null,
                "percent",
                null,
                List.of(),
                AlertRule.Severity.INFO,
                "analysts",
                "no longer",
                "v",
                AlertEvent.Attribution.NOT_ASKED,
                reason);
    }

    @Test
    void eachEventSaysWhetherFiguresRulesOrTheProgramMadeIt() throws IOException {
        Path file = dir.resolve(AlertsFile.NAME);

        AlertsFile.write(
                file,
                List.of(event(Reason.FIGURES), event(Reason.RULES), event(Reason.MODEL), event(Reason.CATALOGUE)));

        List<String> reasons = new ArrayList<>();
        try (ReplayTable table = ReplayTable.open(file, List.of("rule", "event", "reason"))) {
            for (ReplayRow row = table.read(); row != null; row = table.read()) {
                reasons.add(Objects.requireNonNull(row.text("reason")));
            }
        }
        assertThat(reasons).containsExactly("figures", "rules", "model", "catalogue");
    }
}
