package org.tidemark.standalone.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.tidemark.web.PageFile;
import org.tidemark.web.PageFiles;

/** The page as files, which asks no server and reads the folder {@code data} beside it. */
public final class PageFolder {
    /** Where the page finds what it shows. */
    public static final String DATA = "data";

    private static final String TITLE = "<title>";
    private static final String MARK = "<meta name=\"tidemark-data\" content=\"folder\">\n";

    private PageFolder() {}

    /** A file of the page; the index says that what is shown lies in a folder. */
    public static byte[] bytes(PageFile file) {
        if (!file.path().equals(PageFiles.INDEX)) {
            return file.bytes();
        }
        String index = new String(file.bytes(), StandardCharsets.UTF_8);
        if (!index.contains(TITLE)) {
            throw new IllegalStateException("the index has no title, before which its mark goes");
        }
        return index.replaceFirst(TITLE, MARK + TITLE).getBytes(StandardCharsets.UTF_8);
    }

    /** Writes all files of the page into a folder, which is made where it is absent. */
    public static void write(Path folder) throws IOException {
        for (PageFile file : PageFiles.load().all()) {
            Path target = folder.resolve(file.path());
            Files.createDirectories(Objects.requireNonNull(target.getParent(), "inside the folder"));
            Files.write(target, bytes(file));
        }
    }
}
