package org.tidemark.catalogue;

import java.util.List;
import java.util.Locale;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/**
 * Which economies are compared, and by what.
 *
 * @param id the concept of its estimates
 * @param scope the economy, most often an aggregate, under which its estimates are told
 * @param indicator in percent
 * @param source whose figures: those of several publishers do not compare across economies
 * @param members only these; empty: all
 * @param partsOf a country whose parts are compared; empty: countries are
 * @param fewest so many economies at least must have figures of both periods
 * @param apartLeast years from the middle of the earlier period to that of the later, at least
 * @param apartMost at most
 */
public record DivergenceRecipe(
        String id,
        String scope,
        String indicator,
        String source,
        List<String> members,
        String partsOf,
        int fewest,
        double apartLeast,
        double apartMost)
        implements PanelRecipe {
    /** A t statistic of a slope needs more than two, and with three it says nothing. */
    private static final int FEWEST_MIN = 5;

    private static final int COUNTRY_LETTERS = 2;

    public DivergenceRecipe {
        members = List.copyOf(members);
        SeriesId.requireIndicator(indicator);
        SeriesId.requireEconomy(scope);
        if (fewest < FEWEST_MIN) {
            throw new IllegalArgumentException(
                    "catalogue: divergence %s: fewest is %d; it must be %d or more".formatted(id, fewest, FEWEST_MIN));
        }
        if (!(apartLeast > 0 && apartLeast <= apartMost)) {
            throw new IllegalArgumentException(
                    "catalogue: divergence %s: apart_years is [%s, %s]; 0 < least <= most must hold"
                            .formatted(id, apartLeast, apartMost));
        }
    }

    @Override
    public String economy() {
        return scope;
    }

    @Override
    public boolean takes(FigureId figure) {
        SeriesId series = figure.series();
        return series.indicator().equals(indicator)
                && series.sector().equals(SeriesId.TOTAL)
                && series.source().equals(source)
                && isMember(series.economy());
    }

    /** Whether an economy is one of those that are compared. */
    public boolean isMember(String economy) {
        boolean isOfTheKind =
                partsOf.isEmpty() ? economy.length() == COUNTRY_LETTERS : economy.startsWith(partsOf + "-");
        return isOfTheKind && (members.isEmpty() || members.contains(economy));
    }

    /** Whether a period is far enough before another to compare them, and not too far. */
    public boolean isApart(Period before, Period now) {
        double years = now.midYear() - before.midYear();
        return years >= apartLeast && years <= apartMost;
    }

    /** For people: {@code 0.45 to 1.5 years}. */
    public String apartInWords() {
        return String.format(Locale.ROOT, "%s to %s years", apartLeast, apartMost);
    }
}
