package vn.coopfund.vouchers;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.AuditDetail;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.ledger.Balances;
import vn.coopfund.ledger.KnownAccount;
import vn.coopfund.money.Dong;
import vn.coopfund.web.Refusal;

/** The cashier counts the cash of the day, note by note, against the book. Until it is signed it may be counted again. */
@Act
@Allowed(Role.CASHIER)
public class CountCash {

    private static final int MOST = 1_000_000;

    private final CashCounts counts;
    private final Balances balances;
    private final BusinessDay businessDay;

    CountCash(CashCounts counts, Balances balances, BusinessDay businessDay) {
        this.counts = counts;
        this.balances = balances;
        this.businessDay = businessDay;
    }

    /**
     * @param pieces      how many notes of each value; none and null are the same
     * @param explanation needed where the cash is not what the book says
     */
    public CashCount count(Map<Integer, Integer> pieces, String explanation) {
        if (Actors.current().isSystem()) {
            throw Refusal.forbidden("vouchers.refused.second-person");
        }
        LocalDate today = businessDay.today();
        if (counts.lock(today).filter(CashCount::isSigned).isPresent()) {
            throw Refusal.conflict("vouchers.refused.count-locked", today);
        }
        Map<Integer, Integer> counted = checked(pieces);
        long total = counted.entrySet().stream().mapToLong(note -> (long) note.getKey() * note.getValue()).sum();
        long book = balances.of(KnownAccount.CASH, today);
        String why = explanation == null || explanation.isBlank() ? null : explanation.strip();
        new Refusal.Problems().addIf(total != book && why == null, "explanation", "vouchers.refused.explain",
                        Dong.of(Math.abs(total - book)))
                .addIf(why != null && why.length() > OrderDesk.LONGEST_TEXT, "explanation", "vouchers.refused.too-long",
                        OrderDesk.LONGEST_TEXT).refuseIfAny();
        counts.keep(today, book, total, why, counted, businessDay.now());
        AuditDetail.note(AuditDetail.word(Dong.of(total)) + " / " + AuditDetail.word(Dong.of(book)));
        return counts.of(today).orElseThrow();
    }

    private static Map<Integer, Integer> checked(Map<Integer, Integer> pieces) {
        Map<Integer, Integer> counted = new TreeMap<>();
        Refusal.Problems problems = new Refusal.Problems();
        pieces.forEach((face, number) -> {
            if (number != null && number != 0) {
                problems.addIf(!CashCounts.FACES.contains(face), "pieces[" + face + "]", "vouchers.refused.face")
                        .addIf(number < 0 || number > MOST, "pieces[" + face + "]", "vouchers.refused.pieces", MOST);
                counted.put(face, number);
            }
        });
        problems.refuseIfAny();
        return counted;
    }
}
