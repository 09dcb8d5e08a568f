package vn.coopfund.schedule;

import java.util.ArrayList;
import java.util.List;
import vn.coopfund.money.Rounding;

/** The principal that each row asks for, before the balance caps it and the last row takes the rest. */
@FunctionalInterface
interface PrincipalPlan {

    /** The principal of a row on which this interest falls due. */
    long principal(DueDate due, long interest);

    static PrincipalPlan of(RepaymentTerms terms, List<DueDate> dates, DayLine line, InterestBasis basis) {
        return switch (terms.method()) {
            case EQUAL_PRINCIPAL -> equalPrincipal(share(terms), terms.principalGrace());
            case EQUAL_INSTALMENT -> level(payment(terms, dates, line, basis), terms.principalGrace());
            case BULLET -> (due, interest) -> 0;
            case CUSTOM -> (due, interest) -> terms.principals().get(due.principal()).amount();
        };
    }

    private static PrincipalPlan equalPrincipal(long share, int grace) {
        return (due, interest) -> due.principal() >= grace ? share : 0;
    }

    private static PrincipalPlan level(long payment, int grace) {
        return (due, interest) -> due.principal() >= grace ? Math.max(0, payment - interest) : 0;
    }

    private static long share(RepaymentTerms terms) {
        long shares = (terms.instalments() - terms.principalGrace()) * terms.instalmentMultiple();
        return Rounding.HALF_UP.divide(terms.principal(), shares) * terms.instalmentMultiple();
    }

    /** The contract's level payment, solved over the rows after grace. */
    static long payment(RepaymentTerms terms, List<DueDate> dates, DayLine line, InterestBasis basis) {
        int grace = terms.principalGrace();
        long from = line.at(grace == 0 ? terms.disbursedOn() : dates.get(grace - 1).accruesTo());
        List<Long> units = new ArrayList<>(dates.size());
        for (DueDate due : dates.subList(grace, dates.size())) {
            long to = line.at(due.accruesTo());
            units.add(to - from);
            from = to;
        }
        return LevelPayment.solve(terms.principal(), basis.exact(terms.principal(), units.get(0)),
                units.subList(1, units.size()), basis, terms.instalmentMultiple());
    }
}
