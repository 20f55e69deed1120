package org.tidemark.producers.watch;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Writes an answer into a file, and ends it when it is larger than it may be. */
final class BoundedBody implements BodySubscriber<Path> {
    private final Path into;
    private final long max;
    private final CompletableFuture<Path> done = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;
    private @Nullable FileChannel file;
    private long written;

    /** The answer is larger than it may be. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException(long max) {
            super("more than %d bytes".formatted(max));
        }
    }

    BoundedBody(Path into, long max) {
        this.into = into;
        this.max = max;
    }

    @Override
    public CompletionStage<Path> getBody() {
        return done;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        try {
            file = FileChannel.open(
                    into, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
            given.request(Long.MAX_VALUE);
        } catch (IOException e) {
            end(e);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        FileChannel open = file;
        if (open == null || done.isDone()) {
            return;
        }
        try {
            for (ByteBuffer buffer : buffers) {
                written += buffer.remaining();
                if (written > max) {
                    throw new TooLargeException(max);
                }
                while (buffer.hasRemaining()) {
                    int unused = open.write(buffer);
                }
            }
        } catch (IOException e) {
            end(e);
        }
    }

    private void end(Throwable why) {
        Flow.Subscription open = subscription;
        if (open != null) {
            open.cancel();
        }
        onError(why);
    }

    @Override
    public void onError(Throwable why) {
        close();
        done.completeExceptionally(why);
    }

    @Override
    public void onComplete() {
        close();
        done.complete(into);
    }

    private void close() {
        FileChannel open = file;
        file = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                done.completeExceptionally(e);
            }
        }
    }
}
