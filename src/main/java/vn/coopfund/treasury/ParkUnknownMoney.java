package vn.coopfund.treasury;

import java.util.List;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Refusal;

/** Posts money in that nobody has claimed to 33882, so that the books have what the bank has. */
@Act
@Allowed(Role.ACCOUNTANT)
public class ParkUnknownMoney {

    private final BusinessDay businessDay;
    private final Lines lines;
    private final UnknownMoney unknown;

    ParkUnknownMoney(BusinessDay businessDay, Lines lines, UnknownMoney unknown) {
        this.businessDay = businessDay;
        this.lines = lines;
        this.unknown = unknown;
    }

    /** What was posted. */
    public record Parked(int lines, long amount) {
    }

    public Parked park(List<Long> lineIds) {
        businessDay.hold();
        int parked = 0;
        long amount = 0;
        for (long id : lineIds.stream().sorted().toList()) {
            lines.lock(id);
            long one = unknown.park(id);
            parked += one > 0 ? 1 : 0;
            amount += one;
        }
        if (parked == 0) {
            throw Refusal.conflict("treasury.refused.nothing-to-park");
        }
        return new Parked(parked, amount);
    }
}
