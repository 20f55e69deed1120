package org.tidemark.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LikenessTest {
    private static final List<String> WORDS = List.of("show", "up", "replay", "report", "restore");

    @Test
    void aLetterMoreLessOrOtherIsNear() {
        assertThat(Likeness.nearest("shows", WORDS)).contains("show");
        assertThat(Likeness.nearest("sho", WORDS)).contains("show");
        assertThat(Likeness.nearest("shaw", WORDS)).contains("show");
        assertThat(Likeness.nearest("replai", WORDS)).contains("replay");
    }

    @Test
    void lettersThatChangedPlacesAreOneSlip() {
        assertThat(Likeness.nearest("shwo", WORDS)).contains("show");
        assertThat(Likeness.nearest("pu", WORDS)).contains("up");
        assertThat(Likeness.nearest("rpelay", WORDS)).contains("replay");
    }

    @Test
    void whatIsFarIsNothing() {
        assertThat(Likeness.nearest("nonsense", WORDS)).isEmpty();
        assertThat(Likeness.nearest("ohws", WORDS)).isEmpty();
        assertThat(Likeness.nearest("", WORDS)).isEmpty();
    }

    @Test
    void aSlipIsOneLetterAndNoDigit() {
        List<String> known = List.of("adoption.firms.any_use", "adoption.firms.size_1_4");

        assertThat(Likeness.slipOf("adoption.firms.anny_use", known)).contains("adoption.firms.any_use");
        assertThat(Likeness.slipOf("adoption.firms.nay_use", known)).contains("adoption.firms.any_use");
        assertThat(Likeness.slipOf("adoption.firms.size_5_4", known)).isEmpty();
        assertThat(Likeness.slipOf("adoption.firms.cloud", known)).isEmpty();
    }
}
