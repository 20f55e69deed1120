package org.tidemark.standalone.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.awaited.Awaited;
import org.tidemark.awaited.AwaitedRelease;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.engine.estimate.AwaitedSearch;
import org.tidemark.engine.store.FigureStore;
import org.tidemark.engine.table.TableReaders;
import org.tidemark.estimate.PenetrationReport;
import org.tidemark.series.SeriesId;
import org.tidemark.standalone.report.NextTable;
import org.tidemark.wire.Codecs;

/** What the penetrations of whole economies await, worked out of the stores of this process. */
final class ComingReleases {
    private final Catalogue catalogue;
    private final TableReaders tables;
    private final Codecs codecs = Codecs.singleObject();

    ComingReleases(Catalogue catalogue, TableReaders tables) {
        this.catalogue = catalogue;
        this.tables = tables;
    }

    /** A row for each estimate and source, as it was known at an instant. */
    List<NextTable.Row> rows(Instant asOf) {
        AwaitedSearch search = new AwaitedSearch(catalogue, tables, codecs);
        AwaitedSearch.Wanted wanted = new AwaitedSearch.Wanted(PenetrationReport.MEASURE::equals, source -> true);
        LocalDate today = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
        List<NextTable.Row> rows = new ArrayList<>();
        FigureStore.reading(tables, codecs).economies(economy -> {
            List<Awaited> found = new ArrayList<>();
            search.ofEconomy(economy, asOf, wanted, found::add);
            for (Awaited awaited : found) {
                AwaitedRelease release = awaited.release();
                if (release.cell().sector().equals(SeriesId.TOTAL)) {
                    rows.add(NextTable.row(release, search.prospect(awaited), today));
                }
            }
            return true;
        });
        return rows;
    }
}
