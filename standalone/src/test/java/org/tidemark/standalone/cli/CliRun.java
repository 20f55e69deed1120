package org.tidemark.standalone.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** The command line run in this process, with what it printed. */
record CliRun(int exit, String out, String err) {
    static CliRun of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine tidemark =
                Tidemark.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int exit = tidemark.execute(arguments);
        return new CliRun(exit, out.toString(), err.toString());
    }
}
