package vn.coopfund.database;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.autoconfigure.liquibase.LiquibaseProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** The database that {@code SPRING_DATASOURCE_URL} names. The owner's sign-in is Spring's {@code spring.liquibase.*}. */
@Configuration(proxyBeanMethods = false)
@Conditional(DatabaseIsOutside.class)
@EnableConfigurationProperties({DataSourceProperties.class, LiquibaseProperties.class})
class OutsideConfiguration {

    @Bean
    JdbcConnectionDetails applicationConnection(DataSourceProperties properties, LiquibaseProperties migration) {
        Account application = new Account(properties.getUsername(), properties.getPassword());
        new OutsideServer(properties.getUrl()).check(application, new Account(migration.getUser(), migration.getPassword()));
        return new SignIn(properties.getUrl(), application);
    }

    @Bean
    Demonstration demonstration(@Value("${coopfund.demo:false}") boolean on) {
        return new Demonstration(on);
    }
}
