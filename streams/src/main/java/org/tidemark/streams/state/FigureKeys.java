package org.tidemark.streams.state;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.SeriesId;

/** The keys of {@link FigureStore}: economy, source, indicator, sector, the days of the period, the instant of publication. */
final class FigureKeys {
    /** Of economy, source, indicator and sector. */
    private static final int TEXTS = 4;

    private FigureKeys() {}

    /** Several releases may have said something at one instant. */
    static Bytes asideKey(Observation said) {
        return figureKey(said.figure())
                .instant(said.published())
                .text(said.batch().release())
                .text(said.batch().load())
                .bytes();
    }

    static StoreKey seriesKey(SeriesId series) {
        return new StoreKey()
                .text(series.economy())
                .text(series.source())
                .text(series.indicator())
                .text(series.sector());
    }

    static StoreKey figureKey(FigureId figure) {
        return seriesKey(figure.series())
                .day(figure.period().start())
                .day(figure.period().end());
    }

    static Bytes vintageKey(FigureId figure, Instant published) {
        return figureKey(figure).instant(published).bytes();
    }

    /** The economy that a key begins with. */
    static String economy(Bytes key) {
        byte[] all = key.get();
        return new String(all, 0, firstZero(all), StandardCharsets.UTF_8);
    }

    /** Behind all keys of an economy: its text ends with a zero, and a one comes after that. */
    static Bytes behind(String economy) {
        return Bytes.wrap((economy + "\u0001").getBytes(StandardCharsets.UTF_8));
    }

    private static int firstZero(byte[] key) {
        int at = 0;
        while (at < key.length && key[at] != 0) {
            at++;
        }
        return at;
    }

    static boolean isOfOneFigure(Bytes a, Bytes b) {
        int figure = figureLength(a);
        return figure == figureLength(b) && Arrays.equals(a.get(), 0, figure, b.get(), 0, figure);
    }

    /** Where the key of a figure ends: four texts that end with a zero byte, and two days. */
    private static int figureLength(Bytes key) {
        int texts = 0;
        int at = 0;
        while (texts < TEXTS) {
            texts += key.get()[at] == 0 ? 1 : 0;
            at++;
        }
        return at + 2 * Integer.BYTES;
    }

    static boolean isAt(Bytes key, byte[] instant) {
        int from = figureLength(key);
        return Arrays.equals(key.get(), from, from + Long.BYTES, instant, 0, Long.BYTES);
    }
}
