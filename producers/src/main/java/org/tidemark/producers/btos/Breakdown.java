package org.tidemark.producers.btos;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tidemark.series.SeriesId;

/** By what a workbook breaks the survey down; its first column says so. Codes as in its sheet "Data Dictionary". */
enum Breakdown {
    NATIONAL("") {
        @Override
        boolean knows(String code) {
            return code.isEmpty();
        }

        @Override
        SeriesId series(String indicator, String code) {
            return new SeriesId(indicator, COUNTRY, SeriesId.TOTAL, SOURCE);
        }
    },

    /** NAICS sectors by their first code (31 is 31 to 33); XX is firms that operate in several. */
    SECTOR("sector") {
        @Override
        boolean knows(String code) {
            return code.equals(SEVERAL) || NAICS.matcher(code).matches();
        }

        @Override
        SeriesId series(String indicator, String code) {
            return new SeriesId(indicator, COUNTRY, "NAICS:" + code, SOURCE);
        }
    },

    STATE("state") {
        @Override
        boolean follows(String code) {
            // Firms that operate in several states: no economy.
            return !code.equals(SEVERAL);
        }

        @Override
        boolean knows(String code) {
            return STATES.contains(code);
        }

        @Override
        SeriesId series(String indicator, String code) {
            return new SeriesId(indicator, COUNTRY + "-" + code, SeriesId.TOTAL, SOURCE);
        }
    },

    SIZE("empsize") {
        @Override
        boolean knows(String code) {
            return SIZES.containsKey(code);
        }

        @Override
        SeriesId series(String indicator, String code) {
            return new SeriesId(indicator + ".size_" + SIZES.get(code), COUNTRY, SeriesId.TOTAL, SOURCE);
        }
    };

    private static final String SOURCE = "CENSUS_BTOS";
    private static final String COUNTRY = "US";
    private static final String SEVERAL = "XX";
    private static final Pattern NAICS = Pattern.compile("[1-9][1-9]");

    /** ISO 3166-2:US: the states, the District of Columbia and Puerto Rico. */
    private static final Set<String> STATES = Set.of(
            ("AK AL AR AZ CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY "
                            + "OH OK OR PA PR RI SC SD TN TX UT VA VT WA WI WV WY")
                    .split(" "));

    /** Data Dictionary: A "1 to 4 employees", B "Between 5 and 9 employees", ..., G "250 or more employees". */
    private static final Map<String, String> SIZES =
            Map.of("A", "1_4", "B", "5_9", "C", "10_19", "D", "20_49", "E", "50_99", "F", "100_249", "G", "250_plus");

    private final String column;

    Breakdown(String column) {
        this.column = column;
    }

    /** Name of the column that holds its codes, in lower case; empty when there is none. */
    String column() {
        return column;
    }

    /** Whether the code stands for something that can have a figure of its own. */
    boolean follows(String code) {
        return true;
    }

    abstract boolean knows(String code);

    abstract SeriesId series(String indicator, String code);

    String label() {
        return this == NATIONAL ? "national row" : name().toLowerCase(Locale.ROOT);
    }
}
