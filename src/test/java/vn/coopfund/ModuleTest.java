package vn.coopfund;

import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole program on a migrated database without demonstration data, asked by mock requests.
 *
 * <p>All tests of modules extend this and share one context and one database: no mock beans, no properties of one's
 * own, and no counting on an empty table.
 */
@SpringBootTest
@AutoConfigureMockMvc
@ContextConfiguration(initializers = FreshDatabase.class)
public abstract class ModuleTest {
}
