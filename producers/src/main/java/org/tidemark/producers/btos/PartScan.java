package org.tidemark.producers.btos;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.UnreadableFileException;

/**
 * Reads a workbook through once, holding nothing, before it is read in earnest: the spreadsheet reader makes room for
 * whatever a cell's address, a table of strings or a row claims. Uses the reader's own parser, so that both see the same.
 */
final class PartScan {
    static final XMLInputFactory XML = xml();

    /** Ten times the largest workbook of 2025, unpacked. */
    private static final long BYTES_MAX = 256L << 20;

    /** As wide as a sheet may be: columns A to XFD. */
    private static final int CELLS_OF_ROW_MAX = 16_384;

    private static final int COLUMN_LETTERS_MAX = 3;

    /** Strings, styles, formulas: what the reader keeps. A workbook of 2025 has some thousands. */
    private static final int KEPT_ELEMENTS_MAX = 1_000_000;

    /** What the reader lets go row by row, or keeps within a string that is bounded itself. */
    private static final Set<String> PASSING = Set.of("row", "c", "v", "is", "t");

    private long bytesLeft = BYTES_MAX;
    private int keptElements;
    private int cellsOfRow;

    private PartScan() {}

    /**
     * Reads every part once.
     *
     * @throws UnreadableFileException when a bound is passed or a part is no XML
     */
    static void check(SourceFile file) throws IOException {
        PartScan scan = new PartScan();
        try (ZipFile zip = WorkbookPackage.open(file)) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    scan.part(entry.getName(), in);
                }
            }
        } catch (BoundedPart.BoundException e) {
            throw new UnreadableFileException(
                    "%s %s; give the publisher's file".formatted(file.name(), e.getMessage()));
        } catch (UnreadableFileException e) {
            throw e;
        } catch (XMLStreamException | IOException | RuntimeException e) {
            throw new UnreadableFileException(
                    "%s is a broken workbook (%s); download it again".formatted(file.name(), Reasons.of(e)));
        }
    }

    private void part(String name, InputStream in) throws XMLStreamException, IOException {
        BoundedPart part = new BoundedPart(in, bytesLeft);
        try {
            elements(part);
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof BoundedPart.BoundException bound) {
                throw bound;
            }
            // A picture is no XML; a part of another name that the workbook calls a sheet ends where the reader would.
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.endsWith(".xml") || lower.endsWith(".rels")) {
                throw e;
            }
        }
        bytesLeft -= part.bytes();
    }

    private void elements(BoundedPart part) throws XMLStreamException, BoundedPart.BoundException {
        XMLStreamReader xml = XML.createXMLStreamReader(part);
        boolean withinString = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
                continue;
            }
            String element = xml.getLocalName();
            if (element.equals("si") || element.equals("is")) {
                withinString = event == XMLStreamConstants.START_ELEMENT;
            }
            // A string of many pieces is held as one.
            if (!withinString) {
                part.release();
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                count(element, xml);
            }
        }
    }

    private void count(String element, XMLStreamReader xml) throws BoundedPart.BoundException {
        if (element.equals("row")) {
            cellsOfRow = 0;
        } else if (element.equals("c")) {
            cellsOfRow++;
            if (cellsOfRow > CELLS_OF_ROW_MAX || letters(xml.getAttributeValue(null, "r")) > COLUMN_LETTERS_MAX) {
                throw new BoundedPart.BoundException(
                        "has a row wider than the %d columns of a sheet".formatted(CELLS_OF_ROW_MAX));
            }
        } else if (!PASSING.contains(element) && ++keptElements > KEPT_ELEMENTS_MAX) {
            throw new BoundedPart.BoundException(
                    "has more than %d strings, styles and formulas".formatted(KEPT_ELEMENTS_MAX));
        }
    }

    private static int letters(@Nullable String address) {
        if (address == null) {
            return 0;
        }
        int letters = 0;
        for (int at = 0; at < address.length(); at++) {
            letters += Character.isLetter(address.charAt(at)) ? 1 : 0;
        }
        return letters;
    }

    private static XMLInputFactory xml() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
