package org.tidemark.wire;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** The body of an answer, as long as it is not longer than an answer can be. */
final class BoundedBody implements BodySubscriber<byte[]> {
    static final int BYTES_MAX = 1 << 20;

    private final BodySubscriber<byte[]> whole = BodySubscribers.ofByteArray();
    private @Nullable Subscription subscription;
    private long bytes;

    @Override
    public void onSubscribe(Subscription subscription) {
        this.subscription = subscription;
        whole.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        bytes += parts.stream().mapToLong(ByteBuffer::remaining).sum();
        if (bytes <= BYTES_MAX) {
            whole.onNext(parts);
        } else if (subscription != null) {
            subscription.cancel();
            whole.onError(new IOException("an answer of more than %d bytes".formatted(BYTES_MAX)));
        }
    }

    @Override
    public void onError(Throwable e) {
        whole.onError(e);
    }

    @Override
    public void onComplete() {
        whole.onComplete();
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole.getBody();
    }
}
