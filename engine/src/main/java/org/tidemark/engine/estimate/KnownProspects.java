package org.tidemark.engine.estimate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.awaited.AlertOdds;
import org.tidemark.awaited.AwaitedLevel;
import org.tidemark.awaited.Prospect;

/**
 * What releases are worth to penetrations, kept from question to question: each is a function of what is awaited and of how
 * the alerts stand, takes some hundredth of a second, and is asked for again whenever a page is drawn. As long as neither
 * has changed, it is worked out once, also for those who ask meanwhile.
 */
public final class KnownProspects {
    /** Those asked for last stay; one is a few thousand bytes. */
    private static final int MOST = 4_096;

    private final Map<Key, Worked> known;

    /** One that knows nothing yet. */
    public KnownProspects() {
        this(MOST);
    }

    KnownProspects(int most) {
        known = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Worked> eldest) {
                return size() > most;
            }
        };
    }

    /** All that it depends on. */
    private record Key(AwaitedLevel awaited, AlertOdds.Asked alerts) {}

    private static final class Worked {
        private @Nullable Prospect prospect;

        synchronized Prospect of(Key key) {
            Prospect worked = prospect;
            if (worked == null) {
                worked = key.awaited().prospect(key.alerts());
                prospect = worked;
            }
            return worked;
        }
    }

    /** What a release is worth, worked out or known. */
    Prospect of(AwaitedLevel awaited, AlertOdds.Asked alerts) {
        Key key = new Key(awaited, alerts);
        Worked worked;
        synchronized (known) {
            worked = known.computeIfAbsent(key, k -> new Worked());
        }
        return worked.of(key);
    }
}
