package org.tidemark.streams.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.tidemark.engine.table.Entry;
import org.tidemark.engine.table.Key;
import org.tidemark.engine.table.KeyBuilder;
import org.tidemark.engine.table.Table;
import org.tidemark.engine.table.Tables;
import org.tidemark.engine.table.ValueForm;

/** What every adapter promises of its tables. */
abstract class TablesContract {
    private static final ValueForm<String> TEXT = new ValueForm<>() {
        @Override
        public byte[] encode(String value) {
            return value.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String decode(Key key, byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    };

    /** Tables with none but an empty one of that name. */
    protected abstract Tables tables(String name);

    private static Key key(String economy, int number) {
        return new KeyBuilder().text(economy).number(number).key();
    }

    private static Key of(String economy) {
        return new KeyBuilder().text(economy).key();
    }

    private Table<String> filled() {
        Table<String> table = tables("some").table("some", TEXT);
        table.put(key("DE", 2), "two");
        table.put(key("US", -1), "minus one");
        table.put(key("DE", -1), "before");
        table.put(key("DE-BY", 0), "another");
        table.put(key("DE", 1), "one");
        return table;
    }

    private interface Walk {
        boolean walk(Predicate<Entry<String>> wantsMore);
    }

    private static List<String> seen(Walk walk) {
        List<String> seen = new ArrayList<>();
        assertThat(walk.walk(entry -> seen.add(entry.value()))).isTrue();
        return seen;
    }

    @Test
    void whatIsPutIsThereUntilItIsDeleted() {
        Table<String> table = filled();

        assertThat(table.get(key("DE", 1))).isEqualTo("one");
        assertThat(table.get(key("FR", 1))).isNull();
        table.put(key("DE", 1), "once more");
        assertThat(table.delete(key("DE", 1))).isEqualTo("once more");
        assertThat(table.delete(key("DE", 1))).isNull();
        assertThat(table.get(key("DE", 1))).isNull();
    }

    @Test
    void theFirstOfTwoStaysWhereItIsAskedFor() {
        Table<String> table = filled();

        assertThat(table.putIfAbsent(key("DE", 1), "late")).isFalse();
        assertThat(table.putIfAbsent(key("DE", 7), "new")).isTrue();
        assertThat(table.get(key("DE", 1))).isEqualTo("one");
        assertThat(table.get(key("DE", 7))).isEqualTo("new");
    }

    @Test
    void aScanSeesWhatBeginsWithAPrefixInTheOrderOfTheParts() {
        Table<String> table = filled();

        assertThat(seen(wantsMore -> table.scan(of("DE"), wantsMore))).containsExactly("before", "one", "two");
        assertThat(seen(wantsMore -> table.scan(Key.EMPTY, wantsMore)))
                .containsExactly("before", "one", "two", "another", "minus one");
        assertThat(seen(wantsMore -> table.scan(of("FR"), wantsMore))).isEmpty();
    }

    @Test
    void aRangeIncludesBothItsEnds() {
        Table<String> table = filled();

        assertThat(seen(wantsMore -> table.range(key("DE", 1), key("DE", 2), wantsMore)))
                .containsExactly("one", "two");
        assertThat(seen(wantsMore -> table.range(key("DE", 0), of("DE").end(), wantsMore)))
                .containsExactly("one", "two");
        assertThat(seen(wantsMore -> table.range(key("DE", 2), null, wantsMore)))
                .containsExactly("two", "another", "minus one");
        assertThat(seen(wantsMore -> table.range(key("DE", 2), key("DE", 1), wantsMore)))
                .isEmpty();
    }

    @Test
    void backwardsItIsTheSameTheOtherWayRound() {
        Table<String> table = filled();

        assertThat(seen(wantsMore -> table.reverseRange(of("DE"), key("DE", 1), wantsMore)))
                .containsExactly("one", "before");
        Entry<String> last = table.lastUpTo(of("DE"), key("DE", 0));
        assertThat(last).isNotNull();
        assertThat(last.value()).isEqualTo("before");
        assertThat(last.key()).isEqualTo(key("DE", -1));
        assertThat(table.lastUpTo(of("FR"), key("FR", 9))).isNull();
    }

    @Test
    void aWalkEndsWhereNoMoreIsWanted() {
        Table<String> table = filled();
        List<String> seen = new ArrayList<>();

        boolean whole = table.scan(of("DE"), entry -> {
            seen.add(entry.value());
            return seen.size() < 2;
        });

        assertThat(whole).isFalse();
        assertThat(seen).containsExactly("before", "one");
    }

    @Test
    void whatIsNotRetainedIsGoneAndNothingElse() {
        Table<String> table = filled();

        table.retain(of("DE"), Set.of(key("DE", 1)));

        assertThat(seen(wantsMore -> table.scan(Key.EMPTY, wantsMore))).containsExactly("one", "another", "minus one");
        table.deleteRange(key("DE", 0), of("DE").end());
        assertThat(seen(wantsMore -> table.scan(Key.EMPTY, wantsMore))).containsExactly("another", "minus one");
    }
}
