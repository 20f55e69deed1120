package org.tidemark.standalone.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tidemark.api.query.NewsCsv;
import org.tidemark.news.News;

/** The table of why each estimate moved. */
final class NewsFile {
    private NewsFile() {}

    /** Writes it; returns its hash. */
    static String write(Path file, List<News> news) throws IOException {
        return HashedFile.write(file, out -> {
            NewsCsv csv = NewsCsv.begin(out);
            news.forEach(csv::write);
            csv.flush();
        });
    }
}
