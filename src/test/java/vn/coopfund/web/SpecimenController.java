package vn.coopfund.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.money.MonetaryAmount;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.coopfund.access.OpenToSignedIn;
import vn.coopfund.money.Dong;

/** One page with every shared part on it, in tests only: what is right here is right on the real pages. */
@Controller
@OpenToSignedIn
class SpecimenController {

    public static class Form {
        private String name = "Trồng vải thiều VietGAP";
        private String purpose;
        private MonetaryAmount amount = Dong.of(350_000_000);
        private Integer term = 24;
        private BigDecimal rate;
        private LocalDate day = LocalDate.of(2026, 1, 15);
        private String kind;
        private String channel;
        private boolean consent;
        private Map<String, String> values = new HashMap<>();

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        public String getPurpose() {
            return purpose;
        }

        public void setPurpose(String purpose) {
            this.purpose = purpose;
        }

        public MonetaryAmount getAmount() {
            return amount;
        }

        public void setAmount(MonetaryAmount amount) {
            this.amount = amount;
        }

        public Integer getTerm() {
            return term;
        }

        public void setTerm(Integer term) {
            this.term = term;
        }

        public BigDecimal getRate() {
            return rate;
        }

        public void setRate(BigDecimal rate) {
            this.rate = rate;
        }

        public LocalDate getDay() {
            return day;
        }

        public void setDay(LocalDate day) {
            this.day = day;
        }

        public String getKind() {
            return kind;
        }

        public void setKind(String kind) {
            this.kind = kind;
        }

        public String getChannel() {
            return channel;
        }

        public void setChannel(String channel) {
            this.channel = channel;
        }

        public boolean isConsent() {
            return consent;
        }

        public void setConsent(boolean consent) {
            this.consent = consent;
        }

        public Map<String, String> getValues() {
            return values;
        }

        public void setValues(Map<String, String> values) {
            this.values = values;
        }
    }

    record Line(LocalDate on, Instant at, String by, String what) {
    }

    record Item(String number, String borrower, MonetaryAmount amount, LocalDate opened, String state) {
    }

    private final Forms forms;
    private final Show show;

    SpecimenController(Forms forms, Show show) {
        this.forms = forms;
        this.show = show;
    }

    @GetMapping("/specimen")
    String page(@ModelAttribute("form") Form form, @RequestParam(required = false) String sort,
            @RequestParam(required = false) Integer page, Model model) {
        return shown(sort, PageOf.Wish.of(page, 10), model);
    }

    @PostMapping("/specimen")
    String send(@ModelAttribute("form") Form form, BindingResult binding, Model model) {
        boolean done = forms.done(binding, () -> new Refusal.Problems()
                .addIf(form.getAmount() == null || Dong.longOf(form.getAmount()) > 3_000_000_000L, "amount",
                        "specimen.too-much", Dong.of(3_000_000_000L))
                .add("values[comment]", "specimen.say")
                .add(null, "specimen.whole").refuseIfAny());
        return done ? "redirect:/specimen" : shown(null, PageOf.Wish.of(0, 10), model);
    }

    @GetMapping("/specimen/broken")
    String broken() {
        throw new IllegalStateException("on purpose");
    }

    @GetMapping("/specimen/conflict")
    String conflict() {
        throw Refusal.conflict("web.somebody-was-first");
    }

    private String shown(String sort, PageOf.Wish wish, Model model) {
        List<Item> items = new ArrayList<>();
        for (int at = 0; at < 10; at++) {
            items.add(new Item("HTXMD-2026-%04d".formatted(at + 1), "Hợp tác xã nông nghiệp công nghệ cao Lục Ngạn " + at,
                    Dong.of(123_456_789L * (at + 1)), LocalDate.of(2026, 1, at + 1), at % 2 == 0 ? "open" : "quiet"));
        }
        model.addAttribute("items", new PageOf<>(items, wish.page(), wish.size(), 34));
        model.addAttribute("nothing", new PageOf<Item>(List.of(), 0, 10, 0));
        model.addAttribute("sorted", SortBy.of(sort, "-opened", Map.of("number", "number", "amount", "amount", "opened", "opened")).wish());
        model.addAttribute("kinds", List.of(new Choice("open", "Đang mở"), new Choice("quiet", "Đã xong")));
        model.addAttribute("channels", show.choices("specimen.channel", List.of("BANK", "CASH")));
        model.addAttribute("lines", List.of(
                new Line(LocalDate.of(2026, 1, 5), Instant.EPOCH, "Nguyễn Thị Hoa", "Nộp hồ sơ vay vốn, số tiền đề nghị 350.000.000 đ."),
                new Line(LocalDate.of(2026, 1, 6), Instant.EPOCH, "Trần Văn Bình", "Tiếp nhận hồ sơ, đủ giấy tờ.")));
        model.addAttribute("next", new NextStep("Cán bộ thẩm định", "thẩm định hồ sơ và đi thực địa", LocalDate.of(2026, 1, 20)));
        model.addAttribute("receipts", Chart.bars(List.of("01/2026", "02/2026", "03/2026")).amounts()
                .series("Thu gốc", List.of(1_250_000_000L, 980_000_000L, 1_410_000_000L))
                .series("Thu lãi", List.of(82_000_000L, 79_500_000L, 75_300_000L)));
        return "web/specimen";
    }
}
