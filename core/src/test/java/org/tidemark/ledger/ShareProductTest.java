package org.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.IncompleteBeta;
import org.tidemark.estimate.Term.Basis;

class ShareProductTest {
    /** Quantiles by Gauss-Legendre quadrature over the other factors, with scipy's Beta; recorded. */
    @Test
    void agreesWithNumericIntegrationByScipy() throws IOException {
        try (InputStream in = ShareProductTest.class.getResourceAsStream("/ledger/products.json")) {
            for (JsonNode recorded : new ObjectMapper().readTree(Objects.requireNonNull(in))) {
                List<Factor> factors = new ArrayList<>();
                recorded.get("factors")
                        .forEach(f -> factors.add(
                                factor(f.get(0).doubleValue(), f.get(1).doubleValue())));
                ShareProduct product = ShareProduct.of(factors);

                assertThat(product.mean()).isCloseTo(recorded.get("mean").doubleValue(), within(1e-12));
                assertThat(product.sd()).isCloseTo(recorded.get("sd").doubleValue(), within(1e-12));
                for (JsonNode quantile : recorded.get("quantiles")) {
                    double expected = quantile.get(1).doubleValue();
                    assertThat(product.quantile(quantile.get(0).doubleValue()))
                            .as("%s at %s", factors, quantile.get(0))
                            .isCloseTo(expected, within(0.003 * expected));
                }
            }
        }
    }

    /** Beta(a, b) times Beta(a + b, c) is Beta(a, b + c): exactly, so the grid has nothing to hide behind. */
    @Property(tries = 60)
    void productOfBetasThatChainIsABeta(
            @ForAll @DoubleRange(min = 0.6, max = 30) double a,
            @ForAll @DoubleRange(min = 0.6, max = 30) double b,
            @ForAll @DoubleRange(min = 0.6, max = 30) double c,
            @ForAll @DoubleRange(min = 0.03, max = 0.97) double part) {
        ShareProduct product = ShareProduct.of(List.of(beta(a, b), beta(a + b, c)));

        assertThat(IncompleteBeta.regularised(a, b + c, product.quantile(part))).isCloseTo(part, within(0.004));
    }

    @Test
    void whatIsExactOnlyScales() {
        ShareProduct alone = ShareProduct.of(List.of(factor(0.3, 0.1)));
        ShareProduct scaled = ShareProduct.of(List.of(factor(0.3, 0.1), factor(0.5, 0)));

        assertThat(scaled.quantile(0.9)).isEqualTo(alone.quantile(0.9) / 2);
        Banded all = ShareProduct.of(List.of(factor(0.3, 0), factor(0.5, 0))).percent();
        assertThat(all.lower95()).isCloseTo(15, within(1e-12));
        assertThat(all.upper95()).isCloseTo(15, within(1e-12));
    }

    @Test
    void noShareIsSpreadWiderThanAShareCanBe() {
        assertThatThrownBy(() -> factor(0.1, 0.31)).hasMessageContaining("no share is spread as wide");
        assertThatThrownBy(() -> factor(1.2, 0.1)).hasMessageContaining("is 120.0 percent");
        assertThatThrownBy(() -> factor(Double.NaN, 0.1)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> factor(0.5, Double.NaN)).hasMessageContaining("NaN");
    }

    @Test
    void varianceSharesOfTwoFactorsAreTheirOwnPartAndHalfOfWhatTheyShare() {
        double[] shares = VarianceShares.of(List.of(factor(0.5, 0.2), factor(0.4, 0.04)));

        double u = 0.16;
        double v = 0.01;
        assertThat(shares[0]).isCloseTo((u + u * v / 2) / (u + v + u * v), within(1e-12));
        assertThat(shares[0] + shares[1]).isCloseTo(1, within(1e-12));
    }

    @Property(tries = 50)
    void varianceSharesSumToOneAndFollowTheSpread(
            @ForAll @DoubleRange(min = 0.01, max = 0.2) double small,
            @ForAll @DoubleRange(min = 0.01, max = 0.2) double more) {
        double[] shares = VarianceShares.of(
                List.of(factor(0.5, small), factor(0.5, small + more), factor(0.2, 0), factor(0.7, 0.1)));

        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
        assertThat(shares[1]).isGreaterThan(shares[0]);
        assertThat(shares[2]).isZero();
    }

    private static Factor beta(double a, double b) {
        double mean = a / (a + b);
        return factor(mean, Math.sqrt(mean * (1 - mean) / (a + b + 1)));
    }

    private static Factor factor(double mean, double sd) {
        return new Factor("f", mean, sd, Basis.ASSUMED, "test");
    }
}
