package vn.coopfund.database;

import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** {@code SPRING_DATASOURCE_URL} names a database that somebody else runs. */
class DatabaseIsOutside extends DatabaseIsEmbedded {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return !super.matches(context, metadata);
    }
}
