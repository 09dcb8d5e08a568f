package vn.coopfund.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** Sessions of pages, in the database. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    /** Two requests of one session that add the same attribute at once both succeed; the later one stays. */
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer lastWriterWins() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }
}
