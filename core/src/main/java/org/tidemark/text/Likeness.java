package org.tidemark.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Which name or code another was probably meant to be. */
public final class Likeness {
    /** Longer ones are no slip of a known name; the bound also holds the time against hostile files. */
    private static final int CHARS_MAX = 60;

    private Likeness() {}

    /** The candidate that differs in the fewest characters, where those are few for its length. */
    public static Optional<String> nearest(String text, Collection<String> candidates) {
        String slip = plain(text);
        return candidates.stream()
                .filter(candidate -> isNear(slip, plain(candidate)))
                .min(Comparator.comparingInt((String candidate) -> distance(slip, plain(candidate)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The candidate that is one letter, or two that changed places, away; two that differ in a digit are two things. */
    public static Optional<String> slipOf(String text, Collection<String> candidates) {
        String slip = plain(text);
        return candidates.stream()
                .filter(candidate -> Math.abs(candidate.length() - text.length()) <= 1)
                .filter(candidate -> digits(candidate).equals(digits(text)) && distance(slip, plain(candidate)) == 1)
                .min(Comparator.naturalOrder());
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ').strip();
    }

    private static boolean isNear(String a, String b) {
        int longest = Math.max(a.length(), b.length());
        if (longest > CHARS_MAX || a.isEmpty() || b.isEmpty()) {
            return false;
        }
        boolean begins = Math.min(a.length(), b.length()) >= 4 && (a.startsWith(b) || b.startsWith(a));
        return begins || distance(a, b) <= Math.max(1, longest / 4);
    }

    /** Insertions, deletions, replacements and neighbours that changed places (Damerau 1964). */
    private static int distance(String a, String b) {
        int[] twoBefore = new int[b.length() + 1];
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] now = new int[b.length() + 1];
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(replaced, 1 + Math.min(before[j], now[j - 1]));
                if (swapped(a, i, b, j)) {
                    now[j] = Math.min(now[j], twoBefore[j - 2] + 1);
                }
            }
            twoBefore = before;
            before = now;
        }
        return before[b.length()];
    }

    private static boolean swapped(String a, int i, String b, int j) {
        return i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
