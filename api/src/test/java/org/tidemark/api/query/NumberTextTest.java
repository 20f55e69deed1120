package org.tidemark.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class NumberTextTest {
    @Test
    void estimatesHaveSixDecimalsAndSmallOnesSixDigits() {
        assertThat(NumberText.estimated(20 + 1.0 / 3)).isEqualTo("20.333333");
        assertThat(NumberText.estimated(1.0 / 30_000)).isEqualTo("0.0000333333");
        assertThat(NumberText.estimated(12.5)).isEqualTo("12.5");
        assertThat(NumberText.estimated(-0.0)).isEqualTo("0");
        assertThat(NumberText.estimated(1_000_000)).isEqualTo("1000000");
    }

    @Test
    void figuresAreAsTheirPublisherWroteThem() {
        assertThat(NumberText.published(0.1)).isEqualTo("0.1");
        assertThat(NumberText.published(15.25)).isEqualTo("15.25");
        assertThat(NumberText.published(6e-7)).isEqualTo("0.0000006");
        assertThat(NumberText.published(123_456_789_012.25)).isEqualTo("123456789012.25");
    }

    @Property
    void whatIsReadAgainPrintsTheSame(@ForAll @DoubleRange(min = -1e9, max = 1e9) double value) {
        String text = NumberText.published(value);

        assertThat(NumberText.published(Double.parseDouble(text))).isEqualTo(text);
    }
}
