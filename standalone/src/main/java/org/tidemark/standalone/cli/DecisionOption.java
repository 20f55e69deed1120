package org.tidemark.standalone.cli;

import org.tidemark.series.Excerpt;
import org.tidemark.text.PlainText;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Who decides, and why: both go onto the log with the decision. */
final class DecisionOption {
    private static final int NAME_CHARS_MAX = 100;

    @Option(names = "--note", defaultValue = "", description = "Why.")
    private String note = "";

    @Option(
            names = "--by",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            converter = Name.class,
            description = "Who decides (default: the system's user name, ${DEFAULT-VALUE}).")
    private String by = "";

    String note() {
        return note;
    }

    String by() {
        return by;
    }

    /** A name on one line. */
    static final class Name implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (text.isBlank() || text.length() > NAME_CHARS_MAX || !PlainText.isPlain(text)) {
                throw new TypeConversionException("'%s' is no name; write one of 1 to %d characters on one line"
                        .formatted(Excerpt.of(text), NAME_CHARS_MAX));
            }
            return text.strip();
        }
    }
}
