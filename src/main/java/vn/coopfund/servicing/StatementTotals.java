package vn.coopfund.servicing;

import java.util.List;

/** The total line of a loan's statement, đồng. */
public record StatementTotals(long paidOut, long received, long charged, long toPrincipal, long toInterest) {

    /** Of all these lines. */
    public static StatementTotals of(List<StatementLine> lines) {
        return new StatementTotals(lines.stream().mapToLong(StatementLine::paidOut).sum(),
                lines.stream().mapToLong(StatementLine::received).sum(),
                lines.stream().mapToLong(one -> one.charged().total()).sum(),
                lines.stream().mapToLong(one -> one.paid().principal()).sum(),
                lines.stream().mapToLong(StatementLine::toInterest).sum());
    }
}
