package vn.coopfund.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.NotAllowed;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;
import vn.coopfund.calendar.BusinessDay;

/** Another chart of accounts, by two administrators. */
class ChartModuleTests extends ModuleTest {

    @Autowired
    ProposeChart proposeChart;
    @Autowired
    ConfirmBookProposal confirm;
    @Autowired
    BookProposals proposals;
    @Autowired
    ChartText chart;
    @Autowired
    Accounts accounts;
    @Autowired
    Journal journal;
    @Autowired
    BusinessDay businessDay;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    People people;

    Staff staff;
    Actor first;
    Actor second;
    LocalDate today;

    @BeforeEach
    void meetPeople() {
        staff = new Staff(people);
        first = staff.with(Role.ADMINISTRATOR);
        second = staff.named("administrator-2", Role.ADMINISTRATOR);
        today = businessDay.today();
    }

    @Test
    void secondAdministratorLetsAnotherChartBe() {
        String csv = without("811") + "\n1289,Đầu tư khác,Other investments,ASSET,DEBIT,128,";
        BookProposal proposal = propose(csv.replace("Tạm ứng,", "Tạm ứng nhân viên,"));
        assertThat(Actors.as(second, () -> proposals.differences(proposal))).extracting(ChartChange.Difference::what, ChartChange.Difference::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(ChartChange.Difference.What.ADDED, "1289"),
                        org.assertj.core.groups.Tuple.tuple(ChartChange.Difference.What.RENAMED, "141"),
                        org.assertj.core.groups.Tuple.tuple(ChartChange.Difference.What.ENDED, "811"));
        assertThatThrownBy(() -> confirm(first, proposal)).hasMessageContaining("own-proposal");
        assertThatThrownBy(() -> confirm(staff.with(Role.CHIEF_ACCOUNTANT), proposal)).isInstanceOf(NotAllowed.class);
        confirm(second, proposal);
        assertThat(accounts.named("1289").parent()).isEqualTo("128");
        assertThat(accounts.named("141").nameVi()).isEqualTo("Tạm ứng nhân viên");
        assertThat(jdbc.sql("select valid_to from ledger.account where fund_id = 1 and code = '811'").query(LocalDate.class).single()).isEqualTo(today);
        // and back again, for the other tests
        confirm(second, propose(without("1289") + "\n811,Chi phí khác,Other expenses outside operations,EXPENSE,DEBIT,,"));
    }

    @Test
    void leafWithPostingsStaysALeaf() {
        transaction.executeWithoutResult(status -> journal.post(NewEntry.of(Entries.fact(), today, "ledger.entry.manual", "x")
                .debit("242", 5).credit("112", 5)));
        assertThatThrownBy(() -> propose(chart.inForce() + "\n2421,Chi tiết,Detail,ASSET,DEBIT,242,"))
                .hasMessageContaining("group-with-postings");
        assertThatThrownBy(() -> propose(without("242"))).hasMessageContaining("ends-with-balance");
        assertThatThrownBy(() -> propose(without("6426"))).hasMessageContaining("ends-in-template");
        assertThatThrownBy(() -> propose(chart.inForce().replace("242,Chi phí chờ phân bổ,Prepaid expenses,ASSET,DEBIT",
                "242,Chi phí chờ phân bổ,Prepaid expenses,LIABILITY,CREDIT"))).hasMessageContaining("kind-with-postings");
    }

    @Test
    void saysWhatCannotBeRead() {
        assertThatThrownBy(() -> propose("a,b\n1,2")).hasMessageContaining("chart.columns");
        assertThatThrownBy(() -> propose(chart.inForce() + "\n12,x,y,ASSET,DEBIT,,")).hasMessageContaining("chart.line");
        assertThatThrownBy(() -> propose(chart.inForce() + "\n7777,x,y,ASSET,DEBIT,128,")).hasMessageContaining("chart.parent");
        assertThatThrownBy(() -> propose(chart.inForce() + "\n111,x,y,ASSET,DEBIT,,")).hasMessageContaining("chart.twice");
        assertThatThrownBy(() -> propose(chart.inForce())).hasMessageContaining("nothing-changes");
    }

    private BookProposal propose(String csv) {
        return Actors.as(first, () -> proposeChart.propose(today.plusDays(1), csv, "Thông tư mới"));
    }

    private void confirm(Actor actor, BookProposal proposal) {
        Actors.as(actor, () -> {
            confirm.confirm(proposal.id());
            return null;
        });
    }

    private String without(String code) {
        return chart.inForce().lines().filter(line -> !line.startsWith(code + ",")).collect(Collectors.joining("\n"));
    }
}
