package vn.coopfund.database;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import vn.coopfund.ModuleTest;

class HealthModuleTests extends ModuleTest {

    @Autowired
    ApplicationContext program;
    @Autowired
    MockMvc anybody;

    @Test
    void isUpAndOpenForAnybodyOnlyWhenTheStartUpWorkIsDone() throws Exception {
        anybody.perform(get("/actuator/health")).andExpect(status().isOk())
                .andExpect(content().json("{\"status\":\"UP\"}"));
        AvailabilityChangeEvent.publish(program, ReadinessState.REFUSING_TRAFFIC);
        try {
            anybody.perform(get("/actuator/health")).andExpect(status().isServiceUnavailable());
            anybody.perform(get("/sign-in")).andExpect(status().isServiceUnavailable())
                    .andExpect(header().exists("Retry-After"));
            anybody.perform(get("/api/v1/days/current")).andExpect(status().isServiceUnavailable());
        } finally {
            AvailabilityChangeEvent.publish(program, ReadinessState.ACCEPTING_TRAFFIC);
        }
    }
}
