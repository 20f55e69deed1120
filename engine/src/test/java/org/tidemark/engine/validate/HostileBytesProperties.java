package org.tidemark.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.engine.output.Output;
import org.tidemark.engine.validate.ValidateStage.Outlet;
import org.tidemark.series.BatchId;
import org.tidemark.series.Event;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.ObservationStatus;
import org.tidemark.series.Period;
import org.tidemark.series.PublishedBasis;
import org.tidemark.series.ReleaseEnd;
import org.tidemark.series.SeriesId;
import org.tidemark.series.Watermark;
import org.tidemark.validate.RejectReason;
import org.tidemark.validate.Rejection;
import org.tidemark.validate.Validator;
import org.tidemark.wire.Codecs;

/** Whatever bytes arrive, each record is answered by one judgement or one rejection, and never by an exception. */
class HostileBytesProperties {
    private static final Codecs CODECS = Codecs.singleObject();
    private static final Validator VALIDATOR = new Validator(ShippedCatalogue.with(List.of()));
    private static final int HEADER_BYTES = 10;
    private static final Instant PUBLISHED = Instant.parse("2024-05-17T23:59:59.999Z");
    private static final BatchId BATCH = new BatchId("RAMP", "r", PUBLISHED, "load");
    private static final Event OBSERVED = new Observation(
            new FigureId(new SeriesId("adoption.firms.any_use", "DE", "TOTAL", "RAMP"), Period.parse("2023")),
            11.8,
            0.2,
            "percent",
            PublishedBasis.STATED,
            ObservationStatus.NORMAL,
            BATCH,
            0,
            PUBLISHED,
            "note");
    private static final Event CLOSED = new ReleaseEnd("DE", BATCH, 1, true, false);

    private static List<Object> answers(byte[] value) {
        List<Object> answers = new ArrayList<>();
        ValidateStage stage = new ValidateStage(VALIDATOR, FutureGuard.NONE, CODECS, () -> PUBLISHED, new Outlet() {
            @Override
            public void judged(String economy, Judged judged, Instant at) {
                answers.add(judged);
            }

            @Override
            public void closed(Watermark closing, Instant at) {
                answers.add(closing);
            }

            @Override
            public void refused(Output.Refused refused) {
                answers.add(refused.rejection());
            }
        });
        stage.accept(Received.record(new byte[] {'D', 'E'}, value, PUBLISHED.toEpochMilli(), "here"));
        return answers;
    }

    /** Passed on; or rejected; or rejected with its place kept. */
    private static void assertAnswered(byte[] value) {
        List<Object> answers = answers(value);
        assertThat(answers).hasSizeBetween(1, 2);
        boolean rejected = answers.get(0) instanceof Rejection;
        if (rejected) {
            assertThat(((Rejection) answers.get(0)).original()).isEqualTo(value);
            assertThat(answers.subList(1, answers.size())).allMatch(Judged.Refused.class::isInstance);
        } else {
            assertThat(answers).hasSize(1).allMatch(a -> a instanceof Judged.Good || a instanceof Judged.Closing);
        }
    }

    private static byte[] encoded(boolean closing) {
        return CODECS.events().encode(closing ? CLOSED : OBSERVED);
    }

    @Property(tries = 2_000)
    void aRecordWithSomeBytesTurnedIsJudgedOrRejected(
            @ForAll boolean closing, @ForAll @IntRange(min = 1, max = 8) int turned, @ForAll Random random) {
        byte[] bytes = encoded(closing);
        for (int i = 0; i < turned; i++) {
            bytes[HEADER_BYTES + random.nextInt(bytes.length - HEADER_BYTES)] = (byte) random.nextInt();
        }

        assertAnswered(bytes);
    }

    @Property(tries = 500)
    void anyBytesBehindAHeaderOfOursAreJudgedOrRejected(@ForAll boolean closing, @ForAll byte[] body) {
        byte[] bytes = Arrays.copyOf(encoded(closing), HEADER_BYTES + body.length);
        System.arraycopy(body, 0, bytes, HEADER_BYTES, body.length);

        assertAnswered(bytes);
    }

    @Property(tries = 100)
    void arbitraryBytesAreMalformed(@ForAll byte[] bytes) {
        assertThat(answers(bytes)).singleElement().isInstanceOfSatisfying(Rejection.class, r -> assertThat(r.reason())
                .isEqualTo(RejectReason.MALFORMED));
    }

    @Example
    void aTextThatClaimsToBeTwoGigabytesIsMalformed() {
        byte[] header = Arrays.copyOf(encoded(false), HEADER_BYTES + 5);
        // Zigzag of 2,147,483,639, the longest text that Avro would make room for.
        System.arraycopy(new byte[] {(byte) 0xEE, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0F}, 0, header, 10, 5);

        assertAnswered(header);
    }
}
