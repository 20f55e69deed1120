package org.tidemark.standalone.run;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;

/** What is wrong with a file or folder, in words: Java's own errors often say no more than the path. */
public final class FileFault {
    private FileFault() {}

    public static String of(IOException e) {
        if (!(e instanceof FileSystemException fault)) {
            return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        }
        String file = String.valueOf(fault.getFile());
        if (fault instanceof NoSuchFileException) {
            return file + " does not exist";
        }
        if (fault instanceof FileAlreadyExistsException) {
            return file + " is a file, not a directory";
        }
        if (fault instanceof NotDirectoryException) {
            return file + " is not a directory";
        }
        if (fault instanceof AccessDeniedException) {
            return "no permission for " + file;
        }
        String reason = fault.getReason() == null ? fault.getClass().getSimpleName() : fault.getReason();
        if (isFull(reason)) {
            return "%s cannot be written, its disk is full: %s; free some space or choose another folder"
                    .formatted(file, reason.lines().findFirst().orElse(""));
        }
        return "%s (%s)".formatted(reason.lines().findFirst().orElse(""), file);
    }

    /** As the systems say it. */
    private static boolean isFull(String reason) {
        String said = reason.toLowerCase(Locale.ROOT);
        return said.contains("no space left") || said.contains("quota exceeded");
    }
}
