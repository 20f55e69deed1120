package org.tidemark.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the page's overview costs a reader: the browser's own clock and counts, of a system that runs. */
@Command(
        name = "page",
        mixinStandardHelpOptions = true,
        description = "First paint, bytes and frames a second of the overview in Chromium, medians of several loads.")
final class PageCostCommand implements Callable<Integer> {
    private static final double KILO = 1000;

    @Option(
            names = "--url",
            defaultValue = "http://127.0.0.1:8080/",
            description = "Where the page is served; default ${DEFAULT-VALUE}.")
    private URI url = URI.create("http://127.0.0.1:8080/");

    @Option(names = "--loads", defaultValue = "9", description = "Loads with an empty cache; default ${DEFAULT-VALUE}.")
    private int loads = 9;

    @Option(names = "--scrolls", defaultValue = "3", description = "Scrolls; default ${DEFAULT-VALUE}.")
    private int scrolls = 3;

    @Option(names = "--seconds", defaultValue = "5", description = "Seconds of a scroll; default ${DEFAULT-VALUE}.")
    private int seconds = 5;

    @Option(
            names = "--economies",
            defaultValue = "0",
            description = "How many economies the overview must show; it fails where there are fewer.")
    private int economies;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        CommandSpec own = Objects.requireNonNull(spec, "picocli sets it");
        if (loads < 1 || scrolls < 1 || seconds < 1) {
            throw new ParameterException(own.commandLine(), "--loads, --scrolls and --seconds must be 1 or more");
        }
        PrintWriter out = own.commandLine().getOut();
        try (PageBrowser browser = new PageBrowser()) {
            browser.before(PageBrowser.script("drawn.js"));
            printLoads(loaded(browser), out);
            List<Map<String, Number>> scrolled = scrolled(browser);
            printScrolls(scrolled, out);
            out.flush();
            double shown = median(scrolled, "economies");
            if (shown < economies) {
                throw new ParameterException(
                        own.commandLine(),
                        "the overview shows %.0f economies, fewer than the %d of --economies; write figures by 'bench figures' and load them by 'tidemark up --data'"
                                .formatted(shown, economies));
            }
        }
        return 0;
    }

    private List<Map<String, Number>> loaded(PageBrowser browser) throws IOException {
        String script = PageBrowser.script("load.js");
        List<Map<String, Number>> found = new ArrayList<>();
        for (int i = 0; i < loads; i++) {
            browser.openAfresh(url.toString());
            found.add(numbers(browser.later(script)));
        }
        return found;
    }

    private List<Map<String, Number>> scrolled(PageBrowser browser) throws IOException {
        String script = PageBrowser.script("scroll.js");
        List<Map<String, Number>> found = new ArrayList<>();
        for (int i = 0; i < scrolls; i++) {
            found.add(numbers(browser.later(script, seconds)));
        }
        return found;
    }

    @SuppressWarnings("unchecked") // made so by the scripts
    private static Map<String, Number> numbers(@Nullable Object found) {
        return (Map<String, Number>) Objects.requireNonNull(found, "the script tells what it found");
    }

    private void printLoads(List<Map<String, Number>> found, PrintWriter out) {
        out.printf("%d loads, cache empty; medians (least to most)%n", loads);
        line(out, "first paint", "ms", found, "firstPaint", 1);
        line(out, "first contentful paint", "ms", found, "firstContentfulPaint", 1);
        line(out, "drawn with data", "ms", found, "drawn", 1);
        line(out, "all parts answered", "ms", found, "complete", 1);
        line(out, "transferred", "kB", found, "bytes", KILO);
        line(out, "requests", "", found, "requests", 1);
        line(out, "cards", "", found, "cards", 1);
    }

    private void printScrolls(List<Map<String, Number>> found, PrintWriter out) {
        out.printf("%d scrolls of %d s; medians (least to most)%n", scrolls, seconds);
        line(out, "economies", "", found, "economies", 1);
        line(out, "length of the page", "px", found, "length", 1);
        line(out, "frames a second", "", found, "perSecond", 1);
        line(out, "19 of 20 frames within", "ms", found, "slowest20", 1);
        line(out, "slowest frame", "ms", found, "slowest", 1);
    }

    private static void line(
            PrintWriter out, String what, String unit, List<Map<String, Number>> found, String name, double per) {
        double[] values = sorted(found, name);
        out.printf(
                "  %-24s %8.0f %-2s  (%.0f to %.0f)%n",
                what, median(found, name) / per, unit, values[0] / per, values[values.length - 1] / per);
    }

    private static double median(List<Map<String, Number>> found, String name) {
        double[] values = sorted(found, name);
        return values[values.length / 2];
    }

    private static double[] sorted(List<Map<String, Number>> found, String name) {
        return found.stream()
                .mapToDouble(f -> Objects.requireNonNull(f.get(name), name).doubleValue())
                .sorted()
                .toArray();
    }
}
