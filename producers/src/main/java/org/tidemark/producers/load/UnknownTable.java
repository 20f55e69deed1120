package org.tidemark.producers.load;

import java.io.IOException;
import java.util.Optional;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.text.DelimitedText;
import org.tidemark.producers.text.Header;
import org.tidemark.producers.text.SourceExcerpt;

/** What a file that is like no known format holds, and how its figures can be read all the same. */
final class UnknownTable {
    /** A line with fewer may be prose. */
    private static final int COLUMNS_MIN = 3;

    /** Longer ones are sentences. */
    private static final int NAME_CHARS_MAX = 60;

    private UnknownTable() {}

    /**
     * In words that go on from the file's name.
     *
     * @throws IOException when the file cannot be read
     */
    static String of(SourceFile file) throws IOException {
        Optional<Header> header = DelimitedText.CSV.possibleHeaders(file).stream()
                .filter(UnknownTable::isOne)
                .findFirst();
        return header.map(table ->
                        "is in no known format; say what its columns %s mean under 'files:' in a file and pass --catalogue FILE"
                                .formatted(SourceExcerpt.of(String.join(",", table.names()))))
                .orElse("is in no known format; write its figures under the columns"
                        + " indicator,economy,sector,period,value,unit,published,source");
    }

    private static boolean isOne(Header header) {
        return header.names().stream().filter(name -> !name.isEmpty()).count() >= COLUMNS_MIN
                && header.names().stream().allMatch(name -> name.length() <= NAME_CHARS_MAX);
    }
}
