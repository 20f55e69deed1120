package org.tidemark.standalone.cli;

import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.tidemark.series.Excerpt;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A file or folder; a name that the character set of the shell cannot hold is one line that names the remedy. */
final class PathConverter implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
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
