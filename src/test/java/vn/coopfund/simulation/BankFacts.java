package vn.coopfund.simulation;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import vn.coopfund.access.Role;
import vn.coopfund.money.Dong;
import vn.coopfund.treasury.ColumnMapping;
import vn.coopfund.treasury.ConfirmUnmatch;
import vn.coopfund.treasury.DeclineUnmatch;
import vn.coopfund.treasury.ImportStatement;
import vn.coopfund.treasury.Line;
import vn.coopfund.treasury.Lines;
import vn.coopfund.treasury.Match;
import vn.coopfund.treasury.MatchFinder;
import vn.coopfund.treasury.MatchLine;
import vn.coopfund.treasury.MatchProposal;
import vn.coopfund.treasury.ParkUnknownMoney;
import vn.coopfund.treasury.Part;
import vn.coopfund.treasury.ProposeUnmatch;
import vn.coopfund.treasury.SaveMapping;
import vn.coopfund.treasury.UploadStatement;
import vn.coopfund.vouchers.BankAccounts;

/** What the bank says: statements whose lines come in any order and more than once, and what people make of them. */
final class BankFacts {

    /** Comes up in one seed of ten only: links and fees that somebody wants undone. */
    static final String RARE = "undoing decided";

    private static final ColumnMapping MAPPING = new ColumnMapping("Agribank", 1, "Ngày giao dịch", "Ghi có", "Ghi nợ", null,
            "Nội dung", "Số tham chiếu", "uuuu-M-d", ",", ".", "UTF-8");
    private static final String HEAD = "Ngày giao dịch,Số tham chiếu,Nội dung,Ghi nợ,Ghi có";
    private static final long MILLION = 1_000_000;

    private final Fund fund;
    /** Every line that the bank ever wrote; a file brings some of them, known ones among them. */
    private final List<String> written = new ArrayList<>();

    BankFacts(Fund fund) {
        this.fund = fund;
    }

    List<Fact> all() {
        return List.of(
                new Fact("statement imported", 6, this::statement),
                new Fact("line matched", 10, this::match),
                new Fact("money parked", 3, this::park),
                new Fact("match to be undone", 3, this::unmatch),
                new Fact(RARE, 3, this::unmatchDecided));
    }

    /** When every file so far is imported, every line that the bank wrote is there. */
    Optional<String> missing() {
        record Found(long lines, long drafts) {
        }
        Found found = fund.jdbc.sql("""
                select (select count(*) from treasury.statement_line where fund_id = :fund) as lines,
                       (select count(*) from treasury.statement where fund_id = :fund and state = 'DRAFT') as drafts""")
                .param("fund", fund.id).query(Found.class).single();
        long different = new HashSet<>(written).size();
        return found.drafts() == 0 && found.lines() != different
                ? Optional.of("every line of the bank is there: " + found.lines() + " of " + different) : Optional.empty();
    }

