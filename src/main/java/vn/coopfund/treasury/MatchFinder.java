package vn.coopfund.treasury;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.servicing.LoanFile;
import vn.coopfund.servicing.Loans;
import vn.coopfund.vouchers.BankAccounts;
import vn.coopfund.web.Refusal;

/**
 * Proposes what lines may be, each with its reasons:
 * <pre>
 * entry posted before     reference 60 · same amount 30 · same day 15, within 3 days 10, within 10 days 5 ·
 *                         key of its loan 20 · its borrower's name 10
 * loan                    its key or contract's number 70 · borrower's name 35 · amount due 25 (alone, where only one
 *                         loan has it: 40)
 * template                one of its words 60
 * </pre>
 * An entry with the whole amount comes before every loan: money is not taken twice.
 */
@Component
public class MatchFinder {

    private static final int SHOWN = 3;

    private final JdbcClient jdbc;
    private final Loans loans;
    private final Templates templates;
    private final BankAccounts accounts;

    MatchFinder(JdbcClient jdbc, Loans loans, Templates templates, BankAccounts accounts) {
        this.jdbc = jdbc;
        this.loans = loans;
        this.templates = templates;
        this.accounts = accounts;
    }

    /** An entry of which something is open, near the line's day or with its reference. */
    record EntryAtHand(long line, long entry, String text, LocalDate valueDate, long open, String reference, Long loan) {
    }

    /** A loan that takes money. {@code due}: through the day of the last close, đồng. */
    record LoanAtHand(long id, String number, String contractNumber, String borrower, long due) {

        List<String> keys() {
            return List.of(BankLine.folded(number), BankLine.folded(contractNumber));
        }
    }

    /** The best few for each line of which something is open, the best first. */
    @Transactional(readOnly = true)
    public Map<Long, List<MatchProposal>> of(Collection<Line> lines) {
        List<Line> open = lines.stream().filter(line -> line.open() != 0).toList();
        if (open.isEmpty()) {
            return Map.of();
        }
        List<LoanAtHand> running = running();
        Map<Long, LoanAtHand> byId = running.stream().collect(Collectors.toMap(LoanAtHand::id, one -> one));
        Map<Long, List<EntryAtHand>> entries = entries(open).stream().collect(Collectors.groupingBy(EntryAtHand::line));
        Map<Long, List<MatchProposal>> found = new HashMap<>();
        for (Line line : open) {
            String folded = BankLine.folded(line.content());
            List<MatchProposal> all = new ArrayList<>();
            Set<Long> keyed = keyed(folded, running);
            entries.getOrDefault(line.id(), List.of()).forEach(entry -> all.add(entry(line, folded, entry, byId, keyed)));
            if (line.isIn()) {
                all.addAll(loans(line, folded, running, keyed));
            }
            templates.of(line.isIn()).forEach(template -> template(line, folded, template, all));
            found.put(line.id(), all.stream().filter(one -> one.score() > 0)
                    .sorted(Comparator.comparingInt((MatchProposal one) -> isTheWhole(line, one) ? 0 : 1)
                            .thenComparing(MatchProposal::score, Comparator.reverseOrder()))
                    .limit(SHOWN).toList());
        }
        return found;
    }

    private static boolean isTheWhole(Line line, MatchProposal one) {
        return one.kind() == Match.Kind.ENTRY && one.amount() == line.toMatch() && one.score() >= 40;
    }

    /** The loans whose key the content has. The key of loan 0012 stands inside that of loan 10012: the longer is meant. */
    private static Set<Long> keyed(String folded, List<LoanAtHand> running) {
        int longest = running.stream().flatMap(loan -> loan.keys().stream()).filter(folded::contains).mapToInt(String::length)
                .max().orElse(0);
        return running.stream().filter(loan -> loan.keys().stream()
                .anyMatch(key -> key.length() == longest && folded.contains(key))).map(LoanAtHand::id).collect(Collectors.toSet());
    }

    private static MatchProposal entry(Line line, String folded, EntryAtHand entry, Map<Long, LoanAtHand> loans,
            Set<Long> keyed) {
        List<Refusal.Reason> reasons = new ArrayList<>();
        int score = 0;
        if (sameReference(line, folded, entry.reference())) {
            score += 60;
            reasons.add(why("treasury.why.reference", entry.reference()));
        }
        if (entry.open() == line.open()) {
            score += 30;
            reasons.add(why("treasury.why.amount"));
        }
        boolean ofAnother = score < 60 && !keyed.isEmpty() && !keyed.contains(entry.loan());
        long days = Math.abs(ChronoUnit.DAYS.between(entry.valueDate(), line.paidOn()));
        score += days == 0 ? 15 : days <= 3 ? 10 : days <= 10 ? 5 : 0;
        reasons.add(days == 0 ? why("treasury.why.same-day") : why("treasury.why.days", days));
        LoanAtHand loan = entry.loan() == null ? null : loans.get(entry.loan());
        if (loan != null && keyed.contains(loan.id())) {
            score += 20;
            reasons.add(why("treasury.why.loan-key", loan.number()));
        } else if (loan != null && isNamed(folded, loan.borrower())) {
            score += 10;
            reasons.add(why("treasury.why.name", loan.borrower()));
        }
        // day alone says nothing, and a content that names one loan does not mean the receipt of another
        score = reasons.size() == 1 || ofAnother ? 0 : score;
        return new MatchProposal(Match.Kind.ENTRY, entry.entry(), entry.text(), Math.min(Math.abs(entry.open()), line.toMatch()),
                Math.min(score, 100), reasons);
    }

