package vn.coopfund;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole program with its demonstration data on a port of its own. All tests that extend this share one program and
 * one database: what one leaves behind, the others find.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = {FreshDatabase.class, DemonstrationTest.WithDemonstration.class})
public abstract class DemonstrationTest {

    static class WithDemonstration implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of("coopfund.demo=true", "coopfund.password-strength=4").applyTo(context);
        }
    }
}
