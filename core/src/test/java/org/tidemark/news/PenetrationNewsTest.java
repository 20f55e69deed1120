package org.tidemark.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.tidemark.news.Cells.slot;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.tidemark.estimate.Horizon;
import org.tidemark.news.NewsLine.Kind;

class PenetrationNewsTest {
    private static double sum(News news) {
        return news.before()
                + news.lines().stream().mapToDouble(NewsLine::impact).sum();
    }

    private static NewsLine line(News news, Kind kind) {
        return news.lines().stream().filter(l -> l.kind() == kind).findFirst().orElseThrow();
    }

    @Provide
    Arbitrary<List<Slot>> updates() {
        return Cells.updates();
    }

    @Property(tries = 300)
    void whateverHappensTheLinesMakeTheChange(@ForAll("updates") List<Slot> slots) {
        News news = Cells.news(slots);

        assertThat(sum(news)).isCloseTo(Cells.level(slots, true), within(1e-12 * Math.max(1, news.after())));
        assertThat(news.lines()).isSortedAccordingTo(NewsLine.ORDER);
        long changed = slots.stream()
                .filter(s -> s.isNew() || s.isRevised() || s.isWithdrawn())
                .count();
        assertThat(news.lines().stream().mapToInt(NewsLine::figures).sum()).isEqualTo(changed);
    }

    @Test
    void aNewFigureIsToldByWhatWasExpectedOfIt() {
        News news = Cells.news(
                List.of(slot("INDEED", 0, 5.0, 5.0), slot("INDEED", 1, 5.1, 5.1), slot("INDEED", 2, null, 6.0)));

        NewsLine line = line(news, Kind.NEW_FIGURES);
        assertThat(line.actual()).isCloseTo(6.0, within(1e-12));
        assertThat(line.forecast()).isBetween(5.0, 5.4);
        assertThat(line.surprise()).isPositive();
        assertThat(line.gain()).isBetween(0.1, 1.0);
        assertThat(line.impact()).isPositive();
        assertThat(line.sector()).isEqualTo("TOTAL");
        assertThat(news.lines())
                .extracting(NewsLine::kind)
                .containsExactly(Kind.PASSING_OF_TIME, Kind.NEW_FIGURES, Kind.REWEIGHTING);
    }

    @Test
    void aFigureAsExpectedIsNoNewsAndItsGainIsNotMadeUp() {
        List<Slot> known = List.of(slot("INDEED", 0, 5.0, 5.0), slot("INDEED", 1, 5.1, 5.1));
        News first = Cells.news(List.of(known.get(0), known.get(1), slot("INDEED", 2, null, 6.0)));
        Double expected = line(first, Kind.NEW_FIGURES).forecast();

        News news = Cells.news(List.of(known.get(0), known.get(1), slot("INDEED", 2, null, expected)));

        NewsLine line = line(news, Kind.NEW_FIGURES);
        assertThat(line.gain()).isNull();
        // Each model is surprised a little, since none of them expects just the median.
        assertThat(line.impact()).isCloseTo(0, within(0.05));
    }

    @Test
    void aRewriteIsOneLineThatHasAllItsEffect() {
        News news = Cells.news(List.of(
                slot("INDEED", 0, 5.0, 6.0),
                slot("INDEED", 1, 5.1, 6.1),
                slot("LIGHTCAST", 2, 5.2, 5.2),
                slot("INDEED", 3, 5.3, 6.3)));

        assertThat(news.lines()).hasSize(1);
        NewsLine line = news.lines().get(0);
        assertThat(line.kind()).isEqualTo(Kind.REVISIONS);
        assertThat(line.figures()).isEqualTo(3);
        assertThat(line.surprise()).isCloseTo(1, within(1e-9));
        assertThat(line.impact()).isCloseTo(news.change(), within(1e-12));
        assertThat(line.newest()).isEqualTo(Cells.figure("INDEED", 3).period());
    }

    @Test
    void twoSourcesAtOneInstantHaveALineEach() {
        News news = Cells.news(List.of(
                slot("INDEED", 0, 5.0, 5.0),
                slot("INDEED", 1, 5.1, 5.1),
                slot("INDEED", 2, null, 6.0),
                slot("LIGHTCAST", 3, null, 4.0)));

        List<NewsLine> lines =
                news.lines().stream().filter(l -> l.kind() == Kind.NEW_FIGURES).toList();
        assertThat(lines).extracting(NewsLine::source).containsExactly("INDEED", "LIGHTCAST");
        assertThat(lines.get(0).impact()).isPositive();
        assertThat(lines.get(1).impact()).isNegative();
    }

    @Test
    void aLateFigureIsExpectedFromWhatStandsBeforeIt() {
        News news = Cells.news(
                List.of(slot("INDEED", 0, 5.0, 5.0), slot("LIGHTCAST", 1, null, 9.0), slot("INDEED", 2, 5.2, 5.2)));

        assertThat(news.lines()).hasSize(1);
        assertThat(news.lines().get(0).kind()).isEqualTo(Kind.NEW_FIGURES);
        assertThat(news.lines().get(0).forecast()).isBetween(5.0, 5.4);
    }

    @Test
    void theNewestFigureTakenBackIsAWithdrawalAndNoPassingOfTime() {
        News news = Cells.news(List.of(slot("INDEED", 0, 5.0, 5.0), slot("INDEED", 1, 8.0, null)));

        assertThat(news.lines()).extracting(NewsLine::kind).containsExactly(Kind.WITHDRAWALS);
        assertThat(news.lines().get(0).actual()).isNull();
        assertThat(news.lines().get(0).forecast()).isCloseTo(8.0, within(1e-12));
    }

    @Test
    void anotherMethodIsALineOfItsOwn() {
        List<Slot> slots = List.of(slot("INDEED", 0, 5.0, 5.0), slot("INDEED", 1, null, 5.5));

        News news = PenetrationNews.of(
                new PenetrationNews.Update(Cells.KEY, Cells.NOW, "percent", 4.0, Cells.BEFORE, Cells.RULES),
                null,
                slots,
                Cells.level(slots, true));

        assertThat(line(news, Kind.PARAMETERS).impact()).isCloseTo(Cells.level(slots, false) - 4.0, within(1e-12));
    }

    @Test
    void newsThatDoNotSumUpCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new News(Cells.KEY, Cells.NOW, Horizon.P0D, "percent", 1, 2, List.of()))
                .withMessageContaining("account for every change");
    }
}
