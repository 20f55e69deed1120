package org.tidemark.standalone.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Standard output, with its first failure kept: what went to a full disk must not look like success. */
final class WatchedOutput extends FilterOutputStream {
    private volatile @Nullable IOException failure;
    private @Nullable PrintStream before;

    WatchedOutput(OutputStream out) {
        super(out);
    }

    /** Puts itself before the standard output of this process. */
    static WatchedOutput install() {
        WatchedOutput watched = new WatchedOutput(new FileOutputStream(FileDescriptor.out));
        PrintStream printer = new PrintStream(new BufferedOutputStream(watched), true, StandardCharsets.UTF_8);
        watched.before = printer;
        System.setOut(printer);
        return watched;
    }

    /** Prints to it as the command line does. */
    PrintStream printer() {
        return Objects.requireNonNull(before, "it is installed first");
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            throw noted(e);
        }
    }

    @Override
    public void write(int b) throws IOException {
        try {
            out.write(b);
        } catch (IOException e) {
            throw noted(e);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            throw noted(e);
        }
    }

    private IOException noted(IOException e) {
        if (failure == null) {
            failure = e;
        }
        return e;
    }

    /** Why what was printed has not all arrived; null when it has. */
    @Nullable
    IOException failure() {
        if (before != null) {
            before.flush();
        }
        return failure;
    }
}
