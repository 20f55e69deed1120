package org.tidemark.standalone.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.awaited.AwaitedRelease;
import org.tidemark.awaited.Wanted;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.engine.estimate.AwaitedSearch;
import org.tidemark.engine.estimate.KnownProspects;
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
        Wanted wanted = new Wanted(economy -> true, PenetrationReport.MEASURE::equals, source -> true, asOf);
        AwaitedSearch search = new AwaitedSearch(catalogue, tables, codecs, wanted, new KnownProspects());
        List<NextTable.Row> rows = new ArrayList<>();
        for (String economy : search.economies()) {
            search.ofEconomy(economy, awaited -> {
                AwaitedRelease release = awaited.release();
                if (release.cell().sector().equals(SeriesId.TOTAL)) {
                    rows.add(NextTable.row(release, search.prospect(awaited), wanted.today()));
                }
            });
        }
        return rows;
    }
}
