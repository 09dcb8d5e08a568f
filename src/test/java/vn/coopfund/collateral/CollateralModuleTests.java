package vn.coopfund.collateral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.DutyConflict;
import vn.coopfund.access.NotAllowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.ledger.Memorandum;
import vn.coopfund.money.Dong;
import vn.coopfund.notices.Notices;
import vn.coopfund.origination.Applications;
import vn.coopfund.origination.Cases;
import vn.coopfund.origination.OfferCollateral;
import vn.coopfund.origination.WithdrawCollateral;
import vn.coopfund.reporting.Matter;
import vn.coopfund.reporting.Matters;
import vn.coopfund.servicing.LoanState;
import vn.coopfund.servicing.Loans;
import vn.coopfund.servicing.ShareCollateral;
import vn.coopfund.servicing.WaiveRegistration;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.SortBy;
import vn.coopfund.workflow.CaseEvents;

/** Items from their offer to their release, by the people whose turn it is. */
class CollateralModuleTests extends ModuleTest {

    @Autowired Cases cases;
    @Autowired SecuredCases secured;
    @Autowired Items items;
    @Autowired Covers covers;
    @Autowired Handovers handovers;
    @Autowired Registrations registrations;
    @Autowired Releases releases;
    @Autowired Valuations valuations;
    @Autowired OfferCollateral offerCollateral;
    @Autowired WithdrawCollateral withdrawCollateral;
    @Autowired ValueCollateral valueCollateral;
    @Autowired RegisterItem registerItem;
    @Autowired DeregisterItem deregisterItem;
    @Autowired TakePapers takePapers;
    @Autowired ReturnPapers returnPapers;
    @Autowired SignHandover signHandover;
    @Autowired ReleaseItem releaseItem;
    @Autowired ProposeRelease proposeRelease;
    @Autowired DecideRelease decideRelease;
    @Autowired InsureItem insureItem;
    @Autowired TellInsuranceEnding insuranceEnding;
    @Autowired ShareCollateral shareCollateral;
    @Autowired WaiveRegistration waiveRegistration;
    @Autowired Applications applications;
    @Autowired Loans loans;
    @Autowired Memorandum memorandum;
    @Autowired Notices notices;
    @Autowired CaseEvents events;
    @Autowired Matters matters;
    @Autowired BusinessDay businessDay;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private Actor cooperative;
    private LocalDate before;

    @BeforeEach
    void aCooperative() {
        before = businessDay.today();
        cooperative = cases.cooperative("tsbd-" + UUID.randomUUID().toString().substring(0, 8));
    }

    @AfterEach
    void goBackToWhereItWas() {
        businessDay.moveTo(before);
    }

    private static String unique(String what) {
        return what + " " + UUID.randomUUID().toString().substring(0, 8);
    }

    private void as(Role role, Runnable act) {
        cases.staff().as(role, () -> {
            act.run();
            return null;
        });
    }

    private void as(Actor actor, Runnable act) {
        Actors.as(actor, () -> {
            act.run();
            return null;
        });
    }

    /** A loan secured by one piece of land, registered; answers the ids of both. */
    private long[] landed() {
        Subject application = secured.drafted(cooperative);
        Item item = secured.offered(cooperative, application, SecuredCases.land(unique("BG"), 300_000_000));
        long loan = secured.signed(cooperative, application);
        secured.registered(application, "ĐK-" + item.id());
        return new long[] {item.id(), loan};
    }

