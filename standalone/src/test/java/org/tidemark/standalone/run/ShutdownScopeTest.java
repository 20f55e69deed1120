package org.tidemark.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShutdownScopeTest {
    private final List<String> closed = new ArrayList<>();

    private AutoCloseable named(String name) {
        return () -> closed.add(name);
    }

    @Test
    void whatWasOpenedLastIsClosedFirst() throws Exception {
        String result = ShutdownScope.of(life -> {
            AutoCloseable broker = life.hold(() -> named("broker"));
            AutoCloseable server = life.hold(() -> named("server"));
            return broker.equals(server) ? "one" : "two";
        });

        assertThat(result).isEqualTo("two");
        assertThat(closed).containsExactly("server", "broker");
    }

    @Test
    void whatFailsIsToldAfterAllIsClosed() {
        assertThatThrownBy(() -> ShutdownScope.of(life -> {
                    AutoCloseable unused = life.hold(() -> named("broker"));
                    throw new IOException("no such file");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("no such file");
        assertThat(closed).containsExactly("broker");
    }

    @Test
    void whatDoesNotOpenIsNotClosed() {
        assertThatThrownBy(() -> ShutdownScope.of(life -> life.hold(() -> {
                    throw new IOException("port taken");
                })))
                .hasMessage("port taken");
        assertThat(closed).isEmpty();
    }

    @Test
    void whatDoesNotCloseHoldsUpNothing() throws Exception {
        int result = ShutdownScope.of(life -> {
            AutoCloseable first = life.hold(() -> named("broker"));
            AutoCloseable second = life.hold(() -> () -> {
                throw new IllegalStateException("stuck");
            });
            return first.equals(second) ? 1 : 2;
        });

        assertThat(result).isEqualTo(2);
        assertThat(closed).containsExactly("broker");
    }
}
