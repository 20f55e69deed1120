package org.tidemark.producers.sdmx;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.ObservationStatus;

/**
 * What the flags of a row say: Eurostat's letters (OBS_FLAG), SDMX observation status (OBS_STATUS) and confidentiality
 * (CONF_STATUS). Several letters may stand together; the gravest status wins, and a break is graver than any other.
 *
 * @param status of the figure
 * @param suppressed whether the publisher keeps the figure back
 * @param missing whether the publisher says that there is no figure, whatever stands in the value's place
 * @param note flags that our status has no word for, such as u (low reliability); null when there is none
 */
record Flags(ObservationStatus status, boolean suppressed, boolean missing, @Nullable String note) {
    private static final String FREE = "F";
    private static final String WITHOUT_NEWS = "A;|, ";
    /** Longer texts are words of an agency's own and no row of letters. */
    private static final int LETTERS_MAX = 5;

    static Flags of(String obsFlag, String obsStatus, String confidentiality) {
        return of(obsFlag, obsStatus, confidentiality, false);
    }

    /** With a value of before a break beside it, which says that there is one. */
    static Flags of(String obsFlag, String obsStatus, String confidentiality, boolean breaks) {
        Gathered g = new Gathered();
        g.addAll("OBS_FLAG", obsFlag, true);
        g.addAll("OBS_STATUS", obsStatus, false);
        if (breaks) {
            g.atLeast(ObservationStatus.BREAK);
        }
        boolean kept = !confidentiality.isEmpty() && !confidentiality.equals(FREE);
        return new Flags(g.status, g.suppressed || kept, g.missing, g.note);
    }

    private static final class Gathered {
        private ObservationStatus status = ObservationStatus.NORMAL;
        private boolean suppressed;
        private boolean missing;
        private @Nullable String note;

        void addAll(String column, String text, boolean eurostat) {
            String letters = text.length() <= LETTERS_MAX ? text.toUpperCase(Locale.ROOT) : "";
            boolean wordless = text.length() > LETTERS_MAX;
            for (int i = 0; i < letters.length(); i++) {
                wordless |= !add(letters.charAt(i), eurostat);
            }
            if (wordless) {
                String shown = text.length() <= 40 ? text : text.substring(0, 40) + "...";
                note = (note == null ? "" : note + ", ") + column + " " + shown;
            }
        }

        /** Whether we have a word for it. */
        private boolean add(char letter, boolean eurostat) {
            switch (letter) {
                case 'P' -> atLeast(ObservationStatus.PROVISIONAL);
                case 'E', 'F', 'I' -> atLeast(ObservationStatus.ESTIMATED);
                case 'B' -> atLeast(ObservationStatus.BREAK);
                case 'C', 'Q' -> suppressed = true;
                case 'M', 'L', 'O', 'H', ':' -> missing = true;
                // An estimate of Eurostat's own; in the SDMX code list a strike or other special event.
                case 'S' -> atLeast(eurostat ? ObservationStatus.ESTIMATED : ObservationStatus.NORMAL);
                default -> {
                    return WITHOUT_NEWS.indexOf(letter) >= 0;
                }
            }
            return letter != 'F' && (letter != 'S' || eurostat);
        }

        private void atLeast(ObservationStatus found) {
            if (found.compareTo(status) > 0) {
                status = found;
            }
        }
    }
}
