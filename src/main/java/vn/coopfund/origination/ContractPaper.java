package vn.coopfund.origination;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.WorkingDays;
import vn.coopfund.cooperatives.BorrowerData;
import vn.coopfund.cooperatives.Borrowers;
import vn.coopfund.documents.PrintedForms;
import vn.coopfund.documents.Signature;
import vn.coopfund.money.AmountInWords;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.Part;
import vn.coopfund.schedule.RepaymentSchedule;
import vn.coopfund.schedule.RepaymentTerms;
import vn.coopfund.web.Refusal;

/** The loan contract on paper: parties, amount in figures and words, rates, and the schedule as its annex. */
@Component
public class ContractPaper {

    private final Applications applications;
    private final Borrowers borrowers;
    private final Decisions decisions;
    private final Contracts contracts;
    private final PrintedForms forms;
    private final People people;
    private final WorkingDays workingDays;
    private final JdbcClient jdbc;

    ContractPaper(Applications applications, Borrowers borrowers, Decisions decisions, Contracts contracts,
            PrintedForms forms, People people, WorkingDays workingDays, JdbcClient jdbc) {
        this.applications = applications;
        this.borrowers = borrowers;
        this.decisions = decisions;
        this.contracts = contracts;
        this.forms = forms;
        this.people = people;
        this.workingDays = workingDays;
        this.jdbc = jdbc;
    }

    /** As PDF; 404 before the contract is drawn up. */
    @Transactional
    public byte[] pdf(long applicationId) {
        return forms.pdf("origination/print/contract", model(applicationId));
    }

    private Map<String, Object> model(long applicationId) {
        ApplicationView application = applications.byId(applicationId);
        Contracts.Contract contract = contracts.of(applicationId).orElseThrow(Refusal::notFound);
        Decisions.Decision decision = decisions.of(applicationId).orElseThrow(Refusal::notFound);
        BorrowerData borrower = borrowers.forPaper(application.borrowerId());
        String director = people.withRole(Role.DIRECTOR).stream().findFirst().map(who -> who.displayName()).orElse(null);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("number", contract.number());
        model.put("date", contract.drawnUpOn());
        model.put("contract", contract);
        model.put("decision", decision);
        model.put("content", application.content());
        model.put("borrower", borrower);
        model.put("borrowerAddress", borrowers.byId(application.borrowerId()).address());
        model.put("director", director);
        model.put("fund", jdbc.sql("select name, address, phone, bank_name, bank_account from access.fund where id = ?")
                .param(application.fundId()).query().singleRow());
        model.put("inWords", AmountInWords.WITH_LE.of(Dong.longOf(decision.amount())));
        RepaymentTerms terms = contract.terms().repayment();
        model.put("loan", contract.terms());
        model.put("terms", terms);
        model.put("months", terms.every() == null ? 0 : terms.every().count());
        model.put("inTermOrder", words(contract.terms().inTermOrder()));
        model.put("overdueOrder", words(contract.terms().overdueOrder()));
        model.put("schedule", RepaymentSchedule.of(terms, workingDays.holidays().negate()::test));
        model.put("signatures", List.of(Signature.sealed("documents.print.borrower", borrower.representative().name()),
                Signature.sealed("documents.print.lender", director)));
        return model;
    }

    private static List<String> words(List<Part> order) {
        return order.stream().map(part -> "products.part." + part).toList();
    }
}