    private static boolean sameReference(Line line, String folded, String reference) {
        String wanted = BankLine.folded(reference);
        return wanted.length() >= 4 && (wanted.equals(BankLine.folded(line.reference())) || wanted.length() >= 6 && folded.contains(wanted));
    }

    private List<MatchProposal> loans(Line line, String folded, List<LoanAtHand> running, Set<Long> keyed) {
        boolean onlyOneDue = running.stream().filter(loan -> loan.due() == line.open()).count() == 1;
        List<MatchProposal> all = new ArrayList<>();
        for (LoanAtHand loan : running) {
            List<Refusal.Reason> reasons = new ArrayList<>();
            int score = 0;
            if (keyed.contains(loan.id())) {
                score += 70;
                reasons.add(why("treasury.why.loan-key", loan.number()));
            }
            if (isNamed(folded, loan.borrower())) {
                score += 35;
                reasons.add(why("treasury.why.name", loan.borrower()));
            }
            if (score > 0 ? isDue(loan, line) : onlyOneDue && loan.due() == line.open()) {
                score += score > 0 ? 25 : 40;
                reasons.add(why("treasury.why.amount-due"));
            }
            if (score > 0) {
                all.add(new MatchProposal(Match.Kind.LOAN, loan.id(), loan.number() + " · " + loan.borrower(), line.toMatch(),
                        Math.min(score, 100), reasons));
            }
        }
        // whom a name and an amount alone point at is not sure where they point at several
        return all.stream().map(one -> keyed.contains(one.target()) || all.stream().filter(other -> other.score() >= one.score())
                .count() == 1 ? one : one.lessSure()).toList();
    }

    private boolean isDue(LoanAtHand loan, Line line) {
        LoanFile file = loans.file(loan.id());
        return file.toPayToday() == line.open() || file.coming() != null && file.coming().amount() == line.open();
    }

    /** The name without what all cooperatives are called; too short a rest says nothing. */
    static boolean isNamed(String folded, String name) {
        String own = BankLine.folded(name).replaceFirst("^(LIENHIEPHOPTACXA|HOPTACXA|LIENHIEPHTX|HTX|HOKINHDOANH)", "");
        return own.length() >= 5 && folded.contains(own);
    }

    private static void template(Line line, String folded, Template template, List<MatchProposal> all) {
        template.keywords().stream().filter(folded::contains).findFirst().ifPresent(word -> all.add(
                new MatchProposal(Match.Kind.TEMPLATE, template.id(), template.name(LocaleContextHolder.getLocale()),
                        line.toMatch(), 60, List.of(why("treasury.why.word", word)))));
    }

    private static Refusal.Reason why(String code, Object... args) {
        return new Refusal.Reason(null, code, args);
    }

    private List<EntryAtHand> entries(List<Line> lines) {
        return lines.stream().collect(Collectors.groupingBy(Line::bankAccountId)).entrySet().stream()
                .flatMap(of -> jdbc.sql(ENTRIES).param("fund", Actors.current().fundId())
                        .param("account", accounts.byId(of.getKey()).ledgerAccount())
                        .param("lines", of.getValue().stream().map(Line::id).toArray(Long[]::new))
                        .query(EntryAtHand.class).list().stream()).toList();
    }

    private List<LoanAtHand> running() {
        return jdbc.sql(RUNNING).param("fund", Actors.current().fundId()).query(LoanAtHand.class).list();
    }

    private static final String RUNNING = """
            select l.id, l.number, l.contract_number, b.name as borrower,
                   coalesce(s.principal_due + s.interest_due + s.overdue_interest + s.late_interest - s.credit, 0)::bigint as due
            from servicing.loan l join cooperatives.borrower b on b.id = l.borrower_id
            left join servicing.sub_ledger s on s.loan_id = l.id
            where l.fund_id = :fund and l.state in ('PARTLY_DISBURSED', 'ACTIVE', 'ACCELERATED', 'CHARGED_OFF') order by l.id""";
    private static final String ENTRIES = """
            select line.id as line, e.id as entry, e.text, e.value_date, (moved.amount - coalesce(met.amount, 0))::bigint as open,
                   r.reference, moved.loan
            from (select l.id, l.bank_account_id, l.paid_on, l.reference, l.folded, s.open
                  from treasury.statement_line l join treasury.line_standing s on s.line_id = l.id
                  where l.id = any (:lines)) line
            cross join lateral (
                select p.entry_id, p.booked_on, sum(p.debit - p.credit) as amount, max(p.loan_id) as loan
                from ledger.posting p where p.fund_id = :fund and p.account = :account
                  and p.booked_on between line.paid_on - 15 and line.paid_on + 45 and (p.debit > 0) = (line.open > 0)
                group by 1, 2) moved
            join ledger.entry e on e.id = moved.entry_id and e.booked_on = moved.booked_on
            join ledger.posted_fact f on f.entry_id = e.id
            left join lateral (select sum(m.amount) as amount from treasury.match m
                join treasury.statement_line of on of.id = m.line_id
                where m.entry_id = e.id and m.state = 'STANDS' and of.bank_account_id = line.bank_account_id) met on true
            left join servicing.repayment r on r.entry_id = e.id
            where moved.amount <> coalesce(met.amount, 0)
              and (f.reverses is null or exists (
                   select 1 from treasury.match m where m.entry_id = f.reverses and m.state = 'STANDS'))
              and not exists (select 1 from ledger.posted_fact back where back.reverses = e.id)
              and (moved.amount - coalesce(met.amount, 0) = line.open
                   or r.reference is not null and (r.reference = line.reference or strpos(line.folded, upper(r.reference)) > 0)
                   or moved.loan is not null and abs(e.value_date - line.paid_on) <= 10)""";
}
