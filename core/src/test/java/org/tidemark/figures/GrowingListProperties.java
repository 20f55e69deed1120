package org.tidemark.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Lists that grow, against plain ones. */
class GrowingListProperties {
    @Property(tries = 200)
    void whateverIsDoneItHoldsWhatAPlainListHoldsAndTheOneBeforeStaysAsItWas(
            @ForAll long seed, @ForAll @IntRange(max = 300) int length) {
        Random random = new Random(seed);
        List<Integer> plain = new ArrayList<>();
        GrowingList<Integer> grown = GrowingList.empty();
        for (int i = 0; i < length; i++) {
            List<Integer> plainBefore = List.copyOf(plain);
            GrowingList<Integer> before = grown;
            int value = random.nextInt(3) == 0 ? random.nextInt(500) : 2 * i;
            if (random.nextInt(8) == 0) {
                plain.remove((Integer) value);
                grown = grown.without(value, Comparator.naturalOrder());
            } else {
                if (!plain.contains(value)) {
                    plain.add(value);
                    plain.sort(Comparator.naturalOrder());
                }
                grown = grown.put(value, Comparator.naturalOrder());
            }

            assertThat(grown).isEqualTo(plain);
            assertThat(before).isEqualTo(plainBefore);
            assertThat(before.alike(grown)).isEqualTo(alike(plainBefore, plain));
            assertThat(grown.equals(before)).isEqualTo(plain.equals(plainBefore));
        }
    }

    private static int alike(List<Integer> one, List<Integer> other) {
        int same = 0;
        while (same < Math.min(one.size(), other.size()) && one.get(same).equals(other.get(same))) {
            same++;
        }
        return same;
    }

    @Property(tries = 100)
    void whatIsCutAndFilledAgainIsAsThoughItHadBeenMadeSo(
            @ForAll @IntRange(max = 200) int length, @ForAll @IntRange(max = 200) int cut) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            all.add(i);
        }
        int kept = Math.min(cut, length);

        GrowingList<Integer> filled =
                GrowingList.copyOf(all).first(kept).with(-1).with(all.subList(kept, length));

        List<Integer> expected = new ArrayList<>(all.subList(0, kept));
        expected.add(-1);
        expected.addAll(all.subList(kept, length));
        assertThat(filled).isEqualTo(expected);
        assertThat(filled.alike(GrowingList.copyOf(all))).isEqualTo(kept);
    }
}
