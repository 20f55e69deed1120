package org.tidemark.producers;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tidemark.series.PublicationDate;

/** The date that a file carries in its name, or in the name of the folder it lies in. */
public final class FileDates {
    private static final Pattern DAY = Pattern.compile("(?<!\\d)(\\d{4}-\\d{2}-\\d{2})(?!\\d)");
    private static final Pattern MONTH = Pattern.compile("(?<!\\d)(\\d{4}-\\d{2})(?![\\d-])");

    private FileDates() {}

    /** A day such as 2025-01-14 or a month such as 2024-03 in the file's name, else in its folder's name. */
    public static Optional<Instant> of(SourceFile file) {
        Path folder = file.path().toAbsolutePath().normalize().getParent();
        Path folderName = folder == null ? null : folder.getFileName();
        return in(file.name()).or(() -> folderName == null ? Optional.empty() : in(folderName.toString()));
    }

    private static Optional<Instant> in(String name) {
        return first(DAY, name).or(() -> first(MONTH, name));
    }

    private static Optional<Instant> first(Pattern form, String name) {
        Matcher m = form.matcher(name);
        while (m.find()) {
            try {
                Instant date = PublicationDate.parse(m.group(1));
                // No file is older than 1970; 1959-01_2024-03 names the periods and then the date.
                if (!date.isBefore(Instant.EPOCH)) {
                    return Optional.of(date);
                }
            } catch (IllegalArgumentException noDate) {
                // 2024-13 or 2024-02-31 only look like a date; digits further on may be one.
            }
        }
        return Optional.empty();
    }
}
