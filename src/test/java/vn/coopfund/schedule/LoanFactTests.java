package vn.coopfund.schedule;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is reversed is left out: no fact takes back by a negative amount. */
class LoanFactTests {

    private static final LocalDate ON = LocalDate.parse("2026-06-15");

    static List<ThrowingCallable> negatives() {
        return List.of(() -> new LoanFact.Disbursement(ON, 0, -1),
                () -> new LoanFact.Payment("p", ON, 0, -1, null),
                () -> new LoanFact.Refund(ON, 0, -1),
                () -> new LoanFact.Waiver(ON, 0, -1, 0, 0),
                () -> new LoanFact.Waiver(ON, 0, 0, -1, 0),
                () -> new LoanFact.Waiver(ON, 0, 0, 0, -1),
                () -> new LoanFact.Restructure(ON, 0, List.of(new PrincipalDue(ON.plusDays(1), -1)), null),
                () -> new LoanFact.TakenOn(ON, 0, -1, List.of(new LoanFact.Arrear(ON, 0, 0, 0, 0)), 0),
                () -> new LoanFact.TakenOn(ON, 0, 0, List.of(), -1),
                () -> new LoanFact.Arrear(ON, -1, 0, 0, 0), () -> new LoanFact.Arrear(ON, 0, -1, 0, 0),
                () -> new LoanFact.Arrear(ON, 0, 0, -1, 0), () -> new LoanFact.Arrear(ON, 0, 0, 0, -1));
    }

    @ParameterizedTest
    @MethodSource("negatives")
    void refusesANegativeAmount(ThrowingCallable fact) {
        assertThatThrownBy(fact).isInstanceOf(IllegalArgumentException.class);
    }
}
