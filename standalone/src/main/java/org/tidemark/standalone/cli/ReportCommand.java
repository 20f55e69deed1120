package org.tidemark.standalone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.standalone.page.Report;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the page with all that it shows. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the page with all that it shows as a folder that any web server can send: from the system that runs on this machine, or with --data-dir from what one has left.",
            "'tidemark view DIR' shows it here."
        })
final class ReportCommand implements Callable<Integer> {
    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for page and files.")
    private Path out = Path.of(".");

    @Mixin
    private AskedOption asked = new AskedOption();

    @Mixin
    private CatalogueOption catalogueOption = new CatalogueOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        CommandLine command = Objects.requireNonNull(spec, "picocli sets it").commandLine();
        Catalogue catalogue = catalogueOption.load();
        for (String cut : Report.write(out, asked.answers(catalogue, Report.questions()))) {
            command.getErr().println("tidemark: warning: " + cut);
        }
        command.getErr().flush();
        command.getOut().printf("%s: page and data; 'tidemark view %s' shows it%n", out, out);
        command.getOut().flush();
        return 0;
    }
}
