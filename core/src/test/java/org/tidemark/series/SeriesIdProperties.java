package org.tidemark.series;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;

class SeriesIdProperties {
    @Property
    void anyTextIsAnEconomyOrOneClearLine(@ForAll @Chars({'A', 'Z', '0', '-', '_', '\n', 'é'}) String text) {
        try {
            assertThat(new SeriesId("adoption.x", text, "TOTAL", "X").economy()).hasSizeBetween(2, 24);
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).hasLineCount(1).hasSizeLessThan(200);
        }
    }
}
