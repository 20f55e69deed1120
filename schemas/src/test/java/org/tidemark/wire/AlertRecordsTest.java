package org.tidemark.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.alert.AlertEvent;
import org.tidemark.alert.AlertState;

/** An alert and how it stands come back as they were written. */
class AlertRecordsTest {
    private final Codecs codecs = Codecs.singleObject();

    @Test
    void anAlertComesBackAsItWasSaid() throws UndecodableException {
        byte[] bytes = codecs.alerts().encode(Samples.ALERT);

        assertThat(codecs.alerts().decode(bytes)).isEqualTo(Samples.ALERT);
    }

    @Test
    void anAlertThatNothingIsLeftOfHasNoNumberAndNoPeriod() throws UndecodableException {
        AlertEvent a = Samples.ALERT;
        AlertEvent bare = new AlertEvent(
                a.key(),
                AlertEvent.Kind.RETRACTED,
                a.asOf(),
                0,
                null,
                a.unit(),
                null,
                List.of(),
                a.severity(),
                a.audience(),
                a.message(),
                a.rules(),
                AlertEvent.Attribution.NOT_ASKED);

        assertThat(codecs.alerts().decode(codecs.alerts().encode(bare))).isEqualTo(bare);
    }

    @Test
    void aStandingComesBackAsItWasKept() throws UndecodableException {
        byte[] bytes = codecs.standings().encode(Samples.STANDING);

        assertThat(codecs.standings().decode(bytes)).isEqualTo(Samples.STANDING);
    }

    @Test
    void oneThatWasNeverRaisedComesBackToo() throws UndecodableException {
        AlertState quiet = AlertState.quiet(Samples.ALERT_KEY);

        assertThat(codecs.standings().decode(codecs.standings().encode(quiet))).isEqualTo(quiet);
    }
}