    private Optional<Deed> statement() {
        List<String> rows = new ArrayList<>(receiptsOfTheBank());
        for (long more = fund.between(0, 2); more > 0; more--) {
            rows.add(fund.chance(70) ? moneyIn() : fee());
        }
        written.addAll(rows);
        for (long known = fund.between(0, 3); known > 0; known--) {
            fund.one(written).ifPresent(rows::add);
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Collections.shuffle(rows, fund.random);
        byte[] file = (HEAD + "\n" + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
        long statement = fund.as(Role.ACCOUNTANT, () -> {
            long id = fund.the(UploadStatement.class).upload(fund.the(BankAccounts.class).usual().id(), "sao-ke.csv", file);
            fund.the(SaveMapping.class).save(id, MAPPING);
            return id;
        });
        return Optional.of(fund.deed(Role.ACCOUNTANT, Deed.Again.REFUSED, rows.size() + " rows",
                () -> fund.the(ImportStatement.class).take(statement)));
    }

    /** What was taken by hand as money at the bank: the bank has most of it too. */
    private List<String> receiptsOfTheBank() {
        record Taken(LocalDate valueDate, String reference, long amount) {
        }
        return fund.jdbc.sql("""
                select distinct value_date, reference, amount from servicing.repayment r where fund_id = ? and channel = 'BANK'
                and reference like 'FT%' and reversed_on is null order by reference""").param(fund.id).query(Taken.class).list()
                .stream().filter(any -> fund.chance(60))
                .map(taken -> row(taken.valueDate(), taken.reference(), "chuyen tien", 0, taken.amount()))
                .filter(row -> !written.contains(row)).toList();
    }

    private String moneyIn() {
        String whose = fund.one(fund.jdbc.sql("select number from servicing.loan where fund_id = ? order by id").param(fund.id)
                .query(String.class).list()).filter(any -> fund.chance(70)).orElse("gui tien");
        return row(fund.today().minusDays(fund.between(0, 7)), "MB" + fund.id + "B" + fund.next(), whose, 0,
                fund.between(1, 12 * MILLION));
    }

    private String fee() {
        return row(fund.today().minusDays(fund.between(0, 20)), "MB" + fund.id + "F" + fund.next(), "thu phi SMS",
                fund.between(1000, 90_000), 0);
    }

    private static String row(LocalDate day, String reference, String content, long out, long in) {
        return day + "," + reference + "," + content + "," + (out == 0 ? "" : out) + "," + (in == 0 ? "" : in);
    }

    private Optional<Deed> match() {
        return line("select id from treasury.statement_line where fund_id = :fund order by id").flatMap(line -> part(line)
                .map(part -> fund.deed(Role.ACCOUNTANT, Deed.Again.MORE, line.paidOn() + " " + line.amount() + " to " + part.kind()
                        + " " + part.amount(), () -> fund.the(MatchLine.class).match(line.id(), List.of(part)))));
    }

    private Optional<Line> line(String sql) {
        List<Line> open = fund.as(Role.ACCOUNTANT, () -> fund.jdbc.sql(sql).param("fund", fund.id).query(Long.class).list().stream()
                .map(id -> fund.the(Lines.class).byId(id)).filter(line -> line.open() != 0).toList());
        return fund.one(open);
    }

    /** What the program proposes first, or what somebody is mistaken enough to think. */
    private Optional<Part> part(Line line) {
        List<MatchProposal> proposed = fund.as(Role.ACCOUNTANT, () -> fund.the(MatchFinder.class).of(List.of(line)))
                .getOrDefault(line.id(), List.of());
        if (!proposed.isEmpty() && fund.chance(80)) {
            MatchProposal first = proposed.get(0);
            return Optional.of(Part.of(first.kind(), first.target(), Dong.of(first.amount())));
        }
        long amount = fund.chance(70) ? line.toMatch() : fund.between(1, line.toMatch());
        return line.isIn() ? fund.one(fund.jdbc.sql("""
                select id from servicing.loan where fund_id = ? and state in ('PARTLY_DISBURSED', 'ACTIVE') and disbursed_on <= ?
                order by id""").params(fund.id, line.paidOn()).query(Long.class).list()).map(loan -> Part.of(Match.Kind.LOAN, loan, Dong.of(amount)))
                : fund.one("select id from treasury.posting_template where fund_id = :fund and side = 'OUT' order by id")
                .map(template -> Part.of(Match.Kind.TEMPLATE, template, Dong.of(amount)));
    }

    private Optional<Deed> park() {
        return line("select id from treasury.statement_line where fund_id = :fund and amount > 0 order by id")
                .map(line -> fund.deed(Role.ACCOUNTANT, Deed.Again.REFUSED, line.paidOn() + " " + line.amount(),
                        () -> fund.the(ParkUnknownMoney.class).park(List.of(line.id()))));
    }

    private Optional<Deed> unmatch() {
        return fund.one("""
                select id from treasury.match where fund_id = :fund and state = 'STANDS' and kind in ('ENTRY', 'LOAN', 'TEMPLATE')
                order by id""").map(match -> fund.deed(Role.ACCOUNTANT, Deed.Again.REFUSED, "",
                        () -> fund.the(ProposeUnmatch.class).propose(match, "Nhầm")));
    }

    private Optional<Deed> unmatchDecided() {
        return fund.one("select id from treasury.unmatching where fund_id = :fund and state = 'PENDING' order by id")
                .map(waits -> fund.chance(80)
                        ? fund.deed(Role.CHIEF_ACCOUNTANT, Deed.Again.REFUSED, "confirmed",
                                () -> fund.the(ConfirmUnmatch.class).confirm(waits))
                        : fund.deed(Role.CHIEF_ACCOUNTANT, Deed.Again.REFUSED, "declined",
                                () -> fund.the(DeclineUnmatch.class).decline(waits, "Đúng rồi")));
    }
}
