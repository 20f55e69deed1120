package org.tidemark.producers.load;

/** A place in a file as messages and records name it: {@code codes.csv, line 3}. */
final class FilePlace {
    private FilePlace() {}

    /** On one line, whatever the name of the file holds. */
    static String of(String file, String where) {
        return FileTrouble.oneLine(file + ", " + where);
    }
}
