package vn.coopfund.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Refusal;

/**
 * Another chart of accounts: new accounts begin on its day, accounts that it does not name end the day before, names
 * follow. What was posted stays where it is, so that a leaf with postings stays a leaf of the same kind and side, and
 * an account ends only with nothing on it and out of every posting template.
 */
@Component
class ChartLoaded implements BookAct {

    private final JdbcClient jdbc;
    private final BookProposals proposals;
    private final Accounts accounts;
    private final Balances balances;
    private final PostingTemplates templates;
    private final BusinessDay businessDay;

    ChartLoaded(JdbcClient jdbc, BookProposals proposals, Accounts accounts, Balances balances, PostingTemplates templates,
            BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.proposals = proposals;
        this.accounts = accounts;
        this.balances = balances;
        this.templates = templates;
        this.businessDay = businessDay;
    }

    @Override
    public BookProposal.Kind kind() {
        return BookProposal.Kind.CHART;
    }

    @Override
    public List<NewEntry> entries(BookProposal proposal) {
        ChartChange change = proposals.details(proposal, ChartChange.class);
        refuseWrong(change);
        if (differences(change).isEmpty()) {
            throw Refusal.conflict("ledger.chart.nothing-changes");
        }
        return List.of();
    }

    @Override
    public List<ChartChange.Difference> differences(BookProposal proposal) {
        return differences(proposals.details(proposal, ChartChange.class));
    }

    private List<ChartChange.Difference> differences(ChartChange change) {
        Map<String, Account> known = accounts.byCode();
        List<ChartChange.Difference> found = new ArrayList<>();
        change.accounts().forEach(row -> {
            Account now = known.get(row.code());
            if (now == null) {
                found.add(new ChartChange.Difference(ChartChange.Difference.What.ADDED, row.code(), row.nameVi()));
            } else if (now.kind() != row.kind() || now.normalSide() != row.normalSide() || now.leaf() != change.isLeaf(row.code())) {
                found.add(new ChartChange.Difference(ChartChange.Difference.What.CHANGED, row.code(), row.nameVi()));
            } else if (!now.nameVi().equals(row.nameVi()) || !now.nameEn().equals(row.nameEn())) {
                found.add(new ChartChange.Difference(ChartChange.Difference.What.RENAMED, row.code(), row.nameVi()));
            }
        });
        ended(change, known).forEach(account ->
                found.add(new ChartChange.Difference(ChartChange.Difference.What.ENDED, account.code(), account.nameVi())));
        found.sort(Comparator.comparing(ChartChange.Difference::code));
        return found;
    }

    private List<Account> ended(ChartChange change, Map<String, Account> known) {
        Set<String> kept = change.accounts().stream().map(ChartChange.Row::code).collect(Collectors.toSet());
        Set<String> over = Set.copyOf(jdbc.sql("select code from ledger.account where fund_id = ? and valid_to is not null")
                .param(Actors.current().fundId()).query(String.class).list());
        return known.values().stream().filter(account -> !kept.contains(account.code()) && !over.contains(account.code())).toList();
    }

    void refuseWrong(ChartChange change) {
        LocalDate today = businessDay.today();
        if (change.validFrom() == null || !change.validFrom().isAfter(today)) {
            throw Refusal.invalid("validFrom", "ledger.chart.from-tomorrow", today);
        }
        Map<String, Account> known = accounts.byCode();
        Map<String, Long> standing = balances.byAccount(today);
        Set<String> posted = Set.copyOf(jdbc.sql("select a.code from ledger.account a where a.fund_id = ? and exists "
                        + "(select 1 from ledger.posting p where p.fund_id = a.fund_id and p.account = a.code)")
                .param(Actors.current().fundId()).query(String.class).list());
        Set<String> named = latestAccounts();
        Refusal.Problems problems = new Refusal.Problems();
        change.accounts().forEach(row -> {
            Account now = known.get(row.code());
            problems.addIf(!change.isLeaf(row.code()) && (posted.contains(row.code()) || named.contains(row.code())), "csv",
                            "ledger.chart.group-with-postings", row.code())
                    .addIf(now != null && posted.contains(row.code())
                            && (now.kind() != row.kind() || now.normalSide() != row.normalSide()), "csv",
                            "ledger.chart.kind-with-postings", row.code());
        });
        ended(change, known).forEach(account -> problems
                .addIf(standing.getOrDefault(account.code(), 0L) != 0, "csv", "ledger.chart.ends-with-balance", account.code())
                .addIf(named.contains(account.code()), "csv", "ledger.chart.ends-in-template", account.code()));
        problems.refuseIfAny();
    }

    /** Accounts that the latest version of any template names. */
    private Set<String> latestAccounts() {
        Map<String, PostingTemplate> latest = templates.all().stream().collect(Collectors.toMap(PostingTemplate::key,
                Function.identity(), (first, later) -> later));
        return latest.values().stream().flatMap(template -> template.parts().stream())
                .map(PostingTemplate.Part::account).filter(account -> account != null).collect(Collectors.toSet());
    }

    @Override
    public void perform(BookProposal proposal, long checkedBy) {
        // no posting comes between the check and the change
        jdbc.sql("lock table ledger.account in access exclusive mode").update();
        entries(proposal);
        ChartChange change = proposals.details(proposal, ChartChange.class);
        long fund = Actors.current().fundId();
        List<Account> ended = ended(change, accounts.byCode());
        change.accounts().stream().sorted(Comparator.comparing(ChartChange.Row::code)).forEach(row -> jdbc.sql("""
                insert into ledger.account as known (fund_id, code, name_vi, name_en, kind, normal_side, parent, leaf, needs, valid_from)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (fund_id, code) do update set name_vi = excluded.name_vi, name_en = excluded.name_en,
                    kind = excluded.kind, normal_side = excluded.normal_side, parent = excluded.parent,
                    leaf = excluded.leaf, needs = excluded.needs, valid_to = null""")
                .params(Arrays.asList(fund, row.code(), row.nameVi(), row.nameEn(), row.kind().name(), row.normalSide().name(),
                        row.parent(), change.isLeaf(row.code()), change.isLeaf(row.code()) ? row.needs() : null,
                        change.validFrom())).update());
        ended.forEach(account -> jdbc.sql("update ledger.account set valid_to = greatest(valid_from, ?::date) "
                        + "where fund_id = ? and code = ?")
                .params(change.validFrom().minusDays(1), fund, account.code()).update());
    }
}
