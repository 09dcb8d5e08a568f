package vn.coopfund.cooperatives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.coopfund.ModuleTest;
import vn.coopfund.web.Refusal;

class RegisterBorrowerModuleTests extends ModuleTest {

    @Autowired
    RegisterBorrower registerBorrower;
    @Autowired
    UpdateBorrower updateBorrower;
    @Autowired
    Borrowers borrowers;
    @Autowired
    JdbcClient jdbc;

    @Test
    void keepsTheWholeFile() {
        BorrowerData data = BorrowerFixture.cooperative("HTX  vải thiều Kiên Thành ");
        BorrowerView view = registerBorrower.register(BorrowerKind.COOPERATIVE, data);
        assertThat(view.name()).isEqualTo("HTX vải thiều Kiên Thành");
        assertThat(view.address()).isEqualTo("Thôn Trại Một, Xã Lục Ngạn, Tỉnh Bắc Ninh");
        assertThat(view.profileComplete()).isTrue();
        assertThat(view.memberOfAlliance()).isTrue();
        BorrowerFile file = borrowers.file(view.id());
        assertThat(file.data()).isEqualTo(data.cleaned(BorrowerKind.COOPERATIVE));
        assertThat(file.missing()).isEmpty();
    }

    @Test
    void opensAFileByNameAndNumberAndSaysWhatIsMissing() {
        BorrowerView view = registerBorrower.register(BorrowerKind.UNION,
                BorrowerFixture.bare("Liên hiệp HTX Lạng Giang", BorrowerFixture.taxNumber()));
        assertThat(view.profileComplete()).isFalse();
        assertThat(borrowers.file(view.id()).missing()).contains("address.communeCode", "representative.citizenNumber", "members");
    }

    @Test
    void letsAPersonRepresentItself() {
        BorrowerData data = BorrowerFixture.person("Lê Thị Mơ");
        BorrowerView view = registerBorrower.register(BorrowerKind.PERSON, data);
        assertThat(view.representativeName()).isEqualTo("Lê Thị Mơ");
        assertThat(view.profileComplete()).isTrue();
        assertThat(borrowers.forPaper(view.id()).representative().citizenNumber()).isEqualTo(data.number());
    }

    @Test
    void refusesMembersThatAreEnterprises() {
        BorrowerData given = BorrowerFixture.person("Công ty Thịnh Phát");
        BorrowerData enterprise = new BorrowerData(given.name(), given.number(), MemberKind.ENTERPRISE, given.memberOf(), null,
                given.address(), given.phone(), null, null, null, null, given.representative(), null);
        assertRefused(BorrowerKind.PERSON, enterprise, "memberKind:cooperatives.refused.enterprise");
    }

    @Test
    void databaseHasNoWordForEnterprises() {
        BorrowerView view = registerBorrower.register(BorrowerKind.PERSON, BorrowerFixture.person("Trần Văn Ba"));
        assertThatThrownBy(() -> jdbc.sql("update cooperatives.borrower set member_kind = 'ENTERPRISE' where id = ?")
                .param(view.id()).update()).hasMessageContaining("member_kind");
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        BorrowerData wrong = new BorrowerData(" ", "2400123456", null, null, LocalDate.of(2199, 1, 1),
                new Address("x", "24", "00004"), "12", "nobody", null, null, 0,
                new Representative("A", null, "123", LocalDate.of(2024, 1, 1), "x"), new BankAccount("b", "1", "c"));
        assertRefused(BorrowerKind.COOPERATIVE, wrong, "name:cooperatives.refused.name", "number:cooperatives.refused.tax-number",
                "foundedOn:cooperatives.refused.future", "members:cooperatives.refused.members",
                "address.communeCode:cooperatives.refused.commune", "phone:cooperatives.refused.phone",
                "email:cooperatives.refused.email", "representative.phone:cooperatives.refused.phone",
                "representative.citizenNumber:cooperatives.refused.citizen-number",
                "representative.bornOn:cooperatives.refused.age", "bank.number:cooperatives.refused.bank-account");
    }

    @Test
    void refusesANumberTwice() {
        BorrowerData data = BorrowerFixture.cooperative("HTX một");
        registerBorrower.register(BorrowerKind.COOPERATIVE, data);
        assertRefused(BorrowerKind.COOPERATIVE, data, "number:cooperatives.refused.known-number");
    }

    @Test
    void refusesToWriteOverWhatSomebodyElseWrote() {
        BorrowerData data = BorrowerFixture.cooperative("HTX hai");
        long id = registerBorrower.register(BorrowerKind.COOPERATIVE, data).id();
        int seen = borrowers.file(id).version();
        BorrowerData renamed = BorrowerFixture.cooperative("HTX hai mới");
        updateBorrower.update(id, seen, renamed);
        assertThatThrownBy(() -> updateBorrower.update(id, seen, data)).isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(borrowers.byId(id).name()).isEqualTo("HTX hai mới");
    }

    private void assertRefused(BorrowerKind kind, BorrowerData data, String... reasons) {
        assertThatThrownBy(() -> registerBorrower.register(kind, data)).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.reasons()).extracting(reason -> reason.field() + ":" + reason.code())
                        .containsExactlyInAnyOrderElementsOf(List.of(reasons)));
    }
}
