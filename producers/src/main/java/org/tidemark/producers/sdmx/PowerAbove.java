package org.tidemark.producers.sdmx;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tidemark.catalogue.SdmxAttributes;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.producers.text.Header;
import org.tidemark.producers.text.SourceExcerpt;

/** The power of ten that a line above the header names for the whole file: {@code UNIT_MULT: 3}. */
final class PowerAbove {
    private PowerAbove() {}

    /**
     * The power; 0 when no line names one.
     *
     * @throws UnreadableFileException when a line speaks of one that cannot be read
     */
    static int of(SourceFile file, Header header, SdmxAttributes attributes) throws UnreadableFileException {
        List<String> names = attributes.multipliers();
        if (names.isEmpty()) {
            return 0;
        }
        String any = names.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        Pattern named = Pattern.compile("(?<![A-Za-z0-9_])(?:" + any + ")(?![A-Za-z0-9_])(?<said>.*)");
        Pattern power = Pattern.compile("[\"\\s:=,;|]*(?<power>-?\\d{1,2})(?!\\d).*");
        for (String line : header.above()) {
            Matcher found = named.matcher(line);
            if (!found.find()) {
                continue;
            }
            Matcher m = power.matcher(found.group("said"));
            if (!m.matches()) {
                throw new UnreadableFileException(
                        "%s: a line above the header speaks of a power of ten, %s, that cannot be read; write UNIT_MULT: 3, or give it a column"
                                .formatted(file.name(), SourceExcerpt.of(line)));
            }
            return Integer.parseInt(m.group("power"));
        }
        return 0;
    }
}
