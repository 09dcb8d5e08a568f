package vn.coopfund.web;

import java.util.List;
import java.util.function.Consumer;
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
    /** How many a page shows to people. */
    public static final int SHOWN = 20;

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

        /** The same for a page that people look at. */
        public static Wish ofPage(Integer page, Integer size) {
            return of(page, size == null ? SHOWN : size);
        }

        public long offset() {
            return (long) page * size;
        }
    }

    /** One page of a list that is at hand as a whole. */
    public static <T> PageOf<T> of(List<T> all, Wish wish) {
        return new PageOf<>(all.stream().skip(wish.offset()).limit(wish.size()).toList(), wish.page(), wish.size(), all.size());
    }

    /** Goes through a whole list page by page, as a file of it needs. */
    public static <T> void each(Function<Wish, PageOf<T>> list, Consumer<T> act) {
        int page = 0;
        PageOf<T> now;
        do {
            now = list.apply(new Wish(page++, LARGEST));
            now.items().forEach(act);
        } while (page < now.pages());
    }

    public <R> PageOf<R> map(Function<T, R> change) {
        return new PageOf<>(items.stream().map(change).toList(), page, size, total);
    }

    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }
}
