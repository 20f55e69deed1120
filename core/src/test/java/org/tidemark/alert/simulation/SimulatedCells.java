package org.tidemark.alert.simulation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import org.tidemark.catalogue.AlertRule;
import org.tidemark.catalogue.Catalogue;

/** Cells of every measure that a shipped rule watches, by the calendars that there are for it; ten years each. */
final class SimulatedCells {
    static final int YEARS = 10;

    /** Of the releases of a source, those that revise nothing: one of the five of the US in docs/methods/judging.md. */
    private static final double UNREVISED = 0.2;
    /** Of an answer of all firms, percentage points. */
    private static final double BTOS_ERROR = 0.3;
    /** Of a panel of workers, percentage points. */
    private static final double PANEL_ERROR = 1;

    private static final String PENETRATION = "penetration";
    private static final String CONTRAST = "displacement.contrast";
    private static final String GAP = "demand_gap";
    private static final String POOL = "penetration.pooled";
    private static final String VERDICT = "divergence.verdict";
    private static final String RELEASES = "";

    private final Catalogue catalogue;
    private final long seed;
    private final Map<String, Map<Calendar, List<Cell>>> byMeasure = new HashMap<>();

    private SimulatedCells(Catalogue catalogue, long seed) {
        this.catalogue = catalogue;
        this.seed = seed;
    }

    /** Draws all of them; a seed gives the same ones. */
    static SimulatedCells draw(Catalogue catalogue, long seed) {
        SimulatedCells all = new SimulatedCells(catalogue, seed);
        all.penetration();
        all.contrasts();
        all.gaps();
        all.pools();
        all.panels();
        all.releases();
        all.measures();
        return all;
    }

    private void penetration() {
        penetration(Calendar.WEEKLY, "adoption.postings.ai_share", 0, 25);
        penetration(Calendar.BIWEEKLY, "adoption.firms.goods_services", BTOS_ERROR, 40);
        penetration(Calendar.HALF_YEARLY, "adoption.people.any_use", 0, 200);
        penetration(Calendar.YEARLY, "adoption.firms.any_use", 0, 300);
    }

    private void penetration(Calendar calendar, String indicator, double standardError, int cells) {
        PenetrationWorld world = new PenetrationWorld(catalogue, calendar, indicator, standardError, YEARS);
        add(PENETRATION, calendar, cells, random -> List.of(world.draw(random)));
    }

    private void contrasts() {
        contrast(Calendar.WEEKLY, "postings");
        contrast(Calendar.BIWEEKLY, "firms.employees");
        contrast(Calendar.MONTHLY, "wages.posted");
    }

    private void contrast(Calendar calendar, String recipe) {
        ContrastWorld world = new ContrastWorld(catalogue, calendar, recipe, YEARS);
        add(CONTRAST, calendar, 50, random -> List.of(world.draw(random)));
    }

    private void gaps() {
        gap(Calendar.MONTHLY, "consumption.real");
        gap(Calendar.BIWEEKLY, "firms.employees");
    }

    private void gap(Calendar calendar, String recipe) {
        GapWorld world = new GapWorld(catalogue, calendar, recipe, YEARS);
        add(GAP, calendar, 80, random -> List.of(world.draw(random)));
    }

    private void pools() {
        PoolWorld.Instrument people =
                new PoolWorld.Instrument(Calendar.HALF_YEARLY, "adoption.people.any_use", "MICROSOFT_AIEI", 0);
        PoolWorld europe =
                pool("DE", new PoolWorld.Instrument(Calendar.YEARLY, "adoption.firms.any_use", "EUROSTAT", 0), people);
        PoolWorld states = pool(
                "US",
                new PoolWorld.Instrument(Calendar.BIWEEKLY, "adoption.firms.goods_services", "CENSUS_BTOS", BTOS_ERROR),
                people,
                new PoolWorld.Instrument(Calendar.HALF_YEARLY, "adoption.workers.any_use", "RPS", PANEL_ERROR));
        add(POOL, Calendar.YEARLY, 60, europe::draw);
        add(POOL, Calendar.BIWEEKLY, 5, states::draw);
    }

    private PoolWorld pool(String economy, PoolWorld.Instrument... instruments) {
        return new PoolWorld(catalogue, economy, List.of(instruments), YEARS);
    }

    private void panels() {
        PanelWorld world = new PanelWorld(catalogue, Calendar.HALF_YEARLY, "people.any_use", 147, 0.06, 0.01, YEARS);
        PanelWorld europe = new PanelWorld(catalogue, Calendar.YEARLY, "firms.any_use", 27, 0.15, 0.03, YEARS);
        add(VERDICT, Calendar.HALF_YEARLY, 150, random -> List.of(world.draw(random)));
        add(VERDICT, Calendar.YEARLY, 150, random -> List.of(europe.draw(random)));
    }

    private void releases() {
        release(Calendar.WEEKLY, 10);
        release(Calendar.BIWEEKLY, 15);
        release(Calendar.MONTHLY, 30);
        release(Calendar.HALF_YEARLY, 60);
        release(Calendar.YEARLY, 2);
    }

    private void measures() {
        measure(Calendar.YEARLY, "robot_share", 200);
        measure(Calendar.MONTHLY, "incidents", 100);
        measure(Calendar.QUARTERLY, "jobless_growth", 100);
        measure(Calendar.QUARTERLY, "labour_share_change", 100);
    }

    private void measure(Calendar calendar, String recipe, int cells) {
        MeasureWorld world = new MeasureWorld(
                catalogue, calendar, recipe, YEARS, Objects.requireNonNull(MeasureTruths.ALL.get(recipe), recipe));
        add(recipe, calendar, cells, random -> List.of(world.draw(random)));
    }

    private void release(Calendar calendar, int cells) {
        add(
                RELEASES,
                calendar,
                cells,
                random -> List.of(HeldStory.draw(catalogue, calendar, YEARS, UNREVISED, random)));
    }

    /** Each kind has its own random numbers, so that more cells of one leave the others as they are. */
    private void add(String measure, Calendar calendar, int draws, Function<Random, List<? extends Cell>> world) {
        Random random = new Random(seed + (measure + calendar).hashCode());
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < draws; i++) {
            cells.addAll(world.apply(random));
        }
        byMeasure.computeIfAbsent(measure, m -> new EnumMap<>(Calendar.class)).put(calendar, cells);
    }

    /** All cells that a rule may watch, by calendar. */
    Map<Calendar, List<Cell>> watchedBy(AlertRule rule) {
        // A rule on a declared measure names its recipe, whose world is its own.
        Map<Calendar, List<Cell>> ofMeasure = byMeasure.get(rule.measure());
        return Objects.requireNonNull(
                ofMeasure == null ? byMeasure.get(rule.concepts().get(0)) : ofMeasure, rule.id());
    }

    /** How often a rule is wrong, by calendar. */
    Map<Calendar, Rate> rates(AlertRule rule) {
        Map<Calendar, Rate> rates = new EnumMap<>(Calendar.class);
        watchedBy(rule).forEach((calendar, cells) -> rates.put(calendar, Rate.over(cells, rule)));
        return rates;
    }
}
