package vn.coopfund.simulation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.CloseDay;
import vn.coopfund.ledger.BookProposal;
import vn.coopfund.ledger.CarryYear;
import vn.coopfund.ledger.ClosePeriod;
import vn.coopfund.ledger.ConfirmBookProposal;
import vn.coopfund.ledger.DeclineBookProposal;
import vn.coopfund.ledger.EndYear;
import vn.coopfund.ledger.ReopenPeriod;
import vn.coopfund.ledger.SoftClosePeriod;
import vn.coopfund.risk.ConfirmProvisions;
import vn.coopfund.risk.ProposeProvisions;
import vn.coopfund.servicing.ApproveClassification;

/** What happens to the books themselves: days and months are closed and opened again, debts classified, a year ends. */
final class PeriodFacts {

    private final Fund fund;

    PeriodFacts(Fund fund) {
        this.fund = fund;
    }

    List<Fact> all() {
        return List.of(
                new Fact("day closed", 5, this::dayClosed),
                new Fact("month closed softly", 4, this::monthClosedSoftly),
                new Fact("month closed", 3, this::monthClosed),
                new Fact("month to be opened again", 2, this::monthReopened),
                new Fact("act on the books decided", 8, this::decision),
                new Fact("debts classified", 6, this::classified),
                new Fact("provisions to be made", 3, this::provisions),
                new Fact("provisions made", 4, this::provisionsMade),
                new Fact("year to be ended", 5, this::yearEnded));
    }

    Optional<Deed> dayClosed() {
        LocalDate today = fund.today();
        return Optional.of(fund.deed(Role.CHIEF_ACCOUNTANT, Deed.Again.SAME, today.toString(),
                () -> fund.the(CloseDay.class).close(today)));
    }

    private Optional<Deed> monthClosedSoftly() {
        return oldest("OPEN").map(month -> fund.deed(Role.CHIEF_ACCOUNTANT, Deed.Again.SAME, month.toString(),
                nothing(() -> fund.the(SoftClosePeriod.class).close(month))));
    }

    private Optional<Deed> monthClosed() {
        return oldest("OPEN", "SOFT").map(month -> fund.deed(Role.CHIEF_ACCOUNTANT, Deed.Again.SAME, month.toString(),
                nothing(() -> fund.the(ClosePeriod.class).close(month))));
    }

    private Optional<Deed> monthReopened() {
        return latest("SOFT", "CLOSED").map(month -> fund.deed(Role.CHIEF_ACCOUNTANT, Deed.Again.REFUSED, month.toString(),
                () -> fund.the(ReopenPeriod.class).propose(month, "Bỏ sót chứng từ")));
    }

    /** Months close in order: mostly the one whose turn it is, now and then another, which is refused. */
    private Optional<YearMonth> oldest(String... states) {
        return turn(over(states));
    }

    private Optional<YearMonth> latest(String... states) {
        List<YearMonth> over = new ArrayList<>(over(states));
        Collections.reverse(over);
        return turn(over);
    }

    private Optional<YearMonth> turn(List<YearMonth> months) {
        return fund.chance(85) ? months.stream().findFirst() : fund.one(months);
    }

    /** The months that are over, in one of these states, the oldest first. */
    private List<YearMonth> over(String... states) {
        return fund.jdbc.sql("""
                select month from ledger.period where fund_id = ? and state = any(?)
                and month < date_trunc('month', ?::timestamp) order by month""")
                .params(fund.id, states, fund.today()).query(LocalDate.class).list().stream().map(YearMonth::from).toList();
    }

    private Optional<Deed> decision() {
        return fund.one("select id from ledger.proposal where fund_id = :fund and state = 'PENDING' order by id").map(waits -> {
            BookProposal.Kind kind = BookProposal.Kind.valueOf(fund.jdbc.sql("select kind from ledger.proposal where id = ?")
                    .param(waits).query(String.class).single());
            return fund.chance(85)
                    ? fund.deed(kind.decider(), Deed.Again.REFUSED, kind + " confirmed",
                            nothing(() -> fund.the(ConfirmBookProposal.class).confirm(waits)))
                    : fund.deed(kind.decider(), Deed.Again.REFUSED, kind + " declined",
                            nothing(() -> fund.the(DeclineBookProposal.class).decline(waits, "Không đúng")));
        });
    }

    private Optional<Deed> classified() {
        return fund.jdbc.sql("select min(as_of) from servicing.classification_run where fund_id = ? and state = 'PROPOSED'")
                .param(fund.id).query(LocalDate.class).optional().map(asOf -> fund.deed(Role.CHIEF_ACCOUNTANT,
                        Deed.Again.REFUSED, asOf.toString(), () -> fund.the(ApproveClassification.class).approve(asOf)));
    }

    private Optional<Deed> provisions() {
        return fund.one(fund.jdbc.sql("select as_of from servicing.classification_run where fund_id = ? and state = 'APPROVED' order by 1")
                .param(fund.id).query(LocalDate.class).list()).map(asOf -> fund.deed(Role.ACCOUNTANT, Deed.Again.REFUSED,
                        asOf.toString(), () -> fund.the(ProposeProvisions.class).propose(asOf)));
    }

    private Optional<Deed> provisionsMade() {
        return fund.one(fund.jdbc.sql("select as_of from risk.provision_run where fund_id = ? and state = 'PENDING' order by 1")
                .param(fund.id).query(LocalDate.class).list()).map(asOf -> fund.deed(Role.CHIEF_ACCOUNTANT, Deed.Again.REFUSED,
                        asOf.toString(), nothing(() -> fund.the(ConfirmProvisions.class).confirm(asOf))));
    }

    /** Through 911 into 4212, and in the new year into 4211; what of the year is open is closed softly before. */
    private Optional<Deed> yearEnded() {
        int year = fund.today().getYear() - 1;
        List<YearMonth> open = fund.jdbc.sql("""
                select month from ledger.period where fund_id = ? and state = 'OPEN' and extract(year from month) = ? order by 1""")
                .params(fund.id, year).query(LocalDate.class).list().stream().map(YearMonth::from).toList();
        boolean ended = fund.jdbc.sql("select exists (select 1 from ledger.posted_fact where fund_id = ? and source_fact = ?)")
                .params(fund.id, "year-end:" + year + ":result").query(Boolean.class).single();
        boolean kept = fund.jdbc.sql("select exists (select 1 from ledger.period where fund_id = ? and extract(year from month) = ?)")
                .params(fund.id, year).query(Boolean.class).single();
        open.forEach(month -> fund.as(Role.CHIEF_ACCOUNTANT, nothing(() -> fund.the(SoftClosePeriod.class).close(month))));
        return kept ? Optional.of(fund.deed(Role.ACCOUNTANT, Deed.Again.REFUSED, year + "", ended
                ? () -> fund.the(CarryYear.class).propose(year, "Đầu năm")
                : () -> fund.the(EndYear.class).propose(year, "Cuối năm"))) : Optional.empty();
    }

    private static Supplier<?> nothing(Runnable act) {
        return () -> {
            act.run();
            return null;
        };
    }
}
