package org.tidemark.producers;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tidemark.series.PublicationDate;

/**
 * The date that a file carries in its name, or in the name of the folder it lies in, which may also be the instant at which it was received.
 *
 * <p>Not the time that the file system keeps: a copy, a checkout or an unpacked archive has that of the copying, so that
 * the same file would be history here and news there.
 */
public final class FileDates {
    private static final String START = "(?<!\\d)";
    private static final String END = "(?!\\d)";
    private static final String YEAR = "(?<year>(?:19|20)\\d{2})";
    private static final String MONTH_OF_YEAR = "(?<month>0[1-9]|1[0-2])";
    private static final String DAY_OF_MONTH = "(?<day>0[1-9]|[12]\\d|3[01])";

    /** 2025-01-14, 2025_01_14, 2025.01.14. */
    private static final Pattern DAY =
            Pattern.compile(START + YEAR + "(?<by>[-_.])" + MONTH_OF_YEAR + "\\k<by>" + DAY_OF_MONTH + END);
    /** 2025-01-14T09-30-00Z: when a file was received, as the archive of what was received names its folders. */
    private static final Pattern INSTANT =
            Pattern.compile(START + "(\\d{4}-\\d{2}-\\d{2})T(\\d{2})-(\\d{2})-(\\d{2})Z");
    /** 20250114. */
    private static final Pattern DIGITS = Pattern.compile(START + YEAR + MONTH_OF_YEAR + DAY_OF_MONTH + END);
    /** 14.01.2025; with dots the day comes first wherever it is written so. */
    private static final Pattern DOTTED =
            Pattern.compile(START + DAY_OF_MONTH + "\\." + MONTH_OF_YEAR + "\\." + YEAR + END);
    /** 2024-03, 2024-03-md; what begins 2024-03-15 or 2024-03-2024-05 is no month. */
    private static final Pattern MONTH =
            Pattern.compile(START + YEAR + "-" + MONTH_OF_YEAR + END + "(?!-(?![A-Za-z]{2}))");
    /** 2024m03, 2019m3. */
    private static final Pattern MONTH_BY_M = Pattern.compile(START + YEAR + "[mM](?<month>0?[1-9]|1[0-2])" + END);

    private FileDates() {}

    /** A day such as 2025-01-14 or a month such as 2024-03 in the file's name, else in its folder's name. */
    public static Optional<Instant> of(SourceFile file) {
        Path folder = file.path().toAbsolutePath().normalize().getParent();
        Path folderName = folder == null ? null : folder.getFileName();
        return in(file.name())
                .or(() -> Optional.ofNullable(file.received()))
                .or(() -> folderName == null
                        ? Optional.empty()
                        : instant(folderName.toString()).or(() -> in(folderName.toString())));
    }

    /** Of several, the latest: what comes before it are the periods that the file is about. */
    private static Optional<Instant> in(String name) {
        Optional<Instant> day = Stream.of(DAY, DIGITS, DOTTED)
                .flatMap(form -> form.matcher(name).results())
                .flatMap(found -> date(ymd(found)).stream())
                .max(Comparator.naturalOrder());
        return day.or(() -> Stream.concat(
                        MONTH.matcher(name).results().map(MatchResult::group),
                        MONTH_BY_M.matcher(name).results().map(FileDates::byHyphen))
                .flatMap(month -> date(month).stream())
                .max(Comparator.naturalOrder()));
    }

    private static Optional<Instant> instant(String folder) {
        return INSTANT.matcher(folder)
                .results()
                .flatMap(found ->
                        date("%sT%s:%s:%sZ".formatted(found.group(1), found.group(2), found.group(3), found.group(4)))
                                .stream())
                .findFirst();
    }

    /** As 2025-01-14: in the dotted form the year is the last. */
    private static String ymd(MatchResult found) {
        String text = found.group().replaceAll("\\D", "");
        boolean yearLast = found.group().indexOf('.') == 2;
        return yearLast
                ? text.substring(4) + "-" + text.substring(2, 4) + "-" + text.substring(0, 2)
                : text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6);
    }

    private static String byHyphen(MatchResult found) {
        return "%s-%02d".formatted(found.group(1), Integer.parseInt(found.group(2)));
    }

    private static Optional<Instant> date(String text) {
        try {
            Instant date = PublicationDate.parse(text);
            // No file is older than 1970; 1959-01_2024-03 names the periods and then the date.
            return date.isBefore(Instant.EPOCH) ? Optional.empty() : Optional.of(date);
        } catch (IllegalArgumentException noDate) {
            // 2024-02-31 only looks like a date.
            return Optional.empty();
        }
    }
}