    @Test
    void anItemGoesFromItsOfferToItsReleaseThroughTheProcesses() {
        Subject application = secured.drafted(cooperative);
        Item item = secured.offered(cooperative, application, SecuredCases.land(unique("BG"), 300_000_000));
        assertThat(item.state()).isEqualTo(ItemState.OFFERED);
        assertThat(item.number()).endsWith("/TSBĐ");
        assertThat(item.fields()).containsEntry(CollateralField.AREA, "1200.5");
        assertThat(item.description()).contains("Quyền sử dụng đất", "thửa 125", "1.200,5 m²");

        long loan = secured.signed(cooperative, application);
        Item bound = secured.item(item.id());
        assertThat(bound.value()).isEqualTo(300_000_000);
        assertThat(bound.state()).isEqualTo(ItemState.SECURED);
        assertThat(bound.registrationDue()).isTrue();
        assertThat(bound.openCovers()).singleElement().satisfies(cover -> {
            assertThat(cover.loanId()).isEqualTo(loan);
            assertThat(cover.contractNumber()).endsWith("/HĐBĐ-QHTX");
        });
        assertThat(cases.openTasks(application)).containsExactly("Task_RegisterSecurity");

        assertThatThrownBy(() -> secured.prepared(loan)).hasMessageContaining("unregistered");
        assertThatThrownBy(() -> secured.registered(application, " ")).hasMessageContaining("number");
        secured.registered(application, "ĐK 123/2026");
        assertThat(cases.openTasks(application)).isEmpty();
        assertThat(secured.item(item.id()).state()).isEqualTo(ItemState.REGISTERED);

        long held = memorandum.balance("994", null, businessDay.today());
        long[] minutes = new long[1];
        as(Role.LOAN_OFFICER, () -> minutes[0] = takePapers.take(item.id(), "GCN quyền sử dụng đất, bản chính", "Két số 2", "Bà Hoa",
                businessDay.today()));
        assertThat(memorandum.balance("994", null, businessDay.today())).isEqualTo(held + 300_000_000);
        as(cooperative, () -> signHandover.sign(minutes[0]));
        assertThat(handovers.of(item.id())).singleElement().satisfies(one -> {
            assertThat(one.number()).endsWith("/BBGN-QHTX");
            assertThat(one.signedBy()).isNotNull();
            assertThat(one.heldYet()).isTrue();
        });

        secured.disbursed(loan);
        secured.paidOff(loan);
        assertThat(cases.openTasks(Subject.loan(loan))).containsExactly("Task_ReleaseCollateral");
        cases.complete(Subject.loan(loan), "Task_ReleaseCollateral", Role.LOAN_OFFICER, Map.of());
        assertThat(secured.item(item.id())).satisfies(free -> {
            assertThat(free.state()).isEqualTo(ItemState.RETURNED);
            assertThat(free.papersHeld()).isFalse();
            assertThat(free.registration()).isEqualTo("DEREGISTERED");
        });
        assertThat(memorandum.balance("994", null, businessDay.today())).isEqualTo(held);
        assertThat(handovers.of(item.id())).hasSize(2);
        assertThat(loans.file(loan).loan().state()).isEqualTo(LoanState.CLOSED);
        assertThat(events.of(item.subject())).extracting(CaseEvents.Line::what).anyMatch(what -> what.contains("Released from loan"));
    }

    @Test
    void whoOnlyNamesItsSecurityMeetsNoNewTask() {
        Subject application = secured.drafted(cooperative);
        long loan = secured.signed(cooperative, application);
        assertThat(cases.openTasks(application)).isEmpty();
        assertThat(items.ofLoan(loan)).singleElement().satisfies(item -> {
            assertThat(item.kind()).isEqualTo(CollateralKind.AS_CONTRACT);
            assertThat(item.value()).isEqualTo(300_000_000);
            assertThat(item.registrationDue()).isFalse();
        });
        secured.disbursed(loan);
    }

    @Test
    void aGuaranteeNeedsNoRegister() {
        Subject application = secured.drafted(cooperative);
        secured.offered(cooperative, application, secured.guarantee());
        long loan = secured.signed(cooperative, application);
        assertThat(cases.openTasks(application)).isEmpty();
        secured.disbursed(loan);
        assertThat(items.ofLoan(loan)).singleElement().extracting(Item::measure).isEqualTo(SecurityMeasure.GUARANTEE);
    }

