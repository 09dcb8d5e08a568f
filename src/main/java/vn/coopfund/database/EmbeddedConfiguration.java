package vn.coopfund.database;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.autoconfigure.liquibase.LiquibaseConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Without another word the program brings its own database. */
@Configuration(proxyBeanMethods = false)
@Conditional(DatabaseIsEmbedded.class)
class EmbeddedConfiguration {

    @Bean
    EmbeddedServer embeddedServer(@Value("${coopfund.data}") Path folder) {
        return EmbeddedServer.start(folder, true);
    }

    @Bean
    JdbcConnectionDetails applicationConnection(EmbeddedServer server) {
        return new SignIn(server.url(EmbeddedServer.DATABASE), server.application());
    }

    @Bean
    LiquibaseConnectionDetails ownerConnection(EmbeddedServer server) {
        return new OwnerSignIn(server.url(EmbeddedServer.DATABASE), server.owner());
    }

    @Bean
    Demonstration demonstration(@Value("${coopfund.demo:true}") boolean on) {
        return new Demonstration(on);
    }
}
