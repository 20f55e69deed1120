package org.tidemark.producers.btos;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A question that Tidemark follows. Its number alone does not say which: question 7 was reworded in November 2025, the
 * rows of both wordings stand in one sheet, and the wave of the change has already the new one. So the wording decides.
 *
 * @param id the publisher's number
 * @param phrases parts of the wording that make it this question, in lower case
 * @param indicators by answer, in lower case
 */
record Question(String id, List<String> phrases, Map<String, String> indicators) {
    private static final String NOW = "in the last two weeks";
    private static final String LATER = "six months from now";
    private static final String EMPLOYEES = "number of paid employees";
    private static final String HOURS = "number of hours worked";
    private static final String DEMAND = "demand for this business's goods or services";
    private static final String AI = "artificial intelligence";
    private static final String AI_LATER = "during the next six months";
    private static final String GOODS_SERVICES = "in producing goods or services";
    private static final String ANY_FUNCTION = "in any of its business functions";

    private static final List<Question> FOLLOWED = List.of(
            change("5", NOW, EMPLOYEES, "labour.firms.employees_", ""),
            change("6", NOW, HOURS, "labour.firms.hours_", ""),
            use("7", NOW, GOODS_SERVICES, "adoption.firms.goods_services"),
            use("7", NOW, ANY_FUNCTION, "adoption.firms.any_function"),
            change("10", NOW, DEMAND, "demand.firms.", ""),
            change("17", LATER, EMPLOYEES, "labour.firms.employees_", "_next6m"),
            change("18", LATER, HOURS, "labour.firms.hours_", "_next6m"),
            change("21", LATER, DEMAND, "demand.firms.", "_next6m"),
            use("24", AI_LATER, GOODS_SERVICES, "adoption.firms.goods_services_next6m"),
            use("24", AI_LATER, ANY_FUNCTION, "adoption.firms.any_function_next6m"));

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0]+");

    /** The numbers of the questions that are followed. */
    static Set<String> ids() {
        return FOLLOWED.stream().map(Question::id).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a followed question has this number and this wording. */
    static boolean isAsked(String id, String wording) {
        String asked = plain(wording);
        return FOLLOWED.stream()
                .anyMatch(q -> q.id.equals(id) && q.phrases.stream().allMatch(asked::contains));
    }

    /** The indicator of an answer to a question, or null when that pair is not followed. */
    static @Nullable String indicator(String id, String wording, String answer) {
        String asked = plain(wording);
        for (Question question : FOLLOWED) {
            if (question.id.equals(id) && question.phrases.stream().allMatch(asked::contains)) {
                return question.indicators.get(plain(answer));
            }
        }
        return null;
    }

    private static Question use(String id, String when, String where, String indicator) {
        return new Question(id, List.of(when, AI, where), Map.of("yes", indicator));
    }

    private static Question change(String id, String when, String what, String stem, String suffix) {
        return new Question(
                id,
                List.of(when, what),
                Map.of("increased", stem + "increased" + suffix, "decreased", stem + "decreased" + suffix));
    }

    /** The same question is typed with one blank or two, and with either apostrophe. */
    private static String plain(String text) {
        String lower = text.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        return BLANKS.matcher(lower).replaceAll(" ").strip();
    }
}
