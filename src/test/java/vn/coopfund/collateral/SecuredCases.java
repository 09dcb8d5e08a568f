package vn.coopfund.collateral;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.money.Dong;
import vn.coopfund.origination.Applications;
import vn.coopfund.origination.Cases;
import vn.coopfund.origination.OfferCollateral;
import vn.coopfund.origination.SubmitApplication;
import vn.coopfund.schedule.EarlyRepayment;
import vn.coopfund.servicing.Channel;
import vn.coopfund.servicing.Loans;
import vn.coopfund.servicing.Receipt;
import vn.coopfund.servicing.TakeRepayment;

/** Applications and loans secured by items, brought along by the people whose turn it is. */
@Component
class SecuredCases {

    private final Cases cases;
    private final Applications applications;
    private final OfferCollateral offerCollateral;
    private final SubmitApplication submitApplication;
    private final Items items;
    private final Loans loans;
    private final TakeRepayment takeRepayment;
    private final BusinessDay businessDay;

    SecuredCases(Cases cases, Applications applications, OfferCollateral offerCollateral, SubmitApplication submitApplication,
            Items items, Loans loans, TakeRepayment takeRepayment, BusinessDay businessDay) {
        this.cases = cases;
        this.applications = applications;
        this.offerCollateral = offerCollateral;
        this.submitApplication = submitApplication;
        this.items = items;
        this.loans = loans;
        this.takeRepayment = takeRepayment;
        this.businessDay = businessDay;
    }

    static ItemContent land(String certificate, long estimate) {
        return ItemContent.of(CollateralKind.LAND, Dong.of(estimate), Map.of("certificate", certificate, "plot", "125",
                "mapSheet", "14", "area", "1.200,5", "address", "Thôn Trại Một, xã Quý Sơn", "holders", "HTX vải thiều"));
    }

    static ItemContent truck(String chassis) {
        return ItemContent.of(CollateralKind.VEHICLE, Dong.of(400_000_000), Map.of("plate", "98c-123.45", "chassis", chassis,
                "engine", "4HK1-99"));
    }

    ItemContent guarantee() {
        return ItemContent.of(CollateralKind.GUARANTEE, Dong.of(200_000_000), Map.of("guarantor", "Nguyễn Văn Bền",
                "guaranteed", "200.000.000", "until", businessDay.today().plusYears(3).toString()));
    }

    Subject drafted(Actor cooperative) {
        return cases.drafted(cooperative, Cases.secured(150_000_000)).subject();
    }

    Item offered(Actor who, Subject application, ItemContent content) {
        return Actors.as(who, () -> offerCollateral.offer(application, null, content));
    }

    void submitted(Actor cooperative, Subject application) {
        Actors.as(cooperative, () -> submitApplication.submit(application));
    }

    /** Submitted, appraised, decided and signed by all whose turn it is; answers the id of the loan. */
    long signed(Actor cooperative, Subject application) {
        submitted(cooperative, application);
        cases.complete(application, "Task_CheckCompleteness", Role.LOAN_OFFICER, Map.of("outcome", "COMPLETE"));
        cases.complete(application, "Task_AppraiseApplication", Role.APPRAISER, Map.of("outcome", "LEND"));
        cases.council();
        cases.complete(application, "Task_ReviewAppraisal", Role.HEAD_OF_LENDING, Map.of("outcome", "SUBMIT"));
        if (cases.openTasks(application).contains("Task_DecideApplication")) {
            cases.complete(application, "Task_DecideApplication", Role.DIRECTOR, Map.of("outcome", "APPROVED"));
        } else {
            cases.councilVotes(application, "FOR");
            cases.complete(application, "Task_SignDecision", Role.DIRECTOR, Map.of("outcome", "SIGN"));
        }
        cases.complete(application, "Task_PrepareContract", Role.LOAN_OFFICER, Map.of());
        cases.complete(application, "Task_SignContract", Role.DIRECTOR, Map.of("evidence", "PAPER"));
        return Actors.as(cooperative, () -> applications.byId(application.id())).loanId();
    }

    void registered(Subject application, String number) {
        cases.complete(application, "Task_RegisterSecurity", Role.LOAN_OFFICER, Map.of("outcome", "REGISTERED", "number", number));
    }

    void prepared(long loan) {
        if (cases.openTasks(Subject.loan(loan)).contains("Task_ConfirmNoBadDebt")) {
            cases.complete(Subject.loan(loan), "Task_ConfirmNoBadDebt", Role.LOAN_OFFICER, Map.of("outcome", "NO_BAD_DEBT"));
        }
        cases.complete(Subject.loan(loan), "Task_PrepareDisbursement", Role.ACCOUNTANT, Map.of());
    }

    void disbursed(long loan) {
        prepared(loan);
        cases.complete(Subject.loan(loan), "Task_CheckDisbursement", Role.CHIEF_ACCOUNTANT, Map.of("outcome", "APPROVED"));
        cases.complete(Subject.loan(loan), "Task_ApproveDisbursement", Role.DIRECTOR, Map.of("outcome", "APPROVED"));
        cases.complete(Subject.loan(loan), "Task_PayDisbursement", Role.CASHIER, Map.of());
    }

    void paidOff(long loan) {
        cases.staff().as(Role.ACCOUNTANT, () -> takeRepayment.take(Subject.loan(loan), new Receipt(
                Dong.of(loans.file(loan).position().payoffQuote().total()), businessDay.today(), Channel.BANK, "FT-" + loan,
                EarlyRepayment.PAYOFF)));
    }

    Item item(long id) {
        return items.get(id);
    }
}
