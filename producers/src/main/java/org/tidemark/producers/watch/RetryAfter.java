package org.tidemark.producers.watch;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** How long a publisher wants to be left alone, as it says with a refusal. */
final class RetryAfter {
    private static final Duration MOST = Duration.ofDays(7);

    private RetryAfter() {}

    /** Seconds, or a date; null where neither is said. More than a week is taken for a week. */
    static @Nullable Duration of(HttpHeaders headers, Clock clock) {
        String said = headers.firstValue("Retry-After").orElse("").strip();
        if (said.isEmpty()) {
            return null;
        }
        Duration wanted;
        try {
            wanted = said.chars().allMatch(Character::isDigit)
                    ? Duration.ofSeconds(Long.parseLong(said))
                    : Duration.between(clock.instant(), Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(said)));
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            return null;
        }
        if (wanted.isNegative()) {
            return Duration.ZERO;
        }
        return wanted.compareTo(MOST) > 0 ? MOST : wanted;
    }
}
