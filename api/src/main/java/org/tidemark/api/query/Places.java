package org.tidemark.api.query;

import org.tidemark.alert.AlertEvent;
import org.tidemark.engine.table.Key;
import org.tidemark.engine.table.KeyBuilder;
import org.tidemark.judge.Assessment;
import org.tidemark.series.BatchId;
import org.tidemark.series.Observation;
import org.tidemark.series.SeriesId;

/**
 * The place of each row in the order of its list, which is the order of the store that it is read from. A list that tells
 * one thing of each cell has a place for each cell; one that tells all of its past, one for each instant too.
 */
final class Places {
    private Places() {}

    static Key observation(Observation said) {
        return figureKey(said).instant(said.published()).key();
    }

    /** What is believed of a figure may have been published since: it has one place whatever it is. */
    static Key figure(Observation said) {
        return figureKey(said).key();
    }

    private static KeyBuilder figureKey(Observation said) {
        SeriesId series = said.figure().series();
        return new KeyBuilder()
                .text(series.economy())
                .text(series.source())
                .text(series.indicator())
                .text(series.sector())
                .day(said.figure().period().start())
                .day(said.figure().period().end());
    }

    static Key judgement(Assessment judgement) {
        BatchId batch = judgement.part().batch();
        return new KeyBuilder()
                .text(judgement.part().economy())
                .text(batch.source())
                .text(judgement.part().indicator())
                .instant(batch.published())
                .text(batch.release())
                .text(batch.load())
                .key();
    }

    static Key smoothed(SmoothedRow row) {
        return KeyBuilder.ofCell(row.key())
                .day(row.point().period().start())
                .day(row.point().period().end())
                .key();
    }

    static Key alert(AlertEvent event) {
        return alertKey(event).key();
    }

    static Key alertEvent(AlertEvent event) {
        return alertKey(event).instant(event.asOf()).text(event.kind().name()).key();
    }

    private static KeyBuilder alertKey(AlertEvent event) {
        return new KeyBuilder()
                .text(event.key().economy())
                .text(event.key().rule())
                .text(event.key().sector())
                .text(event.key().concept())
                .text(event.key().subject());
    }

    /** Indicators come before families. */
    static Key indicator(IndicatorRow row) {
        return new KeyBuilder()
                .number(row.kind().equals("family") ? 1 : 0)
                .text(row.indicator().id())
                .key();
    }
}
