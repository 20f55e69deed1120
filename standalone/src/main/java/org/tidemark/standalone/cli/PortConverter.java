package org.tidemark.standalone.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A TCP port; 0 means any free one. */
final class PortConverter implements ITypeConverter<Integer> {
    private static final int PORT_MAX = 65_535;

    @Override
    public Integer convert(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= PORT_MAX) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw complaint(text);
        }
        throw complaint(text);
    }

    private static TypeConversionException complaint(String text) {
        return new TypeConversionException("'%s' is no port; write 0 (any free one) to %d".formatted(text, PORT_MAX));
    }
}
