package org.tidemark.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.news.News;
import org.tidemark.series.Event;
import org.tidemark.streams.topology.ReleaseSent.Figure;

/** News are told of every move and of nothing else; that they sum up is checked by their making. */
class NewsFlowProperties {
    private static final int TRIES = 60;

    @Provide
    Arbitrary<List<ReleaseSent>> releases() {
        return new OrderOfArrivalProperties().releases();
    }

    private record Told(EstimateKey key, double before, double after) {}

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void everyMoveOfALevelHasItsNews(@ForAll("releases") List<ReleaseSent> releases) {
        try (Flow flow = Flow.ofEverything(StoreKind.MEMORY)) {
            releases.forEach(flow::send);

            assertThat(flow.news())
                    .extracting(n -> new Told(n.key(), n.before(), n.after()))
                    .containsExactlyInAnyOrderElementsOf(moves(flow.estimates()));
        }
    }

    private static List<Told> moves(List<Estimate> estimates) {
        Map<EstimateKey, Estimate> last = new HashMap<>();
        List<Told> moves = new ArrayList<>();
        for (Estimate estimate : estimates) {
            Estimate before = last.put(estimate.key(), estimate);
            if (before != null && News.isMove(before, estimate)) {
                moves.add(new Told(
                        estimate.key(),
                        before.level(Horizon.P0D).orElseThrow(),
                        estimate.level(Horizon.P0D).orElseThrow()));
            }
        }
        return moves;
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void theOrderOfFiguresInAReleaseDoesNotShowAndTheSameAgainIsNoNews(
            @ForAll("releases") List<ReleaseSent> releases, @ForAll Random random) {
        try (Flow one = new Flow(StoreKind.MEMORY);
                Flow other = new Flow(StoreKind.MEMORY)) {
            for (ReleaseSent release : releases) {
                List<Figure> figures = new ArrayList<>(release.figures());
                Collections.shuffle(figures, random);
                other.send(new ReleaseSent(
                        release.economy(), release.batch(), figures, release.complete(), release.moreAtInstant()));
            }
            releases.forEach(one::send);
            List<News> told = one.news();

            assertThat(other.news()).isEqualTo(told);
            List<Event> again = releases.get(releases.size() - 1).events();
            assertThat(one.send(again).news()).isEmpty();
        }
    }
}
