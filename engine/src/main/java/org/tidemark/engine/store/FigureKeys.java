package org.tidemark.engine.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.tidemark.engine.table.Key;
import org.tidemark.engine.table.KeyBuilder;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.SeriesId;

/** The keys of {@link FigureStore}: economy, source, indicator, sector, the days of the period, the instant of publication. */
final class FigureKeys {
    /** Of economy, source, indicator and sector. */
    private static final int TEXTS = 4;

    private FigureKeys() {}

    /** Several releases may have said something at one instant. */
    static Key asideKey(Observation said) {
        return figureKey(said.figure())
                .instant(said.published())
                .text(said.batch().release())
                .text(said.batch().load())
                .key();
    }

    static KeyBuilder seriesKey(SeriesId series) {
        return new KeyBuilder()
                .text(series.economy())
                .text(series.source())
                .text(series.indicator())
                .text(series.sector());
    }

    static KeyBuilder figureKey(FigureId figure) {
        return seriesKey(figure.series())
                .day(figure.period().start())
                .day(figure.period().end());
    }

    static Key vintageKey(FigureId figure, Instant published) {
        return figureKey(figure).instant(published).key();
    }

    /** The economy that a key begins with. */
    static String economy(Key key) {
        byte[] all = key.bytes();
        return new String(all, 0, firstZero(all), StandardCharsets.UTF_8);
    }

    /** Behind all keys of an economy: its text ends with a zero, and a one comes after that. */
    static Key behind(String economy) {
        return Key.of((economy + "\u0001").getBytes(StandardCharsets.UTF_8));
    }

    private static int firstZero(byte[] key) {
        int at = 0;
        while (at < key.length && key[at] != 0) {
            at++;
        }
        return at;
    }

    static boolean isOfOneFigure(Key a, Key b) {
        int figure = figureLength(a);
        return figure == figureLength(b) && Arrays.equals(a.bytes(), 0, figure, b.bytes(), 0, figure);
    }

    /** Where the key of a figure ends: four texts that end with a zero byte, and two days. */
    private static int figureLength(Key key) {
        int texts = 0;
        int at = 0;
        while (texts < TEXTS) {
            texts += key.bytes()[at] == 0 ? 1 : 0;
            at++;
        }
        return at + 2 * Integer.BYTES;
    }

    /** Whether a key is of what lies beside what counts at its instant. */
    static boolean isAside(Key key) {
        return key.bytes().length > figureLength(key) + Long.BYTES;
    }

    static boolean isAt(Key key, byte[] instant) {
        int from = figureLength(key);
        return Arrays.equals(key.bytes(), from, from + Long.BYTES, instant, 0, Long.BYTES);
    }
}
