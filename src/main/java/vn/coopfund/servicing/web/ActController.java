package vn.coopfund.servicing.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.servicing.Proposed;

/**
 * The pages of an act on a loan that waits for a second person: what it would do, and then the proposal. Each says at its
 * own address what it asks for.
 *
 * @param <F> its form
 */
abstract class ActController<F> {

    private final ActPages pages;

    ActController(ActPages pages) {
        this.pages = pages;
    }

    /** The act itself. */
    abstract Proposed propose(long id, F form);

    /** The page with the form. */
    abstract String page(long id, Model model);

    @PostMapping("/preview")
    String preview(@PathVariable long id, @ModelAttribute("form") F form, BindingResult errors, HttpServletRequest request,
            Model model) {
        return pages.preview(errors, request, model, () -> propose(id, form)) ? "servicing/act-preview" : page(id, model);
    }

    @PostMapping
    String propose(@PathVariable long id, @ModelAttribute("form") F form, BindingResult errors, HttpServletRequest request,
            Model model, RedirectAttributes next) {
        String there = pages.propose(errors, request, next, () -> propose(id, form));
        return there == null ? page(id, model) : there;
    }
}
