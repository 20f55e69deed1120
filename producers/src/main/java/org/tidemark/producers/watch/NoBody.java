package org.tidemark.producers.watch;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Takes nothing of a body that nobody reads: an error page may be as long as it likes. */
final class NoBody implements BodySubscriber<Optional<Path>> {
    private final CompletableFuture<Optional<Path>> done = new CompletableFuture<>();

    @Override
    public CompletionStage<Optional<Path>> getBody() {
        return done;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        done.complete(Optional.empty());
        subscription.cancel();
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        // What was on its way when it was cancelled.
    }

    @Override
    public void onError(Throwable why) {
        done.complete(Optional.empty());
    }

    @Override
    public void onComplete() {
        done.complete(Optional.empty());
    }
}
