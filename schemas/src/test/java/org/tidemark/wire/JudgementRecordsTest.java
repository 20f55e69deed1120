package org.tidemark.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.judge.Assessment;
import org.tidemark.judge.PartId;
import org.tidemark.judge.Scores;

/** A judgement and a decision come back as they were sent. */
class JudgementRecordsTest {
    private final Codecs codecs = Codecs.singleObject();

    @Test
    void aJudgementComesBackWhole() throws UndecodableException {
        byte[] bytes = codecs.judgements().encode(Samples.JUDGEMENT);

        assertThat(codecs.judgements().decode(bytes)).isEqualTo(Samples.JUDGEMENT);
    }

    @Test
    void aJudgementWithoutAnythingOptionalComesBack() throws UndecodableException {
        Assessment bare = new Assessment(
                new PartId("DE", "adoption.firms.any_use", Samples.BATCH),
                new Scores(1, 0, 0, 0, 0, null, 0, 0, 0, 0),
                List.of(),
                Assessment.Status.ACCEPTED,
                0,
                "",
                List.of(),
                null);

        assertThat(codecs.judgements().decode(codecs.judgements().encode(bare))).isEqualTo(bare);
    }

    @Test
    void aDecisionIsAnEventOfTheLog() throws UndecodableException {
        assertThat(codecs.events().decode(codecs.events().encode(Samples.DECISION)))
                .isEqualTo(Samples.DECISION);
    }
}
