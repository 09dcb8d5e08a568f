package vn.coopfund.ledger;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Refusal;

/** A new version of a posting template, for value dates from a day to come on. */
@Component
class TemplateChanged implements BookAct {

    private final JdbcClient jdbc;
    private final BookProposals proposals;
    private final PostingTemplates templates;
    private final BusinessDay businessDay;

    TemplateChanged(JdbcClient jdbc, BookProposals proposals, PostingTemplates templates, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.proposals = proposals;
        this.templates = templates;
        this.businessDay = businessDay;
    }

    @Override
    public BookProposal.Kind kind() {
        return BookProposal.Kind.TEMPLATE;
    }

    @Override
    public List<NewEntry> entries(BookProposal proposal) {
        TemplateChange change = proposals.details(proposal, TemplateChange.class);
        PostingTemplate latest = latest(change.key());
        if (change.validFrom() == null || !change.validFrom().isAfter(businessDay.today())
                || !change.validFrom().isAfter(latest.validFrom())) {
            throw Refusal.invalid("validFrom", "ledger.template.from-tomorrow", businessDay.today());
        }
        Refusal.Problems problems = new Refusal.Problems();
        change.accounts().forEach((part, account) -> problems.addIf(!takes(account, change), "accounts[" + part + "]",
                "ledger.account-takes-none", account));
        problems.refuseIfAny();
        if (latest.parts().stream().filter(part -> part.account() != null)
                .allMatch(part -> part.account().equals(change.accounts().getOrDefault(part.name(), part.account())))) {
            throw Refusal.conflict("ledger.template.nothing-changes");
        }
        return List.of();
    }

    @Override
    public void perform(BookProposal proposal, long checkedBy) {
        // no day is closed in between: what PostingTemplates read for a day stays
        businessDay.hold();
        entries(proposal);
        TemplateChange change = proposals.details(proposal, TemplateChange.class);
        PostingTemplate latest = latest(change.key());
        long id = jdbc.sql("select nextval('ledger.posting_template_seq')").query(Long.class).single();
        jdbc.sql("insert into ledger.posting_template (id, fund_id, key, valid_from, confirmed_by) values (?, ?, ?, ?, ?)")
                .params(id, Actors.current().fundId(), change.key(), change.validFrom(), checkedBy).update();
        latest.parts().stream().filter(part -> part.account() != null).forEach(part -> insert(id, latest, part.name(),
                change.accounts().getOrDefault(part.name(), part.account())));
        latest.parts().stream().filter(part -> part.account() == null).forEach(part -> insert(id, latest, part.name(), null));
    }

    private void insert(long id, PostingTemplate latest, String part, String account) {
        jdbc.sql("""
                insert into ledger.posting_template_line (template_id, line_number, part, side, account, choices, dimensions)
                select ?, line_number, part, side, ?, choices, dimensions from ledger.posting_template_line
                where template_id = ? and part = ?""")
                .params(java.util.Arrays.asList(id, account, latest.id(), part)).update();
    }

    private PostingTemplate latest(String key) {
        return templates.all().stream().filter(template -> template.key().equals(key)).reduce((first, later) -> later)
                .orElseThrow(Refusal::notFound);
    }

    private boolean takes(String account, TemplateChange change) {
        return jdbc.sql("select exists (select 1 from ledger.account where fund_id = ? and code = ? and leaf "
                        + "and ? between valid_from and coalesce(valid_to, 'infinity'))")
                .params(Actors.current().fundId(), account, change.validFrom()).query(Boolean.class).single();
    }
}
