package org.tidemark.producers.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a page of a list: versions of a file as GitHub lists them, or names of files wherever they stand. */
final class ListPage {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** A name, and no path: it is put into the address that the catalogue has, and leads to no other place. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,150}");

    private static final String APART = "[A-Za-z0-9._-]";
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final List<String> ORDER = List.of("year", "part", "day");

    private static final int VERSIONS_MAX = 1_000;
    private static final int NAMES_MAX = 1_000;

    private ListPage() {}

    /**
     * Reads versions as GitHub lists them.
     *
     * @throws IOException in one line where it is no such list
     */
    static List<FileList.Listed> versions(Path file) throws IOException {
        List<FileList.Listed> versions = new ArrayList<>();
        try {
            for (JsonNode one : JSON.readTree(Files.readAllBytes(file))) {
                String id = one.path("sha").asText();
                String at = one.path("commit").path("committer").path("date").asText();
                if (!id.matches("[0-9a-f]{7,64}")) {
                    throw new IOException("the list of commits has one without a sha");
                }
                if (versions.size() == VERSIONS_MAX) {
                    throw new IOException("the list of commits has more than %d on a page".formatted(VERSIONS_MAX));
                }
                versions.add(new FileList.Listed(id, Instant.parse(at)));
            }
        } catch (JsonProcessingException | DateTimeException e) {
            throw new IOException("the list of commits is no list of commits: " + e.getMessage(), e);
        }
        return versions;
    }

    /**
     * The names on a page of whatever kind, oldest first. What a name's groups {@code year}, {@code part} and {@code day} say
     * decides, in this order and as numbers; where it has none, the numbers that it holds, from the left.
     *
     * @param form regular expression of a whole name
     * @throws IOException in one line where there is none
     */
    static List<String> names(Path file, String form) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        Matcher found = Pattern.compile("(?<!%s)(?:%s)(?!%s)".formatted(APART, form, APART))
                .matcher(text);
        List<String> names = found.results()
                .map(MatchResult::group)
                .filter(name -> NAME.matcher(name).matches())
                .distinct()
                .sorted(byAge(form))
                .toList();
        if (names.isEmpty()) {
            throw new IOException("the listing has no name of the form " + form);
        }
        if (names.size() > NAMES_MAX) {
            throw new IOException("the listing has %d names of the form %s, and %d at most are read"
                    .formatted(names.size(), form, NAMES_MAX));
        }
        return names;
    }

    /** Those of some names that are newer than one; all of them where that one is empty. */
    static List<String> after(String last, List<String> names, String form) {
        return names.stream()
                .filter(name -> last.isEmpty() || byAge(form).compare(name, last) > 0)
                .toList();
    }

    private static Comparator<String> byAge(String form) {
        Comparator<String> byNumbers = Comparator.comparing(name -> numbers(name, form), ListPage::compare);
        return byNumbers.thenComparing(Comparator.naturalOrder());
    }

    private static List<BigInteger> numbers(String name, String names) {
        Matcher whole = Pattern.compile(names).matcher(name);
        List<BigInteger> all = new ArrayList<>();
        if (whole.matches()) {
            for (String group : ORDER) {
                String value = names.contains("(?<%s>".formatted(group)) ? whole.group(group) : null;
                if (value != null && DIGITS.matcher(value).matches()) {
                    all.add(new BigInteger(value));
                }
            }
        }
        if (all.isEmpty()) {
            DIGITS.matcher(name).results().forEach(digits -> all.add(new BigInteger(digits.group())));
        }
        return all;
    }

    private static int compare(List<BigInteger> a, List<BigInteger> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int one = a.get(i).compareTo(b.get(i));
            if (one != 0) {
                return one;
            }
        }
        return Integer.compare(a.size(), b.size());
    }
}
