package org.tidemark.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tidemark.engine.table.KeyBuilder;

class LocalRowsTest {
    private final List<String> walked = new ArrayList<>();
    private final List<String> written = new ArrayList<>();

    private LocalRows<String> rows(Cursor from, String... all) {
        Walk<String> walk = wantsMore -> {
            for (String row : all) {
                walked.add(row);
                if (!wantsMore.test(row)) {
                    return;
                }
            }
        };
        RowText<String> text = new RowText<>() {
            @Override
            public byte[] of(String row) {
                written.add(row);
                return new byte[0];
            }

            @Override
            public String header() {
                return "";
            }
        };
        Question<String> question = new Question<>(
                "rows",
                Economies.ALL,
                Set.of(),
                stores -> walk,
                row -> new KeyBuilder().text(row).key(),
                out -> {
                    throw new AssertionError("rows are not made as CSV here");
                },
                (json, row) -> json.writeString(row));
        return new LocalRows<>(walk, question, text, 10, from);
    }

    @Test
    void whetherThereIsARowIsKnownFromTheFirstAndNoneIsWritten() {
        assertThat(rows(Cursor.BEGIN, "a", "b", "c").isEmpty()).isFalse();
        assertThat(walked).containsExactly("a");
        assertThat(written).isEmpty();
    }

    @Test
    void whereThereIsNoneItIsEmpty() {
        assertThat(rows(Cursor.BEGIN).isEmpty()).isTrue();
    }

    @Test
    void rowsAreCountedWithoutWritingThem() {
        assertThat(rows(Cursor.BEGIN, "a", "b", "c").count()).isEqualTo(3);
        assertThat(written).isEmpty();
    }
}
