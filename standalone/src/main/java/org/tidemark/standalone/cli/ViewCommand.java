package org.tidemark.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.standalone.page.FolderServer;
import org.tidemark.standalone.page.FolderWords;
import org.tidemark.standalone.run.ShutdownScope;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what a replay or a report has left. */
@Command(
        name = "view",
        mixinStandardHelpOptions = true,
        description = "Serves the page with what a replay or a report has left in DIR, on this machine, until Ctrl-C.")
final class ViewCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "Folder that 'replay --out' or 'report --out' has left.")
    private Path dir = Path.of(".");

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            converter = PortConverter.class,
            description = "HTTP port (default ${DEFAULT-VALUE}; 0 takes any free one).")
    private int port = 8080;

    @Mixin
    private CatalogueOption catalogueOption = new CatalogueOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Catalogue catalogue = catalogueOption.load();
        return ShutdownScope.of(life -> serve(life, catalogue));
    }

    private int serve(ShutdownScope life, Catalogue catalogue) throws IOException, InterruptedException {
        FolderServer server = life.hold(() -> new FolderServer(dir, new FolderWords(catalogue), port));
        PrintWriter out =
                Objects.requireNonNull(spec, "picocli sets it").commandLine().getOut();
        out.printf("page     http://127.0.0.1:%d/%n", server.port());
        out.flush();
        try {
            life.told().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("nothing fails while waiting to be told", e);
        }
        return ErrorLine.ENDED;
    }
}
