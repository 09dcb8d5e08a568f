package vn.coopfund.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;

/** Several people write the same thing at once; and the books are asked by a loan's number. */
class ClashModuleTests extends LoanModuleTest {

    @Autowired
    MockMvc mvc;

    @Test
    void oneBankReferenceOnSeveralLoansAtOnceIsTakenOnce() throws Exception {
        List<Long> loans = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            businessDay.moveTo(SIGNED);
            loans.add(disbursed(false));
        }
        businessDay.moveTo(FIRST_DUE);
        Actor accountant = staff.with(Role.ACCOUNTANT);
        String reference = "FT-SAME-" + UUID.randomUUID();
        CountDownLatch start = new CountDownLatch(1);
        List<CompletableFuture<MockHttpServletResponse>> sent = loans.stream().map(loan -> CompletableFuture.supplyAsync(() -> {
            try {
                start.await(10, TimeUnit.SECONDS);
                return mvc.perform(post("/api/v1/loans/" + loan + "/repayments").header("Idempotency-Key", UUID.randomUUID())
                        .contentType("application/json").with(Staff.signedIn(accountant)).content("""
                                {"amount":1000000,"valueDate":"2026-04-15","channel":"BANK","reference":"%s"}"""
                                .formatted(reference))).andReturn().getResponse();
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        })).toList();
        start.countDown();
        List<Integer> answers = new ArrayList<>();
        for (CompletableFuture<MockHttpServletResponse> one : sent) {
            answers.add(one.join().getStatus());
            if (one.join().getStatus() == 409) {
                assertThat(one.join().getContentAsString(java.nio.charset.StandardCharsets.UTF_8)).contains("ham chiếu");
            }
        }
        assertThat(answers).containsOnly(201, 409).containsOnlyOnce(201);
    }

    @Test
    void journalIsFoundByTheNumberOfTheLoan() throws Exception {
        long loan = disbursed(false);
        String number = file(loan).loan().number();
        mvc.perform(get("/api/v1/ledger/entries").param("loan", number).with(staff.signedIn(Role.ACCOUNTANT)))
                .andExpect(status().isOk()).andExpect(jsonPath("$.items[0].loan").value(String.valueOf(loan)));
        mvc.perform(get("/books/journal").param("loan", " " + number + " ").with(staff.signedIn(Role.ACCOUNTANT)))
                .andExpect(status().isOk()).andExpect(content().string(containsString("500.000.000")));
        mvc.perform(get("/books/journal.csv").param("loan", number).with(staff.signedIn(Role.ACCOUNTANT)))
                .andExpect(status().isOk()).andExpect(content().string(containsString("500000000")));
        mvc.perform(get("/books/journal").param("loan", "9999/2026/KV-QHTX").with(staff.signedIn(Role.ACCOUNTANT)))
                .andExpect(status().isOk()).andExpect(content().string(containsString("filter-loan-error")));
        mvc.perform(get("/books/journal").param("from", "2026-02-30").with(staff.signedIn(Role.ACCOUNTANT)))
                .andExpect(status().isOk()).andExpect(content().string(containsString("filter-from-error")));
        mvc.perform(get("/api/v1/ledger/entries").param("loan", "9999/2026/KV-QHTX").with(staff.signedIn(Role.ACCOUNTANT)))
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.errors[0].field").value("loan"));
    }
}
