package org.tidemark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;

/** What every kind keeps, whatever figures it gets; the recipes are those of the vectors. */
class MeasureProperties {
    private static final List<JsonNode> VECTORS = Made.vectors();
    private static final Map<String, Catalogue> CATALOGUES = new ConcurrentHashMap<>();

    @Provide
    Arbitrary<JsonNode> kinds() {
        return Arbitraries.of(VECTORS);
    }

    private static Estimate made(JsonNode vector, List<Made.Row> rows) {
        Catalogue catalogue = CATALOGUES.computeIfAbsent(
                vector.get("name").asText(), name -> Made.catalogue("made", vector.get("recipe")));
        return Made.estimate(catalogue, "made", rows);
    }

    private static List<Made.Row> moved(JsonNode vector, long seed) {
        Random random = new Random(seed);
        return Made.rows(vector.get("figures")).stream()
                .map(r -> new Made.Row(
                        r.indicator(),
                        r.sector(),
                        r.period(),
                        Math.round(r.value() * (0.7 + 0.6 * random.nextDouble()) * 1e6) / 1e6))
                .collect(Collectors.toList());
    }

    @Property(tries = 60)
    void orderOfArrivalChangesNoByte(@ForAll("kinds") JsonNode vector, @ForAll long seed) {
        List<Made.Row> rows = moved(vector, seed);
        List<Made.Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(made(vector, shuffled)).isEqualTo(made(vector, rows));
    }

    @Property(tries = 60)
    void aRevisionEqualsAFreshStart(@ForAll("kinds") JsonNode vector, @ForAll long seed) {
        List<Made.Row> last = moved(vector, seed);
        List<Made.Row> both = new ArrayList<>(moved(vector, seed + 1));
        both.addAll(last);

        assertThat(made(vector, both)).isEqualTo(made(vector, last));
    }

    @Property(tries = 60)
    void aBandHoldsItsValueAndIsFinite(@ForAll("kinds") JsonNode vector, @ForAll long seed) {
        Estimate e = made(vector, moved(vector, seed));

        e.levels().forEach(level -> {
            Banded b = level.band();
            assertThat(List.of(b.lower95(), b.lower80(), b.value(), b.upper80(), b.upper95()))
                    .allSatisfy(x -> assertThat(x).isFinite());
            if (level.pNegative() != null) {
                assertThat(level.pNegative()).isBetween(0.0, 1.0);
            }
        });
    }

    /** By what a change of the unit of all figures multiplies the value: itself, or nothing. */
    private static double scaled(JsonNode vector, double factor) {
        return switch (vector.get("name").asText()) {
            case "frontier: slope of records", "events: a discounted rate" -> factor;
            case "claims: weights and years until decided", "frontier: a lag that is censored" -> Double.NaN;
            case "compose: a product with a prior" -> factor;
            default -> 1;
        };
    }

    @Property(tries = 60)
    void theUnitOfTheFiguresChangesTheUnitOfTheAnswerAndNothingElse(
            @ForAll("kinds") JsonNode vector,
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0.5, max = 20) double factor) {
        double times = scaled(vector, factor);
        // A count is no length: ten times as many events scatter less about their mean. A claim is in points already.
        if (Double.isNaN(times) || vector.get("name").asText().startsWith("events")) {
            return;
        }
        List<Made.Row> rows = moved(vector, seed);
        List<Made.Row> other = rows.stream()
                .map(r -> new Made.Row(r.indicator(), r.sector(), r.period(), r.value() * factor))
                .toList();
        Banded one = made(vector, rows).levels().get(0).band();
        Banded two = made(vector, other).levels().get(0).band();

        double near = 1e-6 * Math.max(1, Math.abs(times * one.value()));
        assertThat(two.value()).isCloseTo(times * one.value(), within(near));
        assertThat(two.upper80())
                .isCloseTo(times * one.upper80(), within(1e-6 * Math.max(1, Math.abs(times * one.upper80()))));
    }

    @Property(tries = 60)
    void aPartThatIsNotHeldWithholdsTheWholeWithItsName(
            @ForAll("kinds") JsonNode vector, @ForAll @IntRange(max = 3) int which) {
        List<String> names = new ArrayList<>();
        vector.get("recipe").get("indicators").fieldNames().forEachRemaining(names::add);
        if (names.size() < 2) {
            return;
        }
        String gone = names.get(which % names.size());
        String text = vector.get("recipe").get("indicators").get(gone).asText();
        List<Made.Row> left = Made.rows(vector.get("figures")).stream()
                .filter(r -> !text.contains(r.indicator()))
                .toList();
        ObjectNode named = vector.get("recipe").deepCopy();
        named.put("scope", "WORLD");

        Estimate e = Made.estimate(Made.catalogue("made", named), "made", left);

        assertThat(e.levels()).isEmpty();
        assertThat(e.withheld()).startsWith("part " + gone + ":").contains("nothing is held of");
    }
}
