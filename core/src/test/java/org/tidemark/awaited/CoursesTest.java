package org.tidemark.awaited;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Courses of many figures. */
class CoursesTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 20, 80, 147, 400})
    void theSumOfManyFiguresIsAsUnsureAsThatOfIndependentOnes(int figures) {
        double[][] all = Courses.of(figures);
        double square = 0;
        for (int course = 0; course < Courses.COUNT; course++) {
            double sum = 0;
            for (double[] figure : all) {
                sum += figure[course];
            }
            square += sum * sum;
        }

        assertThat(Math.sqrt(square / Courses.COUNT / figures)).isCloseTo(1, within(0.08));
    }

    @Test
    void eachFigureTakesEachPlaceOnce() {
        double[][] all = Courses.of(40);
        double[] places = sorted(all[0]);

        assertThat(Arrays.stream(places).sum()).isCloseTo(0, within(1e-9));
        assertThat(Arrays.stream(all).map(CoursesTest::sorted))
                .allSatisfy(of -> assertThat(of).isEqualTo(places));
    }

    private static double[] sorted(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
