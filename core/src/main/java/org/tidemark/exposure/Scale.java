package org.tidemark.exposure;

/** The two ratings of occupations, and what share of employment each makes of its figures. */
enum Scale {
    /** Eloundou et al. (2023): share of tasks exposed, by GPT-4's rating; people's rating tells how sure that is. */
    GPT_BETA("gpt_beta", "exposure.tasks.gpt_beta"),
    /** Felten, Raj and Seamans (2021): a standard score; its mean over occupations, 0, parts exposed from unexposed. */
    AIOE("aioe", "exposure.score.aioe");

    /** People's rating of the tasks that GPT-4 rated. */
    static final String BY_PEOPLE = "exposure.tasks.human_beta";

    private final String concept;
    private final String indicator;

    Scale(String concept, String indicator) {
        this.concept = concept;
        this.indicator = indicator;
    }

    String concept() {
        return concept;
    }

    String indicator() {
        return indicator;
    }

    /** Exposed share of an occupation, percent. */
    double percent(double rating) {
        return this == GPT_BETA ? rating : above(rating, 0);
    }

    static double above(double score, double threshold) {
        return score > threshold ? 100 : 0;
    }

    /** What {@link #admits} asks for, for people. */
    String bound() {
        return this == GPT_BETA ? "a share in percent lies between 0 and 100" : "a standard score is a finite number";
    }

    /** Whether a figure can be true on this scale. */
    boolean admits(double rating) {
        return this == GPT_BETA ? rating >= 0 && rating <= 100 : Double.isFinite(rating);
    }
}
