package org.tidemark.it;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
import org.apache.kafka.server.authorizer.Action;
import org.apache.kafka.server.authorizer.AuthorizableRequestContext;
import org.apache.kafka.server.authorizer.AuthorizationResult;

/** Kafka's own authorizer, which also remembers what it has allowed to whom. */
public final class RecordingAuthorizer extends StandardAuthorizer {
    private static final Map<Allowed, Asked> ALLOWED = new ConcurrentHashMap<>();

    /** As it was asked, and of whom. */
    private record Asked(RecordingAuthorizer by, AuthorizableRequestContext context, Action action) {
        boolean isDenied() {
            return by.decide(context, action) == AuthorizationResult.DENIED;
        }
    }

    private record Allowed(String principal, AclOperation operation, ResourceType type, String name) {}

    @Override
    public List<AuthorizationResult> authorize(AuthorizableRequestContext context, List<Action> actions) {
        List<AuthorizationResult> results = super.authorize(context, actions);
        for (int i = 0; i < actions.size(); i++) {
            if (results.get(i) == AuthorizationResult.ALLOWED) {
                Action action = actions.get(i);
                ALLOWED.putIfAbsent(
                        new Allowed(
                                context.principal().toString(),
                                action.operation(),
                                action.resourcePattern().resourceType(),
                                action.resourcePattern().name()),
                        new Asked(this, context, action));
            }
        }
        return results;
    }

    private AuthorizationResult decide(AuthorizableRequestContext context, Action action) {
        return super.authorize(context, List.of(action)).get(0);
    }

    /** Something that a user has asked for and was let, and would not be let by the rights of now; empty where there is nothing. */
    static Optional<String> lacks(String principal) {
        return ALLOWED.entrySet().stream()
                .filter(e -> e.getKey().principal().equals(principal))
                .filter(e -> e.getValue().isDenied())
                .map(e -> e.getKey().toString())
                .min(Comparator.naturalOrder());
    }

    /** Whether something was allowed that this right allows; who may read or write may also describe. */
    static boolean hasUsed(AclBinding right) {
        return ALLOWED.keySet().stream()
                .filter(a -> a.principal().equals(right.entry().principal()))
                .filter(a -> a.operation() == right.entry().operation())
                .filter(a -> a.type() == right.pattern().resourceType())
                .anyMatch(a -> right.pattern().patternType() == PatternType.PREFIXED
                        ? a.name().startsWith(right.pattern().name())
                        : a.name().equals(right.pattern().name()));
    }
}
