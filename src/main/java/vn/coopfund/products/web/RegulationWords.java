package vn.coopfund.products.web;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.money.MonetaryAmount;
import org.springframework.stereotype.Component;
import vn.coopfund.products.LendingRegulation;
import vn.coopfund.products.RegulationChange;
import vn.coopfund.products.RegulationField;
import vn.coopfund.web.Choice;
import vn.coopfund.web.Show;
import vn.coopfund.web.Texts;

/** The figures of the regulation as people read them. */
@Component
class RegulationWords {

    private final Texts texts;
    private final Show show;

    RegulationWords(Texts texts, Show show) {
        this.texts = texts;
        this.show = show;
    }

    /** A figure, named by its message key. */
    public record Line(String label, String value) {
    }

    /** The figures that stand together under a heading. */
    public record Group(String label, List<Line> lines) {
    }

    /** A figure that changes. */
    public record Changed(String label, String before, String after) {
    }

    /** A field to fill in, with its choices where there are any. */
    public record Input(RegulationField field, List<Choice> choices) {

        public String property() {
            return "figures[" + field.name() + "]";
        }

        public String unit() {
            return switch (field.kind()) {
                case PERCENT -> "web.unit.percent";
                case DAYS -> "web.unit.days";
                case MONTHS -> "web.unit.months";
                default -> null;
            };
        }
    }

    /** The fields under a heading. */
    public record Inputs(String label, List<Input> fields) {
    }

    List<Group> groups(LendingRegulation regulation) {
        return Stream.of(RegulationField.Group.values()).map(group -> new Group(label(group),
                RegulationField.of(group).stream().map(field -> new Line(field.label(),
                        words(field, field.value(regulation)))).toList())).toList();
    }

    List<Changed> changes(List<RegulationChange> changes) {
        return changes.stream().map(change -> new Changed(change.field().label(),
                words(change.field(), change.before()), words(change.field(), change.after()))).toList();
    }

    List<Inputs> inputs() {
        return Stream.of(RegulationField.Group.values()).map(group -> new Inputs(label(group),
                RegulationField.of(group).stream().map(field -> new Input(field, choices(field))).toList())).toList();
    }

    private static String label(RegulationField.Group group) {
        return "products.regulation.group." + group;
    }

    private List<Choice> choices(RegulationField field) {
        return switch (field.kind()) {
            case FLAG -> Stream.of("true", "false").map(value -> new Choice(value, yesNo(Boolean.valueOf(value)))).toList();
            case CHOICE, CHOICES -> show.choices(field.words(), field.options());
            case ORDER -> field.options().stream()
                    .map(order -> new Choice(order, joined(field, Arrays.asList(order.split(","))))).toList();
            default -> List.of();
        };
    }

    private String words(RegulationField field, Object value) {
        if (value == null) {
            return String.valueOf(show.orDash(null));
        }
        return switch (field.kind()) {
            case PERCENT -> show.percent((BigDecimal) value);
            case DAYS -> value + " " + texts.of("web.unit.days");
            case MONTHS -> value + " " + texts.of("web.unit.months");
            case COUNT -> value.toString();
            case AMOUNT -> show.amount((MonetaryAmount) value);
            case FLAG -> yesNo((Boolean) value);
            case CHOICE -> texts.of(field.words() + "." + value);
            case CHOICES, ORDER -> joined(field, (Collection<?>) value);
        };
    }

    private String joined(RegulationField field, Collection<?> words) {
        String between = field.kind() == RegulationField.Kind.ORDER ? " → " : "; ";
        return words.stream().map(word -> texts.of(field.words() + "." + word)).collect(Collectors.joining(between));
    }

    private String yesNo(boolean yes) {
        return texts.of(yes ? "web.yes" : "web.no");
    }
}
