package org.tidemark.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tidemark.text.Likeness;

/** The economies behind the names and codes that publishers write, from reviewed tables. Nothing is guessed. */
public final class EconomyNames {
    static final EconomyNames NONE = new EconomyNames(Map.of(), Map.of());

    private static final String TABLE = "economies.txt";
    private static final String CODES = "economy-codes.txt";
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Map<String, String> economyByName;
    /** The first name in the line of each economy. */
    private final Map<String, String> names;

    private EconomyNames(Map<String, String> economyByName, Map<String, String> names) {
        this.economyByName = economyByName;
        this.names = names;
    }

    /** Names in words: {@code Germany}. */
    static EconomyNames shipped() {
        return read(TABLE);
    }

    /** Codes of other systems: ISO alpha-3 and numeric, Eurostat, IMF, World Bank. */
    static EconomyNames otherCodes() {
        return read(CODES);
    }

    private static EconomyNames read(String table) {
        try (InputStream in =
                        Objects.requireNonNull(EconomyNames.class.getResourceAsStream(table), table + " in the jar");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return parse(lines.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** These and more of the user's, who has the last word. */
    EconomyNames with(Map<String, String> codeByName) {
        Map<String, String> all = new HashMap<>(economyByName);
        codeByName.forEach((name, code) -> all.put(key(name), code));
        return new EconomyNames(Map.copyOf(all), names);
    }

    /** Reads lines such as {@code TR = Türkiye | Turkey}. */
    static EconomyNames parse(List<String> lines) {
        Map<String, String> table = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                addLine(line, table, names);
            }
        }
        return new EconomyNames(Map.copyOf(table), Map.copyOf(names));
    }

    private static void addLine(String line, Map<String, String> table, Map<String, String> names) {
        int equals = line.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException(TABLE + ": '" + line + "' has no '='; write TR = Türkiye | Turkey");
        }
        String economy = line.substring(0, equals).strip();
        for (String name :
                Pattern.compile("\\|").splitAsStream(line.substring(equals + 1)).toList()) {
            names.putIfAbsent(economy, name.strip());
            String other = table.put(key(name), economy);
            if (other != null) {
                throw new IllegalArgumentException(
                        "%s: '%s' is given to %s and to %s; keep one".formatted(TABLE, name.strip(), other, economy));
            }
        }
    }

    /** The economy of a name, whatever its case, accents and full stops; empty when the table does not have it. */
    public Optional<String> economy(String name) {
        return Optional.ofNullable(economyByName.get(key(name)));
    }

    /** What an economy is called first; empty when the table does not have it. */
    Optional<String> nameOf(String economy) {
        return Optional.ofNullable(names.get(economy));
    }

    /** The name that differs from a text in the fewest characters, where those are few. */
    public Optional<String> nearest(String text) {
        return Likeness.nearest(text, names.values());
    }

    private static String key(String name) {
        String plain = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("");
        String spelt = plain.toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'')
                .replace("&", "and")
                .replace(".", "");
        return BLANKS.matcher(spelt).replaceAll(" ").strip();
    }
}
