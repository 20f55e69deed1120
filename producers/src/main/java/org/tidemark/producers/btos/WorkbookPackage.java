package org.tidemark.producers.btos;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.UnreadableFileException;

/** The zip that a workbook is: opened only when its size and its directory are those of an honest one. */
final class WorkbookPackage {
    /** Ten times the largest workbook of 2025. */
    static final long FILE_BYTES_MAX = 32L << 20;

    static final int PARTS_MAX = 1_000;

    private static final String WORKBOOK_PART = "xl/workbook.xml";
    private static final long WORKBOOK_PART_BYTES_MAX = 1L << 20;
    private static final byte[] LOCAL_FILE = {'P', 'K', 3, 4};
    private static final byte[] DIRECTORY_ENTRY = {'P', 'K', 1, 2};
    private static final int CHUNK_BYTES = 1 << 16;

    private WorkbookPackage() {}

    /** The names of the sheets; none when the file is no workbook or not one that would be opened. */
    static Set<String> sheetNames(SourceFile file) throws IOException {
        if (!startsAsZip(file)) {
            return Set.of();
        }
        try (ZipFile zip = open(file)) {
            ZipArchiveEntry part = zip.getEntry(WORKBOOK_PART);
            if (part == null) {
                return Set.of();
            }
            try (InputStream in = zip.getInputStream(part)) {
                return sheetNames(new BoundedPart(in, WORKBOOK_PART_BYTES_MAX));
            }
        } catch (IOException | XMLStreamException | RuntimeException noWorkbook) {
            // Whatever is wrong with it: what is broken is not recognised.
            return Set.of();
        }
    }

    /**
     * Opens it.
     *
     * @throws UnreadableFileException when it is larger than any such workbook, or no zip
     */
    static ZipFile open(SourceFile file) throws IOException {
        long size = Files.size(file.path());
        if (size > FILE_BYTES_MAX) {
            throw new UnreadableFileException("%s has %d bytes, a BTOS workbook at most %d; give the publisher's file"
                    .formatted(file.name(), size, FILE_BYTES_MAX));
        }
        if (size == 0) {
            throw new UnreadableFileException(
                    "%s is empty; it should be a BTOS workbook (.xlsx)".formatted(file.name()));
        }
        if (directoryEntries(file) > PARTS_MAX) {
            throw new UnreadableFileException(
                    "%s has more than %d parts; give the publisher's file".formatted(file.name(), PARTS_MAX));
        }
        try {
            return ZipFile.builder().setPath(file.path()).get();
        } catch (IOException | RuntimeException notAZip) {
            throw new UnreadableFileException("%s is no workbook or a broken one (%s); download it again"
                    .formatted(file.name(), Reasons.of(notAZip)));
        }
    }

    private static boolean startsAsZip(SourceFile file) throws IOException {
        byte[] head = file.head();
        return head.length >= LOCAL_FILE.length
                && java.util.Arrays.equals(head, 0, LOCAL_FILE.length, LOCAL_FILE, 0, LOCAL_FILE.length);
    }

    /** Counted in the bytes: the directory is held by whoever opens the zip, and its own count may lie. */
    private static int directoryEntries(SourceFile file) throws IOException {
        int entries = 0;
        int matched = 0;
        byte[] chunk = new byte[CHUNK_BYTES];
        try (InputStream in = file.open()) {
            for (int n = in.read(chunk); n > 0; n = in.read(chunk)) {
                for (int i = 0; i < n; i++) {
                    matched = chunk[i] == DIRECTORY_ENTRY[matched] ? matched + 1 : chunk[i] == 'P' ? 1 : 0;
                    if (matched == DIRECTORY_ENTRY.length) {
                        entries++;
                        matched = 0;
                    }
                }
            }
        }
        return entries;
    }

    private static Set<String> sheetNames(BoundedPart part) throws XMLStreamException {
        Set<String> names = new HashSet<>();
        XMLStreamReader xml = PartScan.XML.createXMLStreamReader(part);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("sheet")) {
                names.add(String.valueOf(xml.getAttributeValue(null, "name")));
            }
        }
        return names;
    }
}
