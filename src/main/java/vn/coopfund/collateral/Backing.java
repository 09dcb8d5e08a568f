package vn.coopfund.collateral;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.money.Dong;

/** What stands behind a debt once the haircut is taken off: appraised values alone, never what somebody says. */
@Component
public class Backing {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Items items;
    private final SecuredDebts debts;
    private final CountedShare shares;
    private final BusinessDay businessDay;

    Backing(Items items, SecuredDebts debts, CountedShare shares, BusinessDay businessDay) {
        this.items = items;
        this.debts = debts;
        this.shares = shares;
        this.businessDay = businessDay;
    }

    /**
     * What the collateral of an application counts for, đồng, without what other loans owe that it secures already. Where
     * items of several measures are offered, the whole value counts as they do together.
     *
     * @param value   of all of it, đồng
     * @param measure how it secures where no item was offered
     */
    @Transactional(readOnly = true)
    public long ofApplication(long application, long value, SecurityMeasure measure) {
        Map<String, BigDecimal> counted = shares.counted(businessDay.today());
        List<Item> offered = items.ofApplication(application);
        BigDecimal worth = offered.stream().map(Backing::worth).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (worth.signum() == 0) {
            return counts(BigDecimal.valueOf(value), measure, counted);
        }
        BigDecimal weighed = offered.stream().map(item -> worth(item).multiply(percent(item.measure(), counted)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        long all = BigDecimal.valueOf(value).multiply(weighed).divide(worth.multiply(HUNDRED), 0, RoundingMode.DOWN).longValueExact();
        return Math.max(0, all - offered.stream().mapToLong(item -> owed(item.openCovers())).sum());
    }

    /**
     * What the items that secure a loan count for, đồng: without what the loans before it, or beside it, owe, and no more
     * than it may take of each.
     */
    @Transactional(readOnly = true)
    public long ofLoan(long loan) {
        Map<String, BigDecimal> counted = shares.counted(businessDay.today());
        return items.ofLoan(loan).stream().mapToLong(item -> item.openCovers().stream().filter(cover -> cover.loanId() == loan)
                .findFirst().map(own -> left(item, own, counted)).orElse(0L)).sum();
    }

    private long left(Item item, Item.Cover own, Map<String, BigDecimal> counted) {
        List<Item.Cover> before = item.openCovers().stream()
                .filter(cover -> cover.loanId() != own.loanId() && cover.rank() <= own.rank()).toList();
        long value = item.value() == null ? 0 : item.value();
        return Math.min(most(own), Math.max(0, counts(BigDecimal.valueOf(value), item.measure(), counted) - owed(before)));
    }

    private long owed(List<Item.Cover> covers) {
        var known = debts.of(covers.stream().map(Item.Cover::loanId).toList());
        return covers.stream().filter(cover -> known.containsKey(cover.loanId()))
                .mapToLong(cover -> Math.min(known.get(cover.loanId()).principal(), most(cover))).sum();
    }

    private static long most(Item.Cover cover) {
        return cover.most() == null ? Dong.longOf(Dong.LARGEST) : cover.most();
    }

    private static BigDecimal worth(Item item) {
        Long worth = item.value() != null ? item.value() : item.estimate();
        return BigDecimal.valueOf(worth == null ? 0 : worth);
    }

    private static long counts(BigDecimal value, SecurityMeasure measure, Map<String, BigDecimal> counted) {
        return value.multiply(percent(measure, counted)).divide(HUNDRED, 0, RoundingMode.DOWN).longValueExact();
    }

    private static BigDecimal percent(SecurityMeasure measure, Map<String, BigDecimal> counted) {
        return counted.getOrDefault(measure.name(), BigDecimal.ZERO);
    }
}
