package org.tidemark.producers.indeed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.producers.text.Header;
import org.tidemark.producers.text.Row;
import org.tidemark.series.SeriesId;

/**
 * Where the columns of one of the historical layouts stand.
 *
 * @param date of the last of seven days
 * @param country ISO 3166-1
 * @param variable total postings or new postings
 * @param sector display name of the kind of work, or {@link Header#ABSENT} in the files of whole countries
 * @param values the columns of values
 */
record PostingsLayout(int date, int country, int variable, int sector, List<ValueCell> values) {
    private static final String COUNTRY = "jobcountry";
    static final String VARIABLE = "variable";
    private static final String SECTOR = "display_name";
    private static final String SOURCE = "INDEED_POSTINGS";
    private static final Set<String> OF_EVERY_ROW = Set.of(SevenDays.COLUMN, COUNTRY, VARIABLE);
    private static final Pattern NO_SLUG = Pattern.compile("[^a-z0-9]+");
    private static final Pattern ENDS = Pattern.compile("^-|-$");

    /**
     * A column of values.
     *
     * @param cell the column
     * @param suffix of the indicator: sa is seasonally adjusted, nsa is not
     */
    record ValueCell(PostingsCell cell, String suffix) {}

    /** The columns of values that there ever were. */
    private enum ValueColumn {
        PERCENT_CHANGE("pct_chng_feb_1", true, "sa"),
        PERCENT_CHANGE_ADJUSTED("seasonally_adjusted_pct_chng_feb_1", true, "sa"),
        PERCENT_CHANGE_UNADJUSTED("non_seasonally_adjusted_pct_chng_feb_1", true, "nsa"),
        INDEX_ADJUSTED("indeed_job_postings_index_SA", false, "sa"),
        INDEX_UNADJUSTED("indeed_job_postings_index_NSA", false, "nsa"),
        /** By sector; adjusted, for its course through the year is that of the adjusted total. */
        INDEX("indeed_job_postings_index", false, "sa");

        private final String header;
        private final boolean change;
        private final String suffix;

        ValueColumn(String header, boolean change, String suffix) {
            this.header = header;
            this.change = change;
            this.suffix = suffix;
        }

        ValueCell at(int position) {
            return new ValueCell(new PostingsCell(header, position, change ? 100 : 0, 1, "index"), suffix);
        }
    }

    /** Whether these are columns of ours and no others: one more could split the rows, by state or by remote work. */
    static boolean fits(Header header) {
        Set<String> known = new HashSet<>(OF_EVERY_ROW);
        known.add(SECTOR);
        boolean valued = false;
        for (ValueColumn column : ValueColumn.values()) {
            known.add(column.header);
            valued |= header.hasAll(column.header);
        }
        return valued && header.hasAll(OF_EVERY_ROW.toArray(String[]::new)) && header.hasNoneBut(known);
    }

    /** The columns of the newest layout, for a word on what a file nearly is. */
    static String[] needed() {
        return new String[] {SevenDays.COLUMN, COUNTRY, VARIABLE, ValueColumn.INDEX_ADJUSTED.header};
    }

    static PostingsLayout of(Header header) throws UnreadableFileException {
        List<ValueCell> values = new ArrayList<>();
        for (ValueColumn column : ValueColumn.values()) {
            int position = header.findNumbers(column.header);
            if (position != Header.ABSENT) {
                values.add(column.at(position));
            }
        }
        return new PostingsLayout(
                header.require(SevenDays.COLUMN),
                header.require(COUNTRY),
                header.require(VARIABLE),
                header.find(SECTOR),
                List.copyOf(values));
    }

    /** The series of a value in a row that counts {@code counted} postings: total or new. */
    SeriesId series(Row row, String counted, ValueCell value) {
        return new SeriesId(
                "labour.postings." + counted + "_" + value.suffix(), row.text(country), sectorOf(row), SOURCE);
    }

    private String sectorOf(Row row) {
        return sector == Header.ABSENT ? SeriesId.TOTAL : "INDEED:" + slug(row.text(sector));
    }

    /** {@code Arts & Entertainment} is {@code arts-and-entertainment}. */
    static String slug(String displayName) {
        String words = displayName.toLowerCase(Locale.ROOT).replace("&", " and ");
        return ENDS.matcher(NO_SLUG.matcher(words).replaceAll("-")).replaceAll("");
    }
}
