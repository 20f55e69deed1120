package org.tidemark.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Draws the plots of docs/methods by the page's own charts, of a system that runs. */
@Command(
        name = "plots",
        mixinStandardHelpOptions = true,
        description = "Writes a PNG for each page of docs/methods that has a curve, as the page draws it.")
final class PlotsCommand implements Callable<Integer> {
    private static final List<String> PAGES =
            List.of("penetration", "pool", "exposure", "ledger", "contrast", "demand-gap", "divergence", "measures", "news", "judging", "alerts");
    private static final String FAILED = "failed: ";

    @Option(
            names = "--url",
            defaultValue = "http://127.0.0.1:8080/",
            description = "Where the page is served; default ${DEFAULT-VALUE}.")
    private URI url = URI.create("http://127.0.0.1:8080/");

    @Option(names = "--as-of", defaultValue = "2026-06-30", description = "The day; default ${DEFAULT-VALUE}.")
    private String asOf = "2026-06-30";

    @Option(names = "--only", split = ",", paramLabel = "PAGE", description = "These pages, by commas; all else.")
    private List<String> only = PAGES;

    @Option(names = "--out", defaultValue = "docs/methods", description = "Folder; default ${DEFAULT-VALUE}.")
    private Path out = Path.of("docs/methods");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter said =
                Objects.requireNonNull(spec, "picocli sets it").commandLine().getOut();
        String script = PageBrowser.script("plots.js");
        try (PageBrowser browser = new PageBrowser("--force-device-scale-factor=1.15")) {
            for (String page : only) {
                browser.openAfresh(url.toString());
                Object title = browser.later(script, page, asOf);
                if (title instanceof String text && text.startsWith(FAILED)) {
                    throw new IllegalStateException(page + ": " + text);
                }
                said.printf("%-12s %s%n", page, title == null ? "no number to draw: left as it is" : title);
                if (title != null) {
                    Files.write(out.resolve(page + ".png"), browser.picture("#plot"));
                }
            }
        }
        said.flush();
        return 0;
    }
}
