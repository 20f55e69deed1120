package org.tidemark.api.http;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** An answer that is made once for all who wait for it: a thousand who ask at once cost as much as two. */
final class SharedAnswer<K, V> implements AutoCloseable {
    private final Function<K, V> make;
    private final ExecutorService maker;
    private final Map<K, CompletableFuture<V>> waiting = new HashMap<>();

    SharedAnswer(String name, Function<K, V> make) {
        this.make = make;
        this.maker = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Done when an answer has been made whose making began after this call. */
    synchronized CompletableFuture<V> ask(K key) {
        CompletableFuture<V> answer = waiting.get(key);
        if (answer == null) {
            answer = new CompletableFuture<>();
            waiting.put(key, answer);
            maker.execute(() -> answer(key));
        }
        return answer;
    }

    private void answer(K key) {
        CompletableFuture<V> answer = take(key);
        try {
            answer.complete(make.apply(key));
        } catch (RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }

    private synchronized CompletableFuture<V> take(K key) {
        CompletableFuture<V> answer = waiting.remove(key);
        return answer == null ? new CompletableFuture<>() : answer;
    }

    @Override
    public void close() {
        maker.shutdownNow();
    }
}
