package org.tidemark.it;

import java.util.List;
import java.util.Set;
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
    private static final Set<Allowed> ALLOWED = ConcurrentHashMap.newKeySet();

    private record Allowed(String principal, AclOperation operation, ResourceType type, String name) {}

    @Override
    public List<AuthorizationResult> authorize(AuthorizableRequestContext context, List<Action> actions) {
        List<AuthorizationResult> results = super.authorize(context, actions);
        for (int i = 0; i < actions.size(); i++) {
            if (results.get(i) == AuthorizationResult.ALLOWED) {
                Action action = actions.get(i);
                ALLOWED.add(new Allowed(
                        context.principal().toString(),
                        action.operation(),
                        action.resourcePattern().resourceType(),
                        action.resourcePattern().name()));
            }
        }
        return results;
    }

    /** Whether something was allowed that this right allows; who may read or write may also describe. */
    static boolean hasUsed(AclBinding right) {
        return ALLOWED.stream()
                .filter(a -> a.principal().equals(right.entry().principal()))
                .filter(a -> a.operation() == right.entry().operation())
                .filter(a -> a.type() == right.pattern().resourceType())
                .anyMatch(a -> right.pattern().patternType() == PatternType.PREFIXED
                        ? a.name().startsWith(right.pattern().name())
                        : a.name().equals(right.pattern().name()));
    }
}
