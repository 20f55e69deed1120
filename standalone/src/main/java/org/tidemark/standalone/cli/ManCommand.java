package org.tidemark.standalone.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** Prints the manual. */
@Command(
        name = "man",
        mixinStandardHelpOptions = true,
        versionProvider = Tidemark.Version.class,
        description = "Prints the manual page: 'tidemark man > tidemark.1'.")
final class ManCommand implements Runnable {
    @CommandLine.Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().getOut().print(ManPage.of(spec.root().commandLine()));
            spec.commandLine().getOut().flush();
        }
    }
}
