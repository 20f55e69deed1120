package org.tidemark.it;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;

/**
 * Gives a test a {@link TestBroker}: with {@code -Dtidemark.it.broker=embedded} (the default) the broker that Tidemark
 * ships, with {@code container} the one of Kafka's own image. One broker serves all classes of a run and is closed after
 * the last.
 *
 * <p>Where there is no Docker, tests that want a container are skipped and say so; they do not fail.
 */
public final class KafkaBroker implements ParameterResolver, ExecutionCondition {
    private static final Namespace NAMESPACE = Namespace.create(KafkaBroker.class);
    private static final AtomicInteger CLASSES = new AtomicInteger();
    private static final AtomicInteger SKIPS = new AtomicInteger();
    private static final Logger LOG = LoggerFactory.getLogger(KafkaBroker.class);
    private static final String NO_DOCKER =
            "-Dtidemark.it.broker=container needs Docker, which does not answer; these tests are skipped";

    /** Where the broker comes from. */
    enum Kind {
        EMBEDDED,
        CONTAINER;

        static Kind asked() {
            String asked = System.getProperty("tidemark.it.broker", "embedded");
            try {
                return valueOf(asked.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("-Dtidemark.it.broker is embedded or container, got " + asked, e);
            }
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Kind.asked() == Kind.EMBEDDED) {
            return ConditionEvaluationResult.enabled("the embedded broker needs nothing");
        }
        if (DockerClientFactory.instance().isDockerAvailable()) {
            return ConditionEvaluationResult.enabled("Docker is there");
        }
        if (SKIPS.getAndIncrement() == 0) {
            LOG.error(NO_DOCKER);
        }
        return ConditionEvaluationResult.disabled(NO_DOCKER);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestBroker.class;
    }

    @Override
    public TestBroker resolveParameter(ParameterContext parameter, ExtensionContext context) {
        RunningBroker broker = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent("broker", key -> RunningBroker.of(Kind.asked()), RunningBroker.class);
        ClassPrefix prefix = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(context.getRequiredTestClass(), ClassPrefix::of, ClassPrefix.class);
        return new TestBroker(broker.bootstrap(), prefix.text());
    }

    /** The number tells two classes of one simple name apart. */
    record ClassPrefix(String text) {
        static ClassPrefix of(Class<?> testClass) {
            return new ClassPrefix(testClass.getSimpleName().toLowerCase(Locale.ROOT) + CLASSES.incrementAndGet());
        }
    }
}
