package vn.coopfund.reporting;

import static vn.coopfund.reporting.Column.Kind.DAY;
import static vn.coopfund.reporting.Column.Kind.DONG;
import static vn.coopfund.reporting.Column.Kind.WORD;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.reporting.Report.Desk;
import vn.coopfund.schedule.LoanPosition;
import vn.coopfund.servicing.LoansAsOf;
import vn.coopfund.web.Refusal;

/** The confirmation of debts (đối chiếu công nợ): what each borrower owes at the end of a day, and what it answered. */
@Component
public class Confirmations implements ReportShelf {

    /** What a borrower may say. */
    public enum Answer { AGREED, DISAGREED, NO_ANSWER }

    /** One loan of it, đồng. */
    public record Debt(String number, String contract, LocalDate signedOn, long principal, long interest, long charges) {

        public long total() {
            return principal + interest + charges;
        }
    }

    /**
     * One borrower.
     *
     * @param answer null where none is recorded
     */
    public record Owing(long borrowerId, String name, String representative, List<Debt> debts, Answer answer, Long stated,
            String note, LocalDate answeredOn) {

        public long principal() {
            return debts.stream().mapToLong(Debt::principal).sum();
        }

        public long total() {
            return debts.stream().mapToLong(Debt::total).sum();
        }
    }

    private final LoansAsOf loans;
    private final NamedBorrowers names;
    private final JdbcClient jdbc;

    Confirmations(LoansAsOf loans, NamedBorrowers names, JdbcClient jdbc) {
        this.loans = loans;
        this.names = names;
        this.jdbc = jdbc;
    }

    @Override
    public List<Report> reports() {
        return List.of(Report.of("confirmations", Desk.LOANS, Report.LENDERS, Parameter.DAY, Parameter.BORROWER)
                .text("borrower").count("loans").dong("principal", "interestAndCharges", "dueInAll").add(WORD, "answer")
                .add(DONG, "stated").add(DAY, "answeredOn").text("note").made(this::rows));
    }

    private List<Object[]> rows(ReportWish wish) {
        return list(wish.to(), wish.borrower()).stream().map(one -> new Object[] {one.name(), (long) one.debts().size(),
            one.principal(), one.total() - one.principal(), one.total(),
            one.answer() == null ? null : "#reporting.answer." + one.answer(), one.stated(), one.answeredOn(),
            one.note()}).toList();
    }

    /** Who owes at the end of that day, by name. */
    @Transactional(readOnly = true)
    public List<Owing> list(LocalDate day, String name) {
        Map<Long, List<Debt>> debts = new TreeMap<>();
        loans.each(day, loan -> {
            LoanPosition at = loan.position();
            if (!at.isSettled()) {
                debts.computeIfAbsent(loan.loan().borrowerId(), key -> new ArrayList<>()).add(new Debt(loan.loan().number(),
                        loan.loan().contractNumber(), loan.loan().signedOn(), at.principalOutstanding(),
                        at.interestDue() + at.interestAccrued(), at.overdueInterest() + at.lateInterest()));
            }
        });
        Map<Long, Recorded> answers = answers(day);
        Map<Long, NamedBorrowers.Named> borrowers = names.byId();
        return debts.entrySet().stream().filter(one -> borrowers.get(one.getKey()).holds(name)).map(one -> {
            Recorded answer = answers.getOrDefault(one.getKey(), Recorded.NONE);
            NamedBorrowers.Named borrower = borrowers.get(one.getKey());
            return new Owing(one.getKey(), borrower.name(), borrower.representative(), one.getValue(), answer.answer(),
                    answer.stated(), answer.note(), answer.answeredOn());
        }).sorted(Comparator.comparing(Owing::name)).toList();
    }

    /** @throws Refusal where that borrower owed nothing then */
    @Transactional(readOnly = true)
    public Owing of(long borrower, LocalDate day) {
        return list(day, null).stream().filter(one -> one.borrowerId() == borrower).findFirst().orElseThrow(Refusal::notFound);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void record(Owing owing, LocalDate day, Answer answer, Long stated, String note, LocalDate answeredOn) {
        jdbc.sql("""
                insert into reporting.confirmation_answer (borrower_id, as_of, turn, fund_id, answer, owed, stated, note,
                    answered_on, recorded_by)
                select :borrower, :day, coalesce(max(turn), 0) + 1, :fund, :answer, :owed, :stated, :note, :answeredOn, :by
                from reporting.confirmation_answer where borrower_id = :borrower and as_of = :day""")
                .param("borrower", owing.borrowerId()).param("day", day).param("fund", Actors.current().fundId())
                .param("answer", answer.name()).param("owed", owing.total())
                .param("stated", stated, java.sql.Types.BIGINT).param("note", note, java.sql.Types.VARCHAR)
                .param("answeredOn", answeredOn).param("by", Actors.current().id()).update();
    }

    private record Recorded(long borrowerId, Answer answer, Long stated, String note, LocalDate answeredOn) {
        static final Recorded NONE = new Recorded(0, null, null, null, null);
    }

    private Map<Long, Recorded> answers(LocalDate day) {
        return jdbc.sql("""
                select distinct on (borrower_id) borrower_id, answer, stated, note, answered_on
                from reporting.confirmation_answer where fund_id = ? and as_of = ? order by borrower_id, turn desc""")
                .params(Actors.current().fundId(), day).query(Recorded.class).list().stream()
                .collect(Collectors.toMap(Recorded::borrowerId, one -> one));
    }
}