    @Test
    void theDirectorLetsMoneyLeaveBeforeTheRegistrationAndSaysWhy() {
        Subject application = secured.drafted(cooperative);
        secured.offered(cooperative, application, SecuredCases.truck(unique("KH")));
        long loan = secured.signed(cooperative, application);
        assertThatThrownBy(() -> as(Role.LOAN_OFFICER, () -> waiveRegistration.waive(Subject.loan(loan), "Gấp")))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> as(Role.DIRECTOR, () -> waiveRegistration.waive(Subject.loan(loan), " ")))
                .hasMessageContaining("reason");
        as(Role.DIRECTOR, () -> waiveRegistration.waive(Subject.loan(loan), "Vụ vải đến gần, phiếu hẹn ngày 30"));
        assertThatThrownBy(() -> as(Role.DIRECTOR, () -> waiveRegistration.waive(Subject.loan(loan), "Lần nữa")))
                .hasMessageContaining("waived-already");
        secured.disbursed(loan);
        assertThat(events.of(Subject.loan(loan))).extracting(CaseEvents.Line::what).anyMatch(what -> what.contains("phiếu hẹn"));
        assertThat(cases.staff().as(Role.CONTROLLER, () -> matters.list(new Matters.Filter(Matter.Kind.UNREGISTERED, null, null,
                loans.file(loan).loan().number(), false), SortBy.of(null, "-on", Matters.COLUMNS), new PageOf.Wish(0, 10))).items())
                .singleElement().satisfies(matter -> assertThat(matter.words()).contains("phiếu hẹn"));
        assertThat(cases.openTasks(application)).containsExactly("Task_RegisterSecurity");
        cases.complete(application, "Task_RegisterSecurity", Role.LOAN_OFFICER, Map.of("outcome", "NOT_REQUIRED",
                "reason", "Xe mua lại của Quỹ"));
        assertThat(items.ofLoan(loan).get(0).registrationDue()).isFalse();
    }

    @Test
    void nothingIsReleasedWhileItIsOwedButByTwoPeople() {
        long[] ids = landed();
        assertThatThrownBy(() -> as(Role.LOAN_OFFICER, () -> releaseItem.release(ids[0], ids[1]))).hasMessageContaining("still-owed");
        assertThatThrownBy(() -> as(Role.LOAN_OFFICER, () -> deregisterItem.deregister(ids[0], businessDay.today(), null)))
                .hasMessageContaining("still-secures");
        assertThatThrownBy(() -> as(Role.LOAN_OFFICER, () -> returnPapers.giveBack(ids[0], "Bà Hoa", businessDay.today())))
                .hasMessageContaining("still-secures");
        Actor both = cases.staff().with(Role.LOAN_OFFICER, Role.DIRECTOR);
        as(both, () -> proposeRelease.propose(ids[0], ids[1], "Tài sản còn lại đủ bảo đảm"));
        assertThatThrownBy(() -> as(both, () -> proposeRelease.propose(ids[0], ids[1], "Lần nữa"))).hasMessageContaining("release-asked");
        long asked = releases.of(ids[0]).get(0).id();
        assertThatThrownBy(() -> as(both, () -> decideRelease.decide(ids[0], asked, true, null))).isInstanceOf(DutyConflict.class);
        assertThatThrownBy(() -> jdbc.sql("update collateral.release set state = 'DONE', decided_by = proposed_by, decided_on = ? "
                + "where id = ?").params(businessDay.today(), asked).update()).isInstanceOf(DataAccessException.class);
        assertThat(secured.item(ids[0]).secures()).isTrue();
        assertThatThrownBy(() -> as(Role.DIRECTOR, () -> decideRelease.decide(ids[0], asked, false, " "))).hasMessageContaining("remark");
        as(Role.DIRECTOR, () -> decideRelease.decide(ids[0], asked, true, "Đồng ý"));
        assertThat(secured.item(ids[0]).state()).isEqualTo(ItemState.RELEASED);
        assertThatThrownBy(() -> as(Role.DIRECTOR, () -> decideRelease.decide(ids[0], asked, true, null)))
                .hasMessageContaining("decided-already");
        as(Role.LOAN_OFFICER, () -> deregisterItem.deregister(ids[0], businessDay.today(), "XĐK 1"));
        assertThat(secured.item(ids[0]).state()).isEqualTo(ItemState.RETURNED);
        assertThat(items.on(businessDay.today())).extracting(Security::itemId).doesNotContain(ids[0]);
    }

    @Test
    void whoValuedDoesNotDecideOnTheRelease() {
        long[] ids = landed();
        Actor both = cases.staff().with(Role.APPRAISER, Role.DIRECTOR);
        as(both, () -> valueCollateral.value(ids[0], Dong.of(280_000_000), businessDay.today(), "MARKET", "BB 02"));
        as(Role.LOAN_OFFICER, () -> proposeRelease.propose(ids[0], ids[1], "Đã trả gần hết"));
        assertThatThrownBy(() -> as(both, () -> decideRelease.decide(ids[0], releases.of(ids[0]).get(0).id(), true, null)))
                .isInstanceOf(DutyConflict.class);
        assertThat(valuations.of(ids[0])).extracting(Valuations.Valuation::amount).containsExactly(280_000_000L, 300_000_000L);
    }

    @Test
    void whoValuesWhatIsOfferedDoesNotDecideOnTheApplication() {
        Subject application = secured.drafted(cooperative);
        Item item = secured.offered(cooperative, application, SecuredCases.land(unique("BG"), 300_000_000));
        Actor both = cases.staff().with(Role.APPRAISER, Role.HEAD_OF_LENDING);
        as(both, () -> valueCollateral.value(item.id(), Dong.of(250_000_000), businessDay.today(), "STATE_PRICE", "BB 01"));
        assertThat(secured.item(item.id()).state()).isEqualTo(ItemState.APPRAISED);
        secured.submitted(cooperative, application);
        cases.complete(application, "Task_CheckCompleteness", Role.LOAN_OFFICER, Map.of("outcome", "COMPLETE"));
        cases.complete(application, "Task_AppraiseApplication", Role.APPRAISER, Map.of("outcome", "LEND"));
        assertThatThrownBy(() -> cases.complete(application, "Task_ReviewAppraisal", both, Map.of("outcome", "SUBMIT")))
                .isInstanceOf(DutyConflict.class);
        // what was valued by itself is what the appraisal begins with, and stays
        assertThat(valuations.of(item.id())).singleElement().extracting(Valuations.Valuation::amount).isEqualTo(250_000_000L);
    }

    @Test
    void twoWhoReleaseAtOnceReleaseOnce() throws Exception {
        long[] ids = landed();
        cases.complete(Subject.loan(ids[1]), "Task_ConfirmNoBadDebt", Role.LOAN_OFFICER, Map.of("outcome", "BAD_DEBT"));
        Actor officer = cases.staff().with(Role.LOAN_OFFICER);
        CountDownLatch start = new CountDownLatch(1);
        List<CompletableFuture<Boolean>> tried = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            tried.add(CompletableFuture.supplyAsync(() -> {
                try {
                    start.await(10, TimeUnit.SECONDS);
                    as(officer, () -> releaseItem.release(ids[0], ids[1]));
                    return true;
                } catch (Refusal late) {
                    assertThat(late).hasMessageContaining("released-already");
                    return false;
                } catch (InterruptedException stopped) {
                    throw new IllegalStateException(stopped);
                }
            }));
        }
        start.countDown();
        assertThat(tried.stream().map(CompletableFuture::join)).containsOnlyOnce(true);
        assertThat(secured.item(ids[0]).state()).isEqualTo(ItemState.RELEASED);
    }

    @Test
    void anItemThatSecuresALoanSecuresAnotherBehindIt() {
        long[] ids = landed();
        secured.disbursed(ids[1]);
        assertThat(covers.left(secured.item(ids[0]))).isEqualTo(150_000_000);
        Subject second = secured.drafted(cooperative);
        Item again = Actors.as(cooperative, () -> offerCollateral.offer(second, ids[0], null));
        assertThat(again.id()).isEqualTo(ids[0]);
        long next = secured.signed(cooperative, second);
        // registered once is registered for what comes behind
        assertThat(cases.openTasks(second)).isEmpty();
        assertThat(secured.item(ids[0]).openCovers()).extracting(Item.Cover::loanId, Item.Cover::rank)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(ids[1], 1), org.assertj.core.groups.Tuple.tuple(next, 2));
        assertThat(items.on(businessDay.today())).filteredOn(one -> one.itemId() == ids[0]).singleElement()
                .extracting(Security::claims).asList().hasSize(2);

        secured.paidOff(ids[1]);
        cases.complete(Subject.loan(ids[1]), "Task_ReleaseCollateral", Role.LOAN_OFFICER, Map.of());
        assertThat(secured.item(ids[0])).satisfies(item -> {
            assertThat(item.state()).as("it still secures the second").isEqualTo(ItemState.REGISTERED);
            assertThat(item.openCovers()).extracting(Item.Cover::loanId).containsExactly(next);
        });
        assertThatThrownBy(() -> as(Role.LOAN_OFFICER, () -> shareCollateral.share(Subject.loan(ids[1]), ids[0], null, null)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void anItemSecuresNoLoanOfAnotherCooperative() {
        long[] ids = landed();
        secured.disbursed(ids[1]);
        Actor other = cases.cooperative("tsbd-" + UUID.randomUUID().toString().substring(0, 8));
        Subject theirs = secured.drafted(other);
        secured.offered(other, theirs, SecuredCases.land(unique("BG"), 300_000_000));
        long loan = secured.signed(other, theirs);
        assertThatThrownBy(() -> as(Role.LOAN_OFFICER, () -> shareCollateral.share(Subject.loan(loan), ids[0], null, null)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
        assertThat(secured.item(ids[0]).openCovers()).extracting(Item.Cover::loanId).containsExactly(ids[1]);
    }

    @Test
    void oneAssetIsOneItemAndNobodyElses() {
        String certificate = unique("BG");
        Subject application = secured.drafted(cooperative);
        Item item = secured.offered(cooperative, application, SecuredCases.land(certificate, 300_000_000));
        as(cooperative, () -> withdrawCollateral.withdraw(application, item.id()));
        assertThat(secured.item(item.id()).state()).isEqualTo(ItemState.WITHDRAWN);
        assertThat(secured.offered(cooperative, application, SecuredCases.land(certificate.toLowerCase(), 350_000_000)))
                .extracting(Item::id, Item::estimate).containsExactly(item.id(), 350_000_000L);
        assertThat(Actors.as(cooperative, () -> applications.byId(application.id())).content().securityValue())
                .isEqualTo(Dong.of(350_000_000));
        Actor other = cases.cooperative("khac-" + UUID.randomUUID().toString().substring(0, 8));
        Subject others = secured.drafted(other);
        assertThatThrownBy(() -> secured.offered(other, others, SecuredCases.land(certificate, 1_000))).hasMessageContaining("of-another");
        assertThatThrownBy(() -> Actors.as(other, () -> offerCollateral.offer(others, item.id(), null)))
                .isInstanceOf(Refusal.class).hasMessageContaining("NOT_FOUND");
        assertThatThrownBy(() -> secured.offered(other, application, SecuredCases.truck(unique("K")))).hasMessageContaining("NOT_FOUND");
        assertThatThrownBy(() -> Actors.as(other, () -> items.get(item.id()))).hasMessageContaining("NOT_FOUND");
    }

    @Test
    void anItemMayChangeUntilItsApplicationIsAppraised() {
        Subject application = secured.drafted(cooperative);
        Actor officer = cases.staff().with(Role.LOAN_OFFICER);
        assertThatThrownBy(() -> secured.offered(officer, application, SecuredCases.truck(unique("K"))))
                .hasMessageContaining("borrower-writes");
        secured.submitted(cooperative, application);
        assertThatThrownBy(() -> secured.offered(cooperative, application, SecuredCases.truck(unique("K"))))
                .hasMessageContaining("not-editable");
        Item item = secured.offered(officer, application, SecuredCases.truck(unique("K")));
        cases.complete(application, "Task_CheckCompleteness", Role.LOAN_OFFICER, Map.of("outcome", "COMPLETE"));
        cases.complete(application, "Task_AppraiseApplication", Role.APPRAISER, Map.of("outcome", "LEND"));
        assertThatThrownBy(() -> as(officer, () -> withdrawCollateral.withdraw(application, item.id())))
                .hasMessageContaining("moved-on");
        for (Role role : new Role[] {Role.ACCOUNTANT, Role.APPRAISER, Role.DIRECTOR, Role.CONTROLLER}) {
            assertThatThrownBy(() -> secured.offered(cases.staff().with(role), application, SecuredCases.truck(unique("K"))))
                    .isInstanceOf(NotAllowed.class);
        }
    }

    @Test
    void saysAtOnceWhatAnItemLacks() {
        Subject application = secured.drafted(cooperative);
        ItemContent broken = ItemContent.of(CollateralKind.VEHICLE, null, Map.of("plate", "XE TẢI", "certificate", "BG 1"))
                .ownedBy("Ông Thành", null).insured("Bảo Minh 01", null);
        assertThatThrownBy(() -> secured.offered(cooperative, application, broken)).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.reasons()).extracting(Refusal.Reason::field).containsExactlyInAnyOrder("fields[plate]",
                        "fields[chassis]", "fields[engine]", "fields[certificate]", "estimate", "consent", "insuredUntil"));
        assertThatThrownBy(() -> secured.offered(cooperative, application, ItemContent.of(CollateralKind.AS_CONTRACT, Dong.of(1),
                Map.of()))).hasMessageContaining("rule.kind");
        assertThatThrownBy(() -> secured.offered(cooperative, application, ItemContent.of(CollateralKind.GUARANTEE, Dong.of(1),
                Map.of("guarantor", "A", "guaranteed", "1.000", "until", "2020-01-01")))).hasMessageContaining("rule.over");
        assertThat(secured.offered(cooperative, application, SecuredCases.truck(unique("K")).ownedBy("Ông Thành", "UQ 05/2026")).owner())
                .isEqualTo("Ông Thành");
    }

    @Test
    void tellsOnceBeforeAnInsuranceEnds() {
        long[] ids = landed();
        LocalDate until = businessDay.today().plusDays(20);
        as(Role.LOAN_OFFICER, () -> insureItem.insure(ids[0], "Bảo Minh 07", until));
        transaction.executeWithoutResult(status -> assertThat(insuranceEnding.run(businessDay.today())).isPositive());
        transaction.executeWithoutResult(status -> assertThat(insuranceEnding.run(businessDay.today())).isZero());
        transaction.executeWithoutResult(status -> assertThat(insuranceEnding.run(until.minusDays(1))).isPositive());
        assertThat(Actors.as(cooperative, () -> notices.mine(50))).filteredOn(one -> one.text().contains("Bảo Minh 07")).hasSize(2);
    }

    @Test
    void othersDoNotActOnItems() {
        long[] ids = landed();
        for (Role role : new Role[] {Role.BORROWER, Role.ACCOUNTANT, Role.CONTROLLER, Role.DIRECTOR}) {
            assertThatThrownBy(() -> as(role, () -> registerItem.register(ids[0], null))).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> as(role, () -> takePapers.take(ids[0], "x", "x", "x", null))).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> as(role, () -> releaseItem.release(ids[0], ids[1]))).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> as(role, () -> valueCollateral.value(ids[0], null, null, null, null))).isInstanceOf(NotAllowed.class);
        }
        assertThatThrownBy(() -> as(Role.LOAN_OFFICER, () -> decideRelease.decide(ids[0], 1, true, null))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> as(Role.LOAN_OFFICER, () -> registerItem.register(ids[0], new Registrations.Entry(true, null, "2",
                businessDay.today(), null, null)))).hasMessageContaining("registered-already");
        assertThatThrownBy(() -> jdbc.sql("delete from collateral.registration where item_id = ?").param(ids[0]).update())
                .isInstanceOf(DataAccessException.class);
    }
}
