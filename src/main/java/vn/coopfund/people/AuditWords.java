package vn.coopfund.people;

import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Act;
import vn.coopfund.web.Choice;

/** Lines of the audit log in words: {@code access.act.*} for acts and events, {@code access.audit.*} for details. */
@Component("auditWords")
public class AuditWords {

    /** What is recorded besides acts. */
    private static final List<String> EVENTS = List.of("SignedIn", "SignedInByProgram", "SignedOut", "SignInFailed",
            "SetPasswordByLink", "ReadBorrower", "PrintBorrower", "ReadAttachment",
            "DutyRefused");
    private static final Pattern CAPITALS = Pattern.compile("\\b[A-Z][A-Z_]+[A-Z]\\b");

    private final ApplicationContext beans;
    private final MessageSource messages;

    AuditWords(ApplicationContext beans, MessageSource messages) {
        this.beans = beans;
        this.messages = messages;
    }

    /** What was done; the bare name where an act of old has no words any more. */
    public String act(String what) {
        return word("access.act." + what, what);
    }

    public String subject(String type) {
        return word("access.subject." + type, type);
    }

    /** The detail with its capital words, such as a role's name, in the reader's language; null stays null. */
    public String detail(String detail) {
        return detail == null ? null : CAPITALS.matcher(detail).replaceAll(this::title);
    }

    private String title(MatchResult found) {
        String capitals = found.group();
        return Matcher.quoteReplacement(word("access.role." + capitals,
                word("access.audit." + capitals, word("access.duty." + capitals, capitals))));
    }

    /** Every act of the program to choose from, by its words. */
    public List<Choice> acts() {
        Stream<String> acts = Stream.of(beans.getBeanNamesForAnnotation(Act.class))
                .map(name -> AopUtils.getTargetClass(beans.getBean(name)).getSimpleName());
        return Stream.concat(acts, EVENTS.stream()).distinct().map(what -> new Choice(what, act(what)))
                .sorted(Comparator.comparing(Choice::text)).toList();
    }

    private String word(String key, String otherwise) {
        return messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale());
    }
}
