package org.tidemark.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PublicationDateProperties {
    @Property
    void anyTextIsADateOrOneClearLine(@ForAll("texts") String text) {
        try {
            Instant published = PublicationDate.parse(text);
            assertThat(Instant.ofEpochMilli(published.toEpochMilli())).isEqualTo(published);
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage())
                    .hasLineCount(1)
                    .hasSizeLessThan(200)
                    .contains("is no publication date")
                    .contains("write 2024-05, 2024-05-17 or ");
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("0123456789-:T.Z+\n ").ofMaxLength(30),
                Arbitraries.strings().withChars("0123456789-").ofLength(10),
                Arbitraries.strings().withChars("0123456789-").ofLength(7),
                Arbitraries.strings());
    }
}
