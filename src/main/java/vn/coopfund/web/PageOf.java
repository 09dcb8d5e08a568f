package vn.coopfund.web;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list, as REST answers it: {@code {items, page, size, total}}.
 *
 * @param page counted from 0
 * @param size how many a page, up to {@value #LARGEST}
 */
public record PageOf<T>(List<T> items, int page, int size, long total) {

    public static final int LARGEST = 1000;
    public static final int USUAL = 50;

    public PageOf {
        items = List.copyOf(items);
    }

    /** A checked wish for a page: wrong numbers are refused, not bent. */
    public record Wish(int page, int size) {
        public Wish {
            new Refusal.Problems().addIf(page < 0, "page", "web.page.page")
                    .addIf(size < 1 || size > LARGEST, "size", "web.page.size", LARGEST).refuseIfAny();
        }

        public static Wish of(Integer page, Integer size) {
            return new Wish(page == null ? 0 : page, size == null ? USUAL : size);
        }

        public long offset() {
            return (long) page * size;
        }
    }

    public <R> PageOf<R> map(Function<T, R> change) {
        return new PageOf<>(items.stream().map(change).toList(), page, size, total);
    }

    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }
}
