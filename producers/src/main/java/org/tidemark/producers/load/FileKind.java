package org.tidemark.producers.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tidemark.producers.SourceFile;

/** What a file is that no format can read, by its first bytes, and what to do with it. */
final class FileKind {
    private static final Map<String, String> BY_BEGINNING = new LinkedHashMap<>();

    static {
        BY_BEGINNING.put("%pdf", "is a PDF; give the table as CSV");
        BY_BEGINNING.put("\u001f\u008b", "is compressed by gzip; unpack it first");
        BY_BEGINNING.put("bzh", "is compressed by bzip2; unpack it first");
        BY_BEGINNING.put("\u00fd7zxz", "is compressed by xz; unpack it first");
        BY_BEGINNING.put("(\u00b5/\u00fd", "is compressed by zstd; unpack it first");
        BY_BEGINNING.put("pk\u0003\u0004", "is a ZIP archive; unpack it first, or save a workbook's sheet as CSV");
        BY_BEGINNING.put("\u00d0\u00cf\u0011\u00e0", "is a workbook of the old kind (XLS); save its sheet as CSV");
        BY_BEGINNING.put("par1", "is Parquet; give the table as CSV");
        BY_BEGINNING.put("{\\rtf", "is a document (RTF); give the table as CSV");
        BY_BEGINNING.put("\u00ff\u00fe\u0000\u0000", "is in UTF-32; save it in UTF-8");
        BY_BEGINNING.put("\u0000\u0000\u00fe\u00ff", "is in UTF-32; save it in UTF-8");
        BY_BEGINNING.put("<?xml", "is XML; of SDMX ask for SDMX-CSV");
        BY_BEGINNING.put("<!doctype html", "is a web page; download the table that it shows as CSV");
        BY_BEGINNING.put("<html", "is a web page; download the table that it shows as CSV");
        BY_BEGINNING.put("{", "is JSON; of SDMX ask for SDMX-CSV");
        BY_BEGINNING.put("[", "is JSON; give the table as CSV");
    }

    private FileKind() {}

    static Optional<String> of(SourceFile file) throws IOException {
        String head = new String(file.head(), StandardCharsets.ISO_8859_1);
        String begins = head.replaceFirst("^(?:\u00ef\u00bb\u00bf)?\\s*", "").toLowerCase(Locale.ROOT);
        return BY_BEGINNING.entrySet().stream()
                .filter(kind -> begins.startsWith(kind.getKey().toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
