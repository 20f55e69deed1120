package org.tidemark.producers.btos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.producers.Told;
import org.tidemark.validate.RejectReason;

class AskedQuestionsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    @DisplayName("A24-nothing-covered-exit-0: a question of another number is told with those that are followed")
    void aQuestionOfAnotherNumberIsTold() throws IOException {
        Told told = told(MadeWorkbook.ofOne(null, null, 31, MadeWorkbook.DEMAND, "Increased"));

        assertThat(told.figures).isEmpty();
        assertThat(told.rejected).singleElement().satisfies(r -> {
            assertThat(r.reason()).isEqualTo(RejectReason.UNKNOWN_INDICATOR);
            assertThat(r.detail())
                    .startsWith(
                            "none of its questions is followed: it asks '31', followed are 10, 17, 18, 21, 24, 5, 6, 7");
        });
    }

    @Test
    @DisplayName("A24-nothing-covered-exit-0: a question in other words is told")
    void aQuestionInOtherWordsIsTold() throws IOException {
        Told told = told(MadeWorkbook.ofOne(null, null, 10, "How was demand?", "Increased"));

        assertThat(told.rejected).singleElement().satisfies(r -> assertThat(r.detail())
                .startsWith("question 10 is asked in words that are not followed, 'How was demand?'"));
    }

    @Test
    void questionsThatAreFollowedAreNoTrouble() throws IOException {
        assertThat(told(MadeWorkbook.ofSectors()).rejected).isEmpty();
    }

    private Told told(MadeWorkbook made) throws IOException {
        return Told.by(new BtosWorkbook(), Files.write(folder.resolve("w.xlsx"), made.bytes()));
    }
}
