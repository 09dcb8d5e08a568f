package vn.coopfund.servicing;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;
import vn.coopfund.cooperatives.LinkSignIn;

class LoanApiModuleTests extends LoanModuleTest {

    @Autowired
    MockMvc mvc;
    @Autowired
    LinkSignIn linkSignIn;

    @Test
    void showsBalancesDaysPastDueAndGroup() throws Exception {
        long loan = disbursed(false);
        businessDay.moveTo(LocalDate.of(2026, 6, 15));
        mvc.perform(get("/api/v1/loans/" + loan).with(staff.signedIn(Role.LOAN_OFFICER))).andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value(String.valueOf(loan)))
                .andExpect(jsonPath("$.state").value("ACTIVE"))
                .andExpect(jsonPath("$.principalOutstanding").value(500_000_000))
                .andExpect(jsonPath("$.interestDue").value(8_136_986))
                .andExpect(jsonPath("$.interestAccrued").value(4_825_685))
                .andExpect(jsonPath("$.overdueInterest").value(1_034_075))
                .andExpect(jsonPath("$.lateInterest").value(135_988))
                .andExpect(jsonPath("$.credit").value(0))
                .andExpect(jsonPath("$.daysPastDue").value(61))
                .andExpect(jsonPath("$.debtGroup").value(3))
                .andExpect(jsonPath("$.officialGroup").value(1))
                .andExpect(jsonPath("$.disbursed").value(500_000_000))
                .andExpect(jsonPath("$.nextDue.dueOn").value("2026-04-15"))
                .andExpect(jsonPath("$.nextDue.principal").value(62_500_000))
                .andExpect(jsonPath("$.nextDue.interest").value(8_136_986));
    }

    @Test
    void quotesWhatSettlesTheLoan() throws Exception {
        long loan = disbursed(false);
        quote(loan, "{\"on\":\"2026-06-15\"}").andExpect(status().isOk()).andExpect(jsonPath("$.total").value(514_132_734))
                .andExpect(jsonPath("$.principal").value(500_000_000)).andExpect(jsonPath("$.interest").value(12_962_671));
        quote(loan, "{\"on\":\"2026-01-14\"}").andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("on"));
        quote(loan, "{}").andExpect(status().isUnprocessableEntity());
    }

    @Test
    void takesMoneyOnceForAKey() throws Exception {
        long loan = disbursed(false);
        businessDay.moveTo(FIRST_DUE);
        String body = "{\"amount\":70636986,\"valueDate\":\"2026-04-15\",\"channel\":\"BANK\",\"reference\":\"FT1-" + loan + "\"}";
        String first = repay(loan, body, "key-" + loan).andExpect(status().isCreated())
                .andExpect(jsonPath("$.allocated.principal").value(62_500_000))
                .andExpect(jsonPath("$.allocated.interest").value(8_136_986))
                .andExpect(jsonPath("$.allocated.credit").value(0)).andReturn().getResponse().getContentAsString();
        repay(loan, body, "key-" + loan).andExpect(status().isCreated()).andExpect(content().string(first));
        repay(loan, body.replace("70636986", "70636987"), "key-" + loan).andExpect(status().isUnprocessableEntity());
        repay(loan, body, "other-" + loan).andExpect(status().isConflict())
                .andExpect(jsonPath("$.errors[0].field").value("reference"));
        repay(loan, body, null).andExpect(status().isBadRequest());
    }

    @Test
    void saysWhatIsWrongWithAReceipt() throws Exception {
        long loan = disbursed(false);
        repay(loan, "{}", "a" + loan).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[*].field", hasItem("amount")))
                .andExpect(jsonPath("$.errors[*].field", hasItem("valueDate")))
                .andExpect(jsonPath("$.errors[*].field", hasItem("channel")));
        repay(loan, "{\"amount\":1.5,\"valueDate\":\"2026-01-15\",\"channel\":\"BANK\"}", "b" + loan)
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.errors[0].field").value("amount"));
        repay(loan, "{\"amount\":-5,\"valueDate\":\"2026-01-15\",\"channel\":\"BANK\"}", "c" + loan)
                .andExpect(status().isUnprocessableEntity());
        repay(loan, "{\"amount\":5,\"valueDate\":\"2026-02-30\",\"channel\":\"BANK\"}", "d" + loan)
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.errors[0].field").value("valueDate"));
        repay(loan, "{\"amount\":5,\"valueDate\":\"2026-01-15\",\"channel\":\"GOLD\"}", "e" + loan)
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.errors[0].field").value("channel"));
        repay(loan, "{\"amount\":5,\"valueDate\":\"2026-01-16\",\"channel\":\"BANK\"}", "f" + loan)
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.errors[0].field").value("valueDate"));
    }

    @Test
    void waitsForASecondPersonWithTwoHundredAndTwo() throws Exception {
        long loan = disbursed(false);
        businessDay.moveTo(FIRST_DUE.plusDays(10));
        repay(loan, "{\"amount\":70636986,\"valueDate\":\"2026-04-15\",\"channel\":\"BANK\"}", "k" + loan)
                .andExpect(status().isAccepted()).andExpect(jsonPath("$.state").value("PENDING"));
    }

    @Test
    void isRefusedByRoleBeforeTheBodyIsRead() throws Exception {
        long loan = disbursed(false);
        mvc.perform(json(post("/api/v1/loans/" + loan + "/repayments"), "nonsense").header("Idempotency-Key", "x")
                .with(staff.signedIn(Role.DIRECTOR))).andExpect(status().isForbidden());
        mvc.perform(get("/api/v1/loans").with(staff.signedIn(Role.ADMINISTRATOR))).andExpect(status().isForbidden());
    }

    @Test
    void hidesForeignLoansFromABorrower() throws Exception {
        long foreign = disbursed(false);
        startInJanuary();
        long own = signed(false);
        Actor director = staff.named("htx-api-" + borrower, Role.BORROWER);
        linkSignIn.link(borrower, director.username());
        mvc.perform(get("/api/v1/loans/" + foreign).with(Staff.signedIn(director))).andExpect(status().isNotFound());
        mvc.perform(get("/api/v1/loans/" + foreign + "/statement").with(Staff.signedIn(director))).andExpect(status().isNotFound());
        mvc.perform(json(post("/api/v1/loans/" + foreign + "/payoff-quote"), "{\"on\":\"2026-06-15\"}")
                .with(Staff.signedIn(director))).andExpect(status().isNotFound());
        mvc.perform(get("/api/v1/loans/nonsense").with(Staff.signedIn(director))).andExpect(status().isNotFound());
        mvc.perform(get("/api/v1/loans").with(Staff.signedIn(director))).andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(1)).andExpect(jsonPath("$.items[0].id").value(String.valueOf(own)));
    }

    @Test
    void listsFiltersSortsAndPages() throws Exception {
        long loan = disbursed(false);
        businessDay.moveTo(FIRST_DUE.plusDays(1));
        mvc.perform(get("/api/v1/loans?pastDue=true&q=vai thieu&sort=-daysPastDue&size=1000").with(staff.signedIn(Role.CONTROLLER)))
                .andExpect(status().isOk()).andExpect(jsonPath("$.items[*].id", hasItem(String.valueOf(loan))))
                .andExpect(jsonPath("$.size").value(1000));
        mvc.perform(get("/api/v1/loans?state=CANCELLED&size=1000").with(staff.signedIn(Role.CONTROLLER)))
                .andExpect(jsonPath("$.items[*].id", not(hasItem(String.valueOf(loan)))));
        mvc.perform(get("/api/v1/loans?size=1001").with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isUnprocessableEntity());
    }

    @Test
    void showsTheScheduleOfTheContractBeforeTheMoneyLeaves() throws Exception {
        long loan = signed(false);
        mvc.perform(get("/api/v1/loans/" + loan + "/schedule").with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk())
                .andExpect(jsonPath("$.totals.interest").value(37_045_890));
        mvc.perform(get("/api/v1/loans/" + loan).with(staff.signedIn(Role.CONTROLLER)))
                .andExpect(jsonPath("$.principalOutstanding").value(0)).andExpect(jsonPath("$.nextDue").isEmpty());
    }

    @Test
    void scheduleAndStatementAddUp() throws Exception {
        long loan = disbursed(false);
        mvc.perform(get("/api/v1/loans/" + loan + "/schedule").with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk())
                .andExpect(jsonPath("$.rows.length()").value(8)).andExpect(jsonPath("$.rows[0].dueOn").value("2026-04-15"))
                .andExpect(jsonPath("$.totals.principal").value(500_000_000)).andExpect(jsonPath("$.totals.interest").value(37_045_890));
        mvc.perform(get("/api/v1/loans/" + loan + "/statement").with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].kind").value("DISBURSEMENT"))
                .andExpect(jsonPath("$.items[0].paidOut").value(500_000_000))
                .andExpect(jsonPath("$.items[0].principalBalance").value(500_000_000))
                .andExpect(jsonPath("$.items[0].creditBalance").value(0));
        mvc.perform(get("/api/v1/loans/" + loan + "/statement").accept("text/csv").with(staff.signedIn(Role.CONTROLLER)))
                .andExpect(status().isOk()).andExpect(content().contentTypeCompatibleWith("text/csv"))
                .andExpect(content().string(startsWith("valueDate,bookedOn,kind")))
                .andExpect(content().string(containsString("2026-01-15,2026-01-15,DISBURSEMENT")));
    }

    private ResultActions quote(long loan, String body) throws Exception {
        return mvc.perform(json(post("/api/v1/loans/" + loan + "/payoff-quote"), body).with(staff.signedIn(Role.ACCOUNTANT)));
    }

    private ResultActions repay(long loan, String body, String key) throws Exception {
        MockHttpServletRequestBuilder call = json(post("/api/v1/loans/" + loan + "/repayments"), body)
                .with(staff.signedIn(Role.ACCOUNTANT));
        return mvc.perform(key == null ? call : call.header("Idempotency-Key", key));
    }

    private static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder call, String body) {
        return call.contentType(MediaType.APPLICATION_JSON).content(body);
    }
}
