package org.tidemark.engine.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class KeyBuilderProperties {
    /** All kinds of parts at once, so that one may not run into the next. */
    record Parts(String a, String b, int number, long wide, double real, LocalDate day, Instant instant) {
        private static final Comparator<Parts> ORDER = Comparator.comparing(Parts::a)
                .thenComparing(Parts::b)
                .thenComparing(Parts::number)
                .thenComparing(Parts::wide)
                .thenComparing(p -> p.real() + 0.0)
                .thenComparing(Parts::day)
                .thenComparing(Parts::instant);

        KeyBuilder prefix() {
            return new KeyBuilder().text(a).text(b).number(number);
        }

        byte[] key() {
            return prefix().number(wide)
                    .real(real)
                    .day(day)
                    .instant(instant)
                    .key()
                    .bytes();
        }
    }

    @Property
    void bytesSortAsTheirPartsDo(@ForAll("parts") Parts one, @ForAll("parts") Parts other) {
        int byBytes = Arrays.compareUnsigned(one.key(), other.key());

        assertThat(Integer.signum(byBytes)).isEqualTo(Integer.signum(Parts.ORDER.compare(one, other)));
    }

    @Property
    void realsSortAsNumbers(@ForAll double one, @ForAll double other) {
        int byBytes = Arrays.compareUnsigned(real(one), real(other));

        assertThat(Integer.signum(byBytes)).isEqualTo(Double.compare(one + 0.0, other + 0.0));
    }

    @Property
    void instantsAndWideNumbersSortAsNumbers(@ForAll long one, @ForAll long other) {
        byte[] a = new KeyBuilder()
                .instant(Instant.ofEpochMilli(one))
                .number(one)
                .key()
                .bytes();
        byte[] b = new KeyBuilder()
                .instant(Instant.ofEpochMilli(other))
                .number(other)
                .key()
                .bytes();

        assertThat(Integer.signum(Arrays.compareUnsigned(a, b))).isEqualTo(Long.compare(one, other));
    }

    @Property
    void aPrefixOfPartsIsAPrefixOfBytesForThoseAloneThatShareIt(
            @ForAll("parts") Parts one, @ForAll("parts") Parts other) {
        byte[] prefix = one.prefix().key().bytes();
        boolean shared = one.a().equals(other.a()) && one.b().equals(other.b()) && one.number() == other.number();

        assertThat(startsWith(other.key(), prefix)).isEqualTo(shared);
    }

    @Property
    void nothingThatBeginsWithATextLiesOutsideItsRange(@ForAll("parts") Parts one, @ForAll("parts") Parts other) {
        var prefix = new KeyBuilder().text(one.a()).key();
        var end = prefix.end();
        boolean inside = Arrays.compareUnsigned(other.key(), prefix.bytes()) >= 0
                && Arrays.compareUnsigned(other.key(), end.bytes()) < 0;

        assertThat(inside).isEqualTo(one.a().equals(other.a()));
    }

    @Example
    void theTwoZerosAreOneKey() {
        assertThat(real(-0.0)).isEqualTo(real(0.0));
    }

    @Example
    void whatComesBefore1970SortsBeforeIt() {
        byte[] before = new KeyBuilder().day(LocalDate.of(1969, 12, 31)).key().bytes();
        byte[] after = new KeyBuilder().day(LocalDate.of(1970, 1, 1)).key().bytes();

        assertThat(Arrays.compareUnsigned(before, after)).isNegative();
    }

    private static byte[] real(double number) {
        return new KeyBuilder().real(number).key().bytes();
    }

    private static boolean startsWith(byte[] key, byte[] prefix) {
        return key.length >= prefix.length && Arrays.equals(Arrays.copyOf(key, prefix.length), prefix);
    }

    @Provide
    Arbitrary<Parts> parts() {
        // Few texts, one the beginning of another, so that later parts decide.
        Arbitrary<String> texts = Arbitraries.of("", "D", "DE", "DE-BY", "FR");
        return Combinators.combine(
                        texts,
                        texts,
                        Arbitraries.of(Integer.MIN_VALUE, -1, 0, 1, 256, Integer.MAX_VALUE),
                        Arbitraries.of(Long.MIN_VALUE, -1L, 0L, 1L << 40, Long.MAX_VALUE),
                        Arbitraries.of(
                                -Double.MAX_VALUE, -2.5, -Double.MIN_VALUE, -0.0, 0.0, Double.MIN_VALUE, 2020.5, 1e300),
                        Arbitraries.of("0001-01-01", "1969-12-31", "1970-01-01", "2024-05-17")
                                .map(LocalDate::parse),
                        Arbitraries.of("1941-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "2024-05-17T23:59:59.999Z")
                                .map(Instant::parse))
                .as(Parts::new);
    }
}
