package org.tidemark.standalone.cli;

import java.util.Optional;
import java.util.TreeSet;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.tidemark.text.PlainText;

/** What a cluster says to a user whom it does not know, or who may not do what a command does. */
final class ClusterRefusal {
    private static final String REMEDY =
            "; grant the rights that docs/security.md lists, or name another user in --client-config";

    private ClusterRefusal() {}

    /** One line, wherever in the causes of a fault the refusal stands; empty for other faults. */
    static Optional<String> of(Throwable fault) {
        int depth = 0;
        for (Throwable cause = fault; cause != null && depth < 20; cause = cause.getCause(), depth++) {
            if (cause instanceof AuthorizationException refused) {
                return Optional.of("the cluster does not allow this user %s".formatted(what(refused)) + REMEDY);
            }
            if (cause instanceof SslAuthenticationException) {
                return Optional.of(
                        "the broker's certificate is not trusted, or the broker speaks no TLS; check ssl.truststore and security.protocol in --client-config");
            }
            if (cause instanceof AuthenticationException) {
                return Optional.of("the cluster does not know this user or the password (%s); check --client-config"
                        .formatted(PlainText.of(String.valueOf(cause.getMessage()))));
            }
        }
        return Optional.empty();
    }

    private static String what(AuthorizationException refused) {
        if (refused instanceof TopicAuthorizationException topics
                && !topics.unauthorizedTopics().isEmpty()) {
            return "to use the topics %s".formatted(String.join(", ", new TreeSet<>(topics.unauthorizedTopics())));
        }
        if (refused instanceof GroupAuthorizationException group && group.groupId() != null) {
            return "to use the group %s".formatted(group.groupId());
        }
        return refused instanceof TransactionalIdAuthorizationException
                ? "to use its transactional id"
                : "to do this (%s)".formatted(PlainText.of(String.valueOf(refused.getMessage())));
    }
}
