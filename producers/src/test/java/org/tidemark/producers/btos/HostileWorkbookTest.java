package org.tidemark.producers.btos;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.StatedFigure;
import org.tidemark.producers.Told;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.validate.RejectReason;

class HostileWorkbookTest {
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final long HELD_BYTES_MAX = 64L << 20;

    @TempDir
    Path folder = Path.of("");

    @Test
    void cellFarOutsideTheSheetMakesNoRoomForItself() throws IOException {
        Path file = spoilt(xml -> xml.replaceFirst("r=\"A1\"", "r=\"ZZZZZZ1\""));
        assertRefusedInLittleMemory(file, "has a row wider than the 16384 columns of a sheet; ");
    }

    @Test
    void rowOfMoreCellsThanASheetHasIsRefused() throws IOException {
        Path file = spoilt(xml -> xml.replaceFirst("<c ", "<c/>".repeat(20_000) + "<c "));
        assertRefusedInLittleMemory(file, "has a row wider than the 16384 columns of a sheet; ");
    }

    @Test
    void textWithoutEndIsRefusedBeforeItIsHeld() throws IOException {
        Path file = spoilt(xml -> xml.replaceFirst("<sheetData", "<!-- " + " ".repeat(100 << 20) + " --><sheetData"));
        assertRefusedInLittleMemory(file, "holds a text of more than 2097152 bytes; ");
    }

    @Test
    void workbookThatUnpacksToAMultipleOfAnyHonestOneIsRefused() throws IOException {
        Path file = folder.resolve("bomb.xlsx");
        byte[] rows = "<row></row>".repeat(1 << 16).getBytes(UTF_8);
        try (ZipOutputStream zip = zip(file)) {
            zip.putNextEntry(new ZipEntry(SHEET));
            zip.write("<sheetData>".getBytes(UTF_8));
            for (int written = 0; written < 257 << 20; written += rows.length) {
                zip.write(rows);
            }
        }
        assertRefused(file, "unpacks to more than the 268435456 bytes that any BTOS workbook has; ");
    }

    @Test
    void fileLargerThanAnyHonestOneIsNotOpened() throws IOException {
        Path file = folder.resolve("large.xlsx");
        Files.write(file, MadeWorkbook.ofSectors().bytes());
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(33L << 20);
        }
        assertRefusedInLittleMemory(file, "has 34603008 bytes, a BTOS workbook at most 33554432; ");
        assertThat(new BtosWorkbook().recognises(new SourceFile(file))).isFalse();
    }

    @Test
    void zipOfThousandsOfPartsIsNotOpened() throws IOException {
        Path file = folder.resolve("parts.xlsx");
        try (ZipOutputStream zip = zip(file)) {
            for (int i = 0; i <= 1_000; i++) {
                zip.putNextEntry(new ZipEntry("part" + i));
            }
        }
        assertRefusedInLittleMemory(file, "has more than 1000 parts; ");
    }

    @Test
    void entityThatNamesAFileIsNotFollowed() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "11.3%");
        Path file = spoilt(xml -> xml.replaceFirst(
                        "<worksheet",
                        "<!DOCTYPE worksheet [<!ENTITY secret SYSTEM \"%s\">]><worksheet".formatted(secret.toUri()))
                .replaceFirst("<v>[^<]*</v>", "<v>&secret;</v>"));
        assertThatThrownBy(() -> Told.by(new BtosWorkbook(), file)).isInstanceOf(UnreadableFileException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PK\u0003\u0004", "no workbook at all", "<html></html>"})
    void whatIsNoWorkbookIsSaidToBeNone(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("download.xlsx"), content);
        assertThat(new BtosWorkbook().recognises(new SourceFile(file))).isFalse();
        assertThatThrownBy(() -> Told.by(new BtosWorkbook(), file))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageStartingWith("download.xlsx is ")
                .hasMessageContaining("; ");
    }

    @Test
    void brokenSheetIsFoundBeforeAnythingIsTold() throws IOException {
        Path file = spoilt(xml -> xml.substring(0, xml.length() / 2));
        Told told = new Told();
        assertThatThrownBy(() -> new BtosWorkbook().read(new SourceFile(file), told))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageStartingWith("spoilt.xlsx is a broken workbook (");
        assertThat(told.cells()).isZero();
    }

    @Test
    void faultOfTheSinkIsNotTakenForABrokenWorkbook() throws IOException {
        Path file = Files.write(
                folder.resolve("good.xlsx"), MadeWorkbook.ofSectors().bytes());
        FigureSink full = new FigureSink() {
            @Override
            public void figure(StatedFigure figure) {
                throw new IllegalStateException("full");
            }

            @Override
            public void skipped(SkipReason reason) {}

            @Override
            public void rejected(RejectReason reason, String where, String detail, byte[] original) {}
        };
        assertThatThrownBy(() -> new BtosWorkbook().read(new SourceFile(file), full))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("full");
    }

    private static void assertRefusedInLittleMemory(Path file, String message) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertRefused(file, message);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(HELD_BYTES_MAX);
    }

    private static void assertRefused(Path file, String message) {
        assertThatThrownBy(() -> Told.by(new BtosWorkbook(), file))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage("%s %sgive the publisher's file", file.getFileName(), message);
    }

    private Path spoilt(UnaryOperator<String> sheet) throws IOException {
        Path file = folder.resolve("spoilt.xlsx");
        SourceFile made = new SourceFile(Files.write(
                folder.resolve("good.xlsx"), MadeWorkbook.ofSectors().bytes()));
        try (ZipFile good = WorkbookPackage.open(made);
                ZipOutputStream bad = zip(file)) {
            for (ZipArchiveEntry entry : Collections.list(good.getEntries())) {
                byte[] part = good.getInputStream(entry).readAllBytes();
                bad.putNextEntry(new ZipEntry(entry.getName()));
                bad.write(
                        entry.getName().equals(SHEET)
                                ? sheet.apply(new String(part, UTF_8)).getBytes(UTF_8)
                                : part);
            }
        }
        return file;
    }

    private static ZipOutputStream zip(Path file) throws IOException {
        OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setLevel(1);
        return zip;
    }
}
