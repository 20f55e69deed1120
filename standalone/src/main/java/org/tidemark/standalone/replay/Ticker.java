package org.tidemark.standalone.replay;

import java.util.concurrent.TimeUnit;

/** The clock that a paced replay keeps time with. */
public interface Ticker {
    Ticker SYSTEM = new Ticker() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void sleep(long nanos) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(nanos);
        }
    };

    /** Nanoseconds since some fixed moment. */
    long nanos();

    void sleep(long nanos) throws InterruptedException;
}
