package org.tidemark.producers.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiniteNumberTest {
    @ParameterizedTest
    @CsvSource({"11.3,11.3", "-4,-4", "+4,4", "1e3,1000", "1E-3,0.001", ".5,0.5", "5.,5", "007,7"})
    void readsWhatEveryProgramWrites(String text, double value) {
        assertThat(FiniteNumber.parse(text)).hasValue(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "NaN",
                "Infinity",
                "-Infinity",
                "1,5",
                "1 000",
                "1e999",
                "0x1p3",
                "1d",
                "1f",
                "=1+1",
                "11.3%",
                "-",
                "e",
                "1-2",
                "--1",
                "\u0661"
            })
    void readsNothingElse(String text) {
        assertThat(FiniteNumber.parse(text)).isEmpty();
    }

    @Property
    void readsEveryFiniteDoubleThatJavaWrites(@ForAll double value) {
        assertThat(FiniteNumber.parse(Double.toString(value))).hasValue(value);
    }

    @Property
    void neverFailsWhateverTheText(@ForAll String text) {
        FiniteNumber.parse(text).ifPresent(value -> assertThat(value).isFinite());
    }

    @Test
    void complaintNamesColumnTextAndRemedyOnOneLine() {
        assertThat(FiniteNumber.complaint("value", "=1\n+1"))
                .isEqualTo(
                        "value '=1?+1' is no finite number; write it with a decimal point, such as 11.3 or 1e3, and leave it empty when there is none");
    }
}
