package vn.coopfund;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import vn.coopfund.database.TestDatabase;

/** Gives a Spring context of tests its own database, and lets nothing run by the clock in it. */
public class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestDatabase database = TestDatabase.freshFromTemplate();
        TestPropertyValues.of(database.properties())
                .and("camunda.bpm.job-execution.enabled=false", "spring.session.jdbc.cleanup-cron=-",
                        "coopfund.sealing.every=0s")
                .applyTo(context);
        context.getBeanFactory().registerSingleton("testDatabase", database);
    }
}
