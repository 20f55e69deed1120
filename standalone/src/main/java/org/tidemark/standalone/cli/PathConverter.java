package org.tidemark.standalone.cli;

import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.tidemark.series.Excerpt;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A file or folder; a name that is empty, or that the character set of the shell cannot hold, is one line with the remedy. */
final class PathConverter implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
        if (text.isEmpty()) {
            // As of a variable of a shell that is not set: the folder in which one happens to be is not what is meant.
            throw new TypeConversionException("'' names no file; write '.' for the folder in which you are");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException(
                    text.indexOf('\0') >= 0
                            ? "'%s' holds a zero byte, which no name of a file can".formatted(Excerpt.of(text))
                            : "'%s' is no name of a file in the character set of this shell, %s; set LC_ALL=C.UTF-8"
                                    .formatted(Excerpt.of(text), charset()));
        }
    }

    private static String charset() {
        return System.getProperty("sun.jnu.encoding", Charset.defaultCharset().name());
    }
}
