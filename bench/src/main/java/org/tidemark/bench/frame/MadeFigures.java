package org.tidemark.bench.frame;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.tidemark.series.BatchId;
import org.tidemark.series.Event;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.ObservationStatus;
import org.tidemark.series.Period;
import org.tidemark.series.PublishedBasis;
import org.tidemark.series.ReleaseEnd;
import org.tidemark.series.SeriesId;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;

/**
 * Made figures: economies with the same series each, one release a week of an economy with one figure of each series.
 *
 * @param economies how many
 * @param series of each economy: sectors of one indicator
 */
record MadeFigures(int economies, int series) {
    private static final String INDICATOR = "adoption.postings.ai_share";
    private static final String SOURCE = "MADE";
    private static final LocalDate FIRST = LocalDate.parse("2019-01-04");
    private static final int DAYS_APART = 7;
    private static final List<String> CODES = List.of(Locale.getISOCountries());

    MadeFigures {
        if (economies < 1 || economies > CODES.size() || series < 1) {
            throw new IllegalArgumentException("economies %d, series %d of each: write 1 to %d economies and 1 or more series"
                    .formatted(economies, series, CODES.size()));
        }
    }

    /** One week of all economies. Returns how many figures it has. */
    int week(int number, Consumer<Event> out) {
        CODES.subList(0, economies).forEach(economy -> release(economy, number, out));
        return economies * series;
    }

    String economy(int number) {
        return CODES.get(number);
    }

    /** A release of one economy. */
    void release(String economy, int number, Consumer<Event> out) {
        Instant published = published(number);
        BatchId batch = new BatchId(SOURCE, "w" + number, published, "made");
        String unit = Engines.CATALOGUE.units(INDICATOR).get(0);
        for (int i = 0; i < series; i++) {
            SeriesId id = new SeriesId(INDICATOR, economy, i == 0 ? SeriesId.TOTAL : "MADE:s" + i, SOURCE);
            FigureId figure = new FigureId(id, Period.day(day(number)));
            out.accept(new Observation(
                    figure,
                    value(economy, i, number),
                    null,
                    unit,
                    PublishedBasis.STATED,
                    ObservationStatus.NORMAL,
                    batch,
                    i,
                    published,
                    null));
        }
        out.accept(new ReleaseEnd(economy, batch, series, false, false));
    }

    /** An event as a producer of the product sends it. */
    static ProducerRecord<byte[], byte[]> record(Event event, Topics topics, Codecs codecs) {
        return new ProducerRecord<>(
                topics.observations(),
                null,
                event.at().toEpochMilli(),
                event.economy().getBytes(StandardCharsets.UTF_8),
                codecs.events().encode(event));
    }

    private static LocalDate day(int number) {
        return FIRST.plusDays((long) DAYS_APART * number);
    }

    static Instant published(int number) {
        return day(number).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** A slow rise with a wave, other in each series. */
    private static double value(String economy, int i, int number) {
        double phase = economy.hashCode() % 100 + i;
        return 2 + 0.01 * number + 0.2 * StrictMath.sin(0.1 * number + phase);
    }
}
