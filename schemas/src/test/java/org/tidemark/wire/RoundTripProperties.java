package org.tidemark.wire;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tidemark.estimate.Estimate;
import org.tidemark.news.News;
import org.tidemark.release.Load;
import org.tidemark.release.ReleaseOutcome;
import org.tidemark.series.Observation;
import org.tidemark.series.ReleaseEnd;
import org.tidemark.validate.Rejection;

/** What is written is read back the same, and writing it again gives the same bytes. */
class RoundTripProperties {
    private final Codecs codecs = Codecs.singleObject();

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void anObservationIsReadBackAsItWas(@ForAll("observations") Observation value) throws UndecodableException {
        assertReadBack(codecs.events(), value);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void aClosingIsReadBackAsItWas(@ForAll("closings") ReleaseEnd value) throws UndecodableException {
        assertReadBack(codecs.events(), value);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void anEstimateIsReadBackAsItWas(@ForAll("estimates") Estimate value) throws UndecodableException {
        assertReadBack(codecs.estimates(), value);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void newsAreReadBackAsTheyWere(@ForAll("news") News value) throws UndecodableException {
        assertReadBack(codecs.news(), value);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void aRejectionIsReadBackAsItWas(@ForAll("rejections") Rejection value) throws UndecodableException {
        assertReadBack(codecs.rejections(), value);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void aLoadIsReadBackAsItWas(@ForAll("loads") Load value) throws UndecodableException {
        assertReadBack(codecs.loads(), value);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void anOutcomeIsReadBackAsItWas(@ForAll("outcomes") ReleaseOutcome value) throws UndecodableException {
        assertReadBack(codecs.outcomes(), value);
    }

    private static <T> void assertReadBack(Codec<T> codec, T value) throws UndecodableException {
        byte[] bytes = codec.encode(value);

        T read = codec.decode(bytes);

        if (value instanceof Rejection rejection) {
            assertSame((Rejection) read, rejection);
        } else {
            assertThat(read).isEqualTo(value);
        }
        assertThat(codec.encode(read)).isEqualTo(bytes);
    }

    /** The only record whose equality does not reach into its bytes. */
    private static void assertSame(Rejection read, Rejection value) {
        assertThat(read.original()).isEqualTo(value.original());
        assertThat(read).usingRecursiveComparison().ignoringFields("original").isEqualTo(value);
    }

    @Provide
    Arbitrary<Observation> observations() {
        return Generated.observations();
    }

    @Provide
    Arbitrary<ReleaseEnd> closings() {
        return Generated.closings();
    }

    @Provide
    Arbitrary<Estimate> estimates() {
        return GeneratedEstimates.estimates();
    }

    @Provide
    Arbitrary<News> news() {
        return GeneratedNews.news();
    }

    @Provide
    Arbitrary<Rejection> rejections() {
        return Generated.rejections();
    }

    @Provide
    Arbitrary<Load> loads() {
        return Generated.loads();
    }

    @Provide
    Arbitrary<ReleaseOutcome> outcomes() {
        return Generated.outcomes();
    }
}
