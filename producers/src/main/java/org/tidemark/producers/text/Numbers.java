package org.tidemark.producers.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.tidemark.producers.UnreadableFileException;

/**
 * Reads the numbers of one file. A plain number is read as it stands; for the first that is none, and in a file that a
 * spreadsheet of another language may have saved for the first of all, the whole file is asked how it writes them.
 */
final class Numbers {
    /** For rows of which no number is asked. */
    static final Numbers NONE = new Numbers(new Marks(false, false), NumberEvidence::new);

    /**
     * What the format and the separator say already.
     *
     * @param commaMayBeDecimal whether a comma within a cell may be a decimal mark, as where none separates the cells
     * @param thousands whether the publisher groups digits by commas
     */
    record Marks(boolean commaMayBeDecimal, boolean thousands) {}

    /** Looks through the file. */
    @FunctionalInterface
    interface Evidence {
        /**
         * Looks at all its numbers.
         *
         * @throws IOException when it cannot be read
         */
        NumberEvidence gather() throws IOException;
    }

    /** How this file writes them. */
    private record Style(boolean decimalComma, boolean grouped) {}

    private final Marks marks;
    private final Evidence evidence;
    private @Nullable Style style;
    private long read;
    private long withComma;
    private long inGroups;

    Numbers(Marks marks, Evidence evidence) {
        this.marks = marks;
        this.evidence = evidence;
    }

    static String withoutPercent(String cell) {
        String text = Header.trimmed(cell);
        return text.endsWith("%") ? Header.trimmed(text.substring(0, text.length() - 1)) : text;
    }

    /** The number times a power of ten, exactly as if it were written out; empty when the cell holds none. */
    OptionalDouble read(String cell, int powerOfTen) {
        if (!marks.commaMayBeDecimal()) {
            OptionalDouble plain = FiniteNumber.parse(cell, powerOfTen);
            if (plain.isPresent()) {
                read++;
                return plain;
            }
        }
        WrittenNumber number = WrittenNumber.of(cell);
        if (!number.isNumber() && !number.isGapped()) {
            return OptionalDouble.empty();
        }
        Style known = style();
        String written = known.decimalComma() ? number.byComma() : number.byPoint();
        boolean grouped = number.has(known.decimalComma() ? '.' : ',');
        if (written == null || (grouped && !known.grouped())) {
            return OptionalDouble.empty();
        }
        OptionalDouble value = FiniteNumber.parse(written, powerOfTen);
        if (value.isPresent()) {
            read++;
            withComma += known.decimalComma() && number.has(',') ? 1 : 0;
            inGroups += grouped || number.isSpaced() ? 1 : 0;
        }
        return value;
    }

    private Style style() {
        Style known = style;
        if (known == null) {
            try {
                known = decide(evidence.gather());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            style = known;
        }
        return known;
    }

    private Style decide(NumberEvidence seen) throws UnreadableFileException {
        boolean comma = marks.commaMayBeDecimal() && seen.isDecimalComma();
        boolean grouped = (!comma && marks.thousands()) || seen.isGrouped(comma);
        if (!grouped && seen.holdsGroups(comma)) {
            String example = seen.open(comma);
            throw new UnreadableFileException(
                    "numbers such as %s could be thousands in groups or have decimals, and nothing else in the file settles which; write all of them with a decimal point and without groups"
                            .formatted(
                                    example == null ? "those in groups beside decimals with the same mark" : example));
        }
        return new Style(comma, grouped);
    }

    /** How numbers were read, in words; empty when all of them are plain. */
    Optional<String> remark() {
        List<String> said = new ArrayList<>();
        if (withComma > 0) {
            said.add("decimal comma read: %d of %d numbers".formatted(withComma, read));
        }
        if (inGroups > 0) {
            said.add("digits in groups read: %d of %d numbers".formatted(inGroups, read));
        }
        return said.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", said));
    }

    /** Why a cell holds no number that can be read, and what to write. */
    String complaint(String column, String cell) {
        String text = Header.trimmed(cell);
        String found = NumberTrouble.of(text, WrittenNumber.of(text));
        return found.isEmpty()
                ? FiniteNumber.complaint(column, cell)
                : "%s %s %s".formatted(column, SourceExcerpt.of(cell), found);
    }
}
