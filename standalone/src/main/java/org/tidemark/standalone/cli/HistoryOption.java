package org.tidemark.standalone.cli;

import picocli.CommandLine.Option;

/** How the figures in the first delivery of a series became public. */
final class HistoryOption {
    enum History {
        /** By the usual lag of the source, so that old figures play as history. */
        by_lag,
        /** All with the file. */
        as_filed
    }

    @Option(
            names = "--history",
            paramLabel = "by-lag|as-filed",
            defaultValue = "by-lag",
            converter = HistoryConverter.class,
            description =
                    "When the figures in the first file of a series count as published: by the usual lag, or with the file.")
    private History history = History.by_lag;

    boolean asFiled() {
        return history == History.as_filed;
    }

    static final class HistoryConverter implements picocli.CommandLine.ITypeConverter<History> {
        @Override
        public History convert(String text) {
            return switch (text) {
                case "by-lag" -> History.by_lag;
                case "as-filed" -> History.as_filed;
                default ->
                    throw new picocli.CommandLine.TypeConversionException(
                            "'%s' is neither by-lag nor as-filed".formatted(text));
            };
        }
    }
}
