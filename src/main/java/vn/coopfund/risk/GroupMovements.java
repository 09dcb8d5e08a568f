package vn.coopfund.risk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.servicing.Classifications;

/** How the principal moved between the debt groups from one month end to the next (bảng chuyển nhóm nợ). */
@Component
public class GroupMovements {

    private static final int GROUPS = 5;

    /**
     * The principal that stood in one group, đồng: opening + drawn − repaid − written off = what stands in the groups at
     * the end.
     *
     * @param from  the group at the beginning; null for loans that were not there yet
     * @param drawn what was paid out in between
     * @param to    what of it stands in group 1, 2, … at the end
     */
    public record Row(Integer from, long opening, long drawn, long repaid, long writtenOff, List<Long> to) {

        public long closing() {
            return to.stream().mapToLong(Long::longValue).sum();
        }
    }

    /** A loan at a month end. */
    record Held(long loan, int group, long principal) {
    }

    private final Classifications classifications;
    private final WriteOffs writeOffs;

    GroupMovements(Classifications classifications, WriteOffs writeOffs) {
        this.classifications = classifications;
        this.writeOffs = writeOffs;
    }

    /** The month end before that one; empty for the first. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> before(LocalDate asOf) {
        return classifications.all().stream().map(Classifications.Run::asOf).filter(one -> one.isBefore(asOf)).findFirst();
    }

    /** From the month end before; a row for each group and one for new loans. The first month end has new loans alone. */
    @Transactional(readOnly = true)
    public List<Row> upTo(LocalDate asOf) {
        LocalDate from = before(asOf).orElse(null);
        Map<Long, Long> gone = from == null ? Map.of() : writeOffs.takenOut(from, asOf);
        return rows(from == null ? List.of() : held(from), held(asOf), gone);
    }

    private List<Held> held(LocalDate asOf) {
        return classifications.lines(asOf).stream()
                .map(line -> new Held(line.loanId(), line.debtGroup(), line.principal())).toList();
    }

    /** @param gone what was written off in between, by loan */
    static List<Row> rows(List<Held> before, List<Held> after, Map<Long, Long> gone) {
        Map<Long, Held> then = after.stream().collect(Collectors.toMap(Held::loan, Function.identity()));
        Map<Long, Held> first = before.stream().collect(Collectors.toMap(Held::loan, Function.identity()));
        List<Row> rows = new ArrayList<>();
        IntStream.rangeClosed(1, GROUPS).forEach(group -> rows.add(before.stream().filter(held -> held.group() == group)
                .map(held -> moved(held, then.get(held.loan()), gone.get(held.loan())))
                .reduce(nothing(group), GroupMovements::together)));
        rows.add(after.stream().filter(held -> !first.containsKey(held.loan()))
                .map(held -> new Row(null, 0, held.principal(), 0, 0, in(held)))
                .reduce(nothing(null), GroupMovements::together));
        return rows;
    }

    private static Row moved(Held before, Held after, Long writtenOff) {
        long opening = before.principal();
        long lost = after == null && writtenOff != null ? Math.min(writtenOff, opening) : 0;
        long closing = after == null ? 0 : after.principal();
        long change = closing + lost - opening;
        return new Row(before.group(), opening, Math.max(0, change), Math.max(0, -change), lost,
                after == null ? nothing(null).to() : in(after));
    }

    private static List<Long> in(Held held) {
        return IntStream.rangeClosed(1, GROUPS).mapToObj(group -> group == held.group() ? held.principal() : 0L).toList();
    }

    private static Row nothing(Integer from) {
        return new Row(from, 0, 0, 0, 0, Collections.nCopies(GROUPS, 0L));
    }

    private static Row together(Row one, Row other) {
        return new Row(one.from(), one.opening() + other.opening(), one.drawn() + other.drawn(),
                one.repaid() + other.repaid(), one.writtenOff() + other.writtenOff(),
                IntStream.range(0, GROUPS).mapToObj(i -> one.to().get(i) + other.to().get(i)).toList());
    }

    /** All rows in one. */
    public static Row total(List<Row> rows) {
        return rows.stream().reduce(nothing(null), GroupMovements::together);
    }
}
