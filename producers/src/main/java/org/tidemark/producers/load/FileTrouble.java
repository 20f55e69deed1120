package org.tidemark.producers.load;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.tidemark.producers.UnreadableFileException;

/** What is wrong with a file, in one line for the user. */
final class FileTrouble {
    private static final int CHARACTERS_MAX = 600;

    private FileTrouble() {}

    /** What is wrong with a path, and the remedy. */
    static String line(Path path, String trouble) {
        return oneLine(path + " " + trouble);
    }

    /** How a file was read. */
    static String remark(Path path, String how) {
        return oneLine(path + ": " + how);
    }

    /** The line of whatever went wrong while a file was read. */
    static String line(Path path, Exception e) {
        Throwable said = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
        if (said instanceof NoSuchFileException) {
            return line(path, "does not exist; check the path");
        }
        if (said instanceof AccessDeniedException) {
            return line(path, "cannot be read; check its permissions");
        }
        String message = said.getMessage();
        if (said instanceof UnreadableFileException && message != null) {
            Path name = path.getFileName();
            boolean named = name != null && message.contains(name.toString());
            return oneLine(named ? message : path + ": " + message);
        }
        return line(
                path,
                "cannot be read: %s; check that it is whole, and report it if it is"
                        .formatted(message == null ? said.getClass().getSimpleName() : message));
    }

    /** A file's name may hold line breaks and what a terminal obeys, and so may what a reader says of its content. */
    static String oneLine(String text) {
        String shown = text.codePoints()
                .limit(CHARACTERS_MAX)
                .mapToObj(c -> isShown(c) ? Character.toString(c) : "?")
                .collect(Collectors.joining());
        return shown.length() < text.length() ? shown + "..." : shown;
    }

    private static boolean isShown(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }
}
