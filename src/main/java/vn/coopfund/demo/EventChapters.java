package vn.coopfund.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Subject;
import vn.coopfund.risk.OpenSampleInspection;
import vn.coopfund.risk.ProposeWriteOff;
import vn.coopfund.risk.WriteOffs;
import vn.coopfund.servicing.ConfirmProposal;
import vn.coopfund.servicing.DraftRestructure;
import vn.coopfund.schedule.PrincipalDue;
import vn.coopfund.servicing.Loans;
import vn.coopfund.servicing.PlanRestructure;
import vn.coopfund.servicing.Proposed;
import vn.coopfund.servicing.ReleaseUndrawn;
import vn.coopfund.servicing.RestructureTerms;
import vn.coopfund.servicing.ReverseDisbursement;
import vn.coopfund.servicing.ReverseRepayment;

/** What does not go by the schedule: money sent by mistake or ahead of time, new terms, debts given up and recovered. */
@Component
class EventChapters {

    private static final int DAYS_TO_PAY = 60;
    private static final String PRESENT = "Giám đốc khách hàng vay, cán bộ tín dụng";

    private final Cast cast;
    private final Walker walker;
    private final Repayer repayer;
    private final Chapters chapters;
    private final Loans loans;
    private final PlanRestructure planRestructure;
    private final DraftRestructure draftRestructure;
    private final ReverseRepayment reverseRepayment;
    private final ReverseDisbursement reverseDisbursement;
    private final ReleaseUndrawn releaseUndrawn;
    private final ConfirmProposal confirmProposal;
    private final ProposeWriteOff proposeWriteOff;
    private final OpenSampleInspection openSampleInspection;

    EventChapters(Cast cast, Walker walker, Repayer repayer, Chapters chapters, Loans loans,
            PlanRestructure planRestructure, DraftRestructure draftRestructure, ReverseRepayment reverseRepayment,
            ReverseDisbursement reverseDisbursement, ReleaseUndrawn releaseUndrawn, ConfirmProposal confirmProposal,
            ProposeWriteOff proposeWriteOff, OpenSampleInspection openSampleInspection) {
        this.cast = cast;
        this.walker = walker;
        this.repayer = repayer;
        this.chapters = chapters;
        this.loans = loans;
        this.planRestructure = planRestructure;
        this.draftRestructure = draftRestructure;
        this.reverseRepayment = reverseRepayment;
        this.reverseDisbursement = reverseDisbursement;
        this.releaseUndrawn = releaseUndrawn;
        this.confirmProposal = confirmProposal;
        this.proposeWriteOff = proposeWriteOff;
        this.openSampleInspection = openSampleInspection;
    }

    /** @param told the numbers of the cases that are told: of others nothing happens */
    List<Chapter> all(LocalDate firstDay, Set<String> told) {
        Map<String, DemoCase> cases = DemoCase.all().stream().collect(Collectors.toMap(DemoCase::number, Function.identity()));
        return SeedRow.of("events").stream().filter(row -> told.contains(row.text("case")))
                .map(row -> chapter(row, cases.get(row.text("case")), firstDay)).toList();
    }

    private Chapter chapter(SeedRow row, DemoCase demoCase, LocalDate firstDay) {
        LocalDate day = row.day("on", firstDay);
        return new Chapter(day, demoCase.chapter(row.text("event") + " " + row.text("on")), () -> take(row, demoCase, day));
    }

    private Long take(SeedRow row, DemoCase demoCase, LocalDate day) {
        return switch (row.text("event")) {
            case "RECEIPT" -> repayer.bring(demoCase, row.amount("amount"), day);
            case "PAY_DUE" -> repayer.payDue(demoCase, day);
            case "PAY_EARLY" -> repayer.payEarly(demoCase, row.amount("amount"), day);
            case "TAKE_BACK_RECEIPT" -> confirmed("ketoan", "ketoantruong", () -> reverseRepayment.propose(loan(demoCase),
                    repayer.lastReceipt(demoCase), row.text("why")));
            case "TAKE_BACK_DISBURSEMENT" -> confirmed("ketoan", "ketoantruong", () -> reverseDisbursement.propose(
                    loan(demoCase), loans.disbursements(loan(demoCase).id()).get(0).id(), day, row.text("why")));
            case "RELEASE_UNDRAWN" -> confirmed("tindung", "giamdoc", () -> releaseUndrawn.propose(loan(demoCase), row.text("why")));
            case "ADJUST" -> restructured(demoCase, RestructureTerms.Kind.ADJUST, null, row);
            case "EXTEND" -> restructured(demoCase, RestructureTerms.Kind.EXTEND, row.day("newEnd"), row);
            case "WRITE_OFF" -> writtenOff(demoCase, row);
            case "RECALL" -> calledBack(demoCase, row, day);
            default -> throw new IllegalStateException("nobody knows how to " + row.text("event"));
        };
    }

