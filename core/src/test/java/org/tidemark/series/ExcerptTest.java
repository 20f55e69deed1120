package org.tidemark.series;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "DE", "Türkiye 日本 🇩🇪", "1234567890123456789012345678901234567890"})
    void shortHonestTextIsShownAsItIs(String text) {
        assertThat(Excerpt.of(text)).isEqualTo(text);
    }

    @Test
    void longTextIsCutAfterFortyCharacters() {
        assertThat(Excerpt.of("x".repeat(41))).isEqualTo("x".repeat(40) + "...");
        assertThat(Excerpt.of("x".repeat(50_000_000))).isEqualTo("x".repeat(40) + "...");
    }

    @Test
    void noCharacterIsCutInTwo() {
        assertThat(Excerpt.of("😀".repeat(41))).isEqualTo("😀".repeat(40) + "...");
        assertThat(Excerpt.of("😀".repeat(40))).isEqualTo("😀".repeat(40));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\n", "\r", "\t", "\0", "\u001b", "\u0085", "\u2028", "\u2029", "\u202e", "\ufeff", "\ud83d"})
    void whatALogOrATerminalObeysIsNotShown(String obeyed) {
        assertThat(Excerpt.of("a" + obeyed + "b")).isEqualTo("a?b");
    }
}
