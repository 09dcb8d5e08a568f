package vn.coopfund.cooperatives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

class ConsentModuleTests extends ModuleTest {

    static final LocalDate SIGNED = LocalDate.of(2026, 1, 10);
    static final Set<ConsentPurpose> ALL = EnumSet.allOf(ConsentPurpose.class);

    @Autowired
    RegisterBorrower registerBorrower;
    @Autowired
    UpdateBorrower updateBorrower;
    @Autowired
    RecordConsent recordConsent;
    @Autowired
    WithdrawConsent withdrawConsent;
    @Autowired
    LinkSignIn linkSignIn;
    @Autowired
    Consents consents;
    @Autowired
    Borrowers borrowers;
    @Autowired
    People people;

    BorrowerData data;
    long borrower;

    @BeforeEach
    void register() {
        data = BorrowerFixture.cooperative("HTX dược liệu");
        borrower = registerBorrower.register(BorrowerKind.COOPERATIVE, data).id();
    }

    @Test
    void isNotThereUntilSomebodyGivesIt() {
        assertThat(borrowers.byId(borrower).consentGiven()).isFalse();
    }

    @Test
    void namesPurposesTextAndDay() {
        recordConsent.record(borrower, ConsentPurpose.allNeeded(), SIGNED);
        assertThat(borrowers.byId(borrower).consentGiven()).isTrue();
        assertThat(consents.standing(borrower)).hasValueSatisfying(consent -> {
            assertThat(consent.purposes()).containsExactly(ConsentPurpose.LENDING, ConsentPurpose.CREDIT_HISTORY);
            assertThat(consent.textVersion()).isEqualTo("2026-01");
            assertThat(consent.evidence()).isEqualTo("PAPER");
            assertThat(consent.givenOn()).isEqualTo(SIGNED);
            assertThat(consent.personName()).isEqualTo("Nguyễn Văn Thành");
        });
    }

    @Test
    void isNotEnoughForScoringAlone() {
        assertThatThrownBy(() -> recordConsent.record(borrower, EnumSet.of(ConsentPurpose.CREDIT_SCORING), SIGNED))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void endsWhenWithdrawnAndStaysOnRecord() {
        recordConsent.record(borrower, ALL, SIGNED);
        withdrawConsent.withdraw(borrower);
        assertThat(borrowers.byId(borrower).consentGiven()).isFalse();
        assertThat(consents.of(borrower)).singleElement().matches(consent -> consent.withdrawnAt() != null);
    }

    @Test
    void replacesAnEarlierOne() {
        recordConsent.record(borrower, ALL, SIGNED);
        recordConsent.record(borrower, ConsentPurpose.allNeeded(), SIGNED);
        assertThat(consents.of(borrower)).hasSize(2);
        assertThat(consents.standing(borrower).orElseThrow().purposes()).hasSize(2);
    }

    @Test
    void doesNotHoldForTheNextRepresentative() {
        recordConsent.record(borrower, ALL, SIGNED);
        BorrowerData after = new BorrowerData(data.name(), data.number(), null, null, data.foundedOn(), data.address(),
                data.phone(), data.email(), data.lineOfBusiness(), null, 10, new Representative("Vũ Thị Lan", "Giám đốc",
                BorrowerFixture.citizenNumber(), LocalDate.of(1985, 5, 5), null), null);
        updateBorrower.update(borrower, null, after);
        assertThat(borrowers.byId(borrower).consentGiven()).isFalse();
    }

    @Test
    void comesFromTheBorrowersOwnSignInWithoutPaper() {
        Actor director = signIn();
        linkSignIn.link(borrower, director.username());
        Actors.as(director, () -> recordConsent.record(borrower, ALL, null));
        assertThat(consents.standing(borrower).orElseThrow().evidence()).isEqualTo("SIGN_IN");
    }

    @Test
    void isNothingThatAnotherCooperativeCouldGive() {
        Actor stranger = signIn();
        assertThatThrownBy(() -> Actors.as(stranger, () -> recordConsent.record(borrower, ALL, null)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    }

    private Actor signIn() {
        String username = "htx-" + UUID.randomUUID();
        people.add(username, "Người của HTX", null, Set.of(Role.BORROWER));
        return people.find(people.byUsername(username).id()).orElseThrow();
    }
}