    private Long restructured(DemoCase demoCase, RestructureTerms.Kind kind, LocalDate newEnd, SeedRow row) {
        Subject loan = loan(demoCase);
        long request = cast.as("tindung", () -> draftRestructure.keep(loan, new RestructureTerms(kind,
                rows(loan.id(), kind, newEnd), null), row.text("why"))).id();
        walker.done("tindung", loan, "Task_AppraiseRestructure", Map.of("outcome", "FORWARD"));
        walker.done("truongphong", loan, "Task_ReviewRestructure", Map.of("outcome", "FORWARD"));
        walker.done(row.text("by"), loan, "Task_DecideRestructure", Map.of("outcome", "APPROVED"));
        walker.done(row.text("by"), loan, "Task_SignAnnex", Map.of());
        return request;
    }

    /** Within the term the next row is due a month later than it was. */
    private List<PrincipalDue> rows(long loan, RestructureTerms.Kind kind, LocalDate newEnd) {
        List<PrincipalDue> rows = new ArrayList<>(planRestructure.plan(loan, kind, newEnd));
        if (kind == RestructureTerms.Kind.ADJUST) {
            PrincipalDue next = rows.get(0);
            rows.set(0, new PrincipalDue(next.dueOn().plusMonths(1), next.amount()));
        }
        return rows;
    }

    private Long confirmed(String proposer, String decider, Supplier<Proposed> act) {
        long proposal = cast.as(proposer, act).id();
        return cast.as(decider, () -> confirmProposal.confirm(proposal)).id();
    }

    private Long writtenOff(DemoCase demoCase, SeedRow row) {
        long id = cast.as("tindung", () -> proposeWriteOff.propose(loan(demoCase), WriteOffs.Ground.GROUP_5,
                row.text("paper"), row.text("why")));
        Subject loan = loan(demoCase);
        walker.done("ketoantruong", loan, "Task_ReviewWriteOff", Map.of("outcome", "FORWARD"));
        walker.done("truongphong", loan, "Task_CallCouncil", Map.of("outcome", "WRITTEN"));
        walker.done("hoidong2", loan, "Task_CastVote", Map.of("outcome", "FOR"));
        walker.done("hoidong3", loan, "Task_CastVote", Map.of("outcome", "FOR"));
        walker.done("hoidong1", loan, "Task_SignMinutes", Map.of());
        walker.done("hoidong1", loan, "Task_SignWriteOff", Map.of("outcome", "SIGN", "decision", row.text("decision")));
        return id;
    }

    /** A sample of the controller finds it misused; the director decides. */
    private Long calledBack(DemoCase demoCase, SeedRow row, LocalDate day) {
        Subject loan = loan(demoCase);
        cast.as("kiemsoat", () -> {
            openSampleInspection.open(loan, row.text("paper"));
            return null;
        });
        walker.done("tindung", loan, "Task_InspectUse", Map.of("outcome", "MISUSED", "progress", row.text("why"),
                "present", PRESENT, "remarks", row.text("paper")));
        walker.done("truongphong", loan, "Task_ReviewRecall", Map.of("outcome", "RECALL", "reason", row.text("why"),
                "payBy", day.plusDays(DAYS_TO_PAY).toString()));
        walker.done("giamdoc", loan, "Task_DecideRecall", Map.of("outcome", "RECALLED", "comment", row.text("decision")));
        walker.done("tindung", loan, "Task_DeliverRecall", Map.of("outcome", "HANDED_OVER", "receivedBy", row.text("by")));
        return loan.id();
    }

    private Subject loan(DemoCase demoCase) {
        return Subject.loan(walker.application(demoCase).loanId());
    }
}
