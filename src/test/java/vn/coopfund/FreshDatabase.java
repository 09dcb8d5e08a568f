package vn.coopfund;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import vn.coopfund.database.FrailDataSource;
import vn.coopfund.database.TestDatabase;

/**
 * Gives a Spring context of tests its own database, lets nothing run by the clock in it, and lets a test lose its
 * connection where it wants to.
 */
public class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestDatabase database = TestDatabase.freshFromTemplate();
        TestPropertyValues.of(database.properties())
                .and("camunda.bpm.job-execution.enabled=false", "spring.session.jdbc.cleanup-cron=-",
                        "coopfund.sealing.every=0s")
                .applyTo(context);
        context.getBeanFactory().registerSingleton("testDatabase", database);
        context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source && name.equals("dataSource") ? new FrailDataSource(source) : bean;
            }
        });
    }
}
