package org.tidemark.alert.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.series.Period;
import org.tidemark.series.PublicationDate;

/** How often a source speaks: the reference periods of its figures, and when each is published. */
enum Calendar {
    /** Weeks that end on a Friday, as AI postings are read. */
    WEEKLY("INDEED_AI_POSTINGS") {
        @Override
        List<Period> periods(int years) {
            return trailing(7, LocalDate.of(FIRST_YEAR, 1, 8), years);
        }
    },
    /** Waves of two weeks that end on a Sunday. */
    BIWEEKLY("CENSUS_BTOS") {
        @Override
        List<Period> periods(int years) {
            return trailing(14, LocalDate.of(FIRST_YEAR, 1, 17), years);
        }
    },
    MONTHLY("FRED_MD") {
        @Override
        List<Period> periods(int years) {
            return named(
                    years,
                    IntStream.rangeClosed(1, 12).mapToObj("-%02d"::formatted).toList());
        }
    },
    /** Quarters, as national accounts are read. */
    QUARTERLY("FRED_QD") {
        @Override
        List<Period> periods(int years) {
            return named(years, List.of("-Q1", "-Q2", "-Q3", "-Q4"));
        }
    },
    /** Halves of a year; the publisher has no usual lag, so that of the family of adoption counts. */
    HALF_YEARLY("MICROSOFT_AIEI") {
        @Override
        List<Period> periods(int years) {
            return named(years, List.of("-H1", "-H2"));
        }
    },
    YEARLY("EUROSTAT") {
        @Override
        List<Period> periods(int years) {
            return named(years, List.of(""));
        }
    };

    static final int FIRST_YEAR = 2021;
    private static final java.time.Period LAG_OF_ADOPTION = java.time.Period.ofMonths(2);

    private final String source;

    Calendar(String source) {
        this.source = source;
    }

    /** A figure's reference period and the instant that it is published at. */
    record Release(Period period, Instant published) {}

    abstract List<Period> periods(int years);

    String source() {
        return source;
    }

    /** One figure a release, in the order of publication. */
    List<Release> releases(int years, Catalogue catalogue) {
        java.time.Period lag =
                Objects.requireNonNullElse(catalogue.source(source).lag(), LAG_OF_ADOPTION);
        return periods(years).stream()
                .map(p -> new Release(p, PublicationDate.endOf(p.end().plus(lag))))
                .toList();
    }

    /** When the figure of a period is published. */
    static Function<Period, Instant> published(List<Release> releases) {
        return releases.stream().collect(Collectors.toUnmodifiableMap(Release::period, Release::published))::get;
    }

    private static List<Period> trailing(int days, LocalDate firstEnd, int years) {
        List<Period> periods = new ArrayList<>();
        LocalDate last = LocalDate.of(FIRST_YEAR + years, 1, 1);
        for (LocalDate end = firstEnd; end.isBefore(last); end = end.plusDays(days)) {
            periods.add(Period.trailing(days, end));
        }
        return periods;
    }

    private static List<Period> named(int years, List<String> parts) {
        return IntStream.range(FIRST_YEAR, FIRST_YEAR + years)
                .boxed()
                .flatMap(year -> parts.stream().map(part -> Period.parse(year + part)))
                .toList();
    }

    /** The instant a year before another, as alerts look back. */
    static Instant yearBefore(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).minusYears(1).toInstant();
    }
}
