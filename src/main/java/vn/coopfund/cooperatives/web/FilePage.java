package vn.coopfund.cooperatives.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javax.money.MonetaryAmount;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.cooperatives.BorrowerFile;
import vn.coopfund.cooperatives.BorrowerPaper;
import vn.coopfund.cooperatives.Borrowers;
import vn.coopfund.cooperatives.Consents;
import vn.coopfund.cooperatives.FileSection;
import vn.coopfund.cooperatives.RelatedBorrowers;
import vn.coopfund.documents.Attachments;
import vn.coopfund.documents.PaperType;

/** Gathers what the page of a file shows. */
@Component
class FilePage {

    private final Borrowers borrowers;
    private final Consents consents;
    private final RelatedBorrowers relatedBorrowers;
    private final Attachments attachments;
    private final ObjectProvider<FileSection> sections;

    FilePage(Borrowers borrowers, Consents consents, RelatedBorrowers relatedBorrowers, Attachments attachments,
            ObjectProvider<FileSection> sections) {
        this.borrowers = borrowers;
        this.consents = consents;
        this.relatedBorrowers = relatedBorrowers;
        this.attachments = attachments;
        this.sections = sections;
    }

    /** A part of the file from a room above, as read. */
    public record Shown(String titleKey, Map<String, MonetaryAmount> sums, List<FileSection.Line> lines) {
    }

    /** Returns the page; keeps a form with errors that is in the model already. */
    String fill(long borrower, String base, Model model) {
        Actor actor = Actors.current();
        BorrowerFile file = borrowers.file(borrower);
        boolean own = base.equals("/profile");
        boolean writes = own || actor.is(Role.LOAN_OFFICER);
        model.addAttribute("file", file);
        model.addAttribute("base", base);
        model.addAttribute("own", own);
        model.addAttribute("writes", writes);
        model.addAttribute("consent", consents.standing(borrower).orElse(null));
        if (!file.masked()) {
            model.addAttribute("papers", attachments.of(Subject.cooperative(borrower)));
            model.addAttribute("paperKinds", BorrowerPaper.values());
            model.addAttribute("accept", PaperType.ACCEPT);
        }
        if (!own) {
            model.addAttribute("links", relatedBorrowers.of(borrower));
            model.addAttribute("group", borrowers.names(borrowers.relatedGroup(borrower)));
        }
        if (actor.is(Role.LOAN_OFFICER)) {
            model.addAttribute("others", borrowers.choices().stream()
                    .filter(choice -> !choice.value().equals(String.valueOf(borrower))).toList());
        }
        if (actor.isStaff()) {
            model.addAttribute("sections", sections.stream().sorted(Comparator.comparingInt(FileSection::order))
                    .map(part -> new Shown(part.titleKey(), part.sums(borrower), part.lines(borrower))).toList());
        }
        model.addAttribute("administrator", actor.is(Role.ADMINISTRATOR));
        addUnlessThere(model, "paper", new BorrowerFileController.PaperForm(null, null));
        addUnlessThere(model, "related", new BorrowerFileController.RelatedForm(null, null));
        return "cooperatives/file";
    }

    private static void addUnlessThere(Model model, String name, Object form) {
        if (!model.containsAttribute(name)) {
            model.addAttribute(name, form);
        }
    }
}
