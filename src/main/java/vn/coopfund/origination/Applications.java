package vn.coopfund.origination;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.money.MonetaryAmount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.cooperatives.BorrowerView;
import vn.coopfund.cooperatives.Borrowers;
import vn.coopfund.documents.MayRead;
import vn.coopfund.money.Dong;
import vn.coopfund.web.Choice;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.SearchText;
import vn.coopfund.web.SortBy;
import vn.coopfund.workflow.CaseSubjects;

/** Finds applications for those who may see them: staff all of their fund's, a borrower its own. */
@Component
public class Applications implements CaseSubjects, MayRead {

    static final String SUPPLEMENT = "Task_SupplementApplication";

    private final ApplicationRepository repository;
    private final Borrowers borrowers;
    private final JdbcClient jdbc;

    Applications(ApplicationRepository repository, Borrowers borrowers, JdbcClient jdbc) {
        this.repository = repository;
        this.borrowers = borrowers;
        this.jdbc = jdbc;
    }

    /** By what a list of applications may be sorted. */
    public static final Map<String, String> COLUMNS = Map.of("number", "a.number", "borrower", "b.name",
            "amount", "a.amount", "state", "a.state", "on", "coalesce(a.submitted_on, a.created_on)");

    /** A row of a list. */
    public record Row(long id, String number, String borrower, String projectName, MonetaryAmount amount,
            ApplicationState state, LocalDate on, Long loanId) {
    }

    /** The application; another cooperative's is not there. */
    @Transactional(readOnly = true)
    public ApplicationView byId(long id) {
        return visible(id).view();
    }

    /** The entity for an act, checked like {@link #byId}. */
    Application visible(long id) {
        return repository.findById(id).filter(found -> maySee(Actors.current(), found)).orElseThrow(Refusal::notFound);
    }

    private boolean maySee(Actor actor, Application application) {
        boolean sameFund = application.view().fundId() == actor.fundId();
        return sameFund && (actor.isSystem() || actor.isStaff() || borrowersOf(actor).contains(application.borrowerId()));
    }

    /** The borrower that the signed-in cooperative is. */
    public BorrowerView ownBorrower() {
        return borrowers.ofSignIn(Actors.current()).orElseThrow(() -> Refusal.forbidden("origination.no-borrower"));
    }

    /** One page of the actor's applications, newest first; {@code state} and {@code text} narrow it when not null. */
    @Transactional(readOnly = true)
    public PageOf<Row> list(ApplicationState state, String text, SortBy sort, PageOf.Wish wish) {
        Actor actor = Actors.current();
        String where = """
                 from origination.application a join cooperatives.borrower b on b.id = a.borrower_id
                where a.fund_id = :fund and (:staff or a.borrower_id = any(:own::bigint[]))
                  and (:staff = false or a.state <> 'DRAFT' or a.walk_in)
                  and (a.state <> 'WITHDRAWN' or a.number is not null)
                  and (:state::text is null or a.state = :state)
                  and b.search_text || ' ' || a.search_text like all (:words::text[])""";
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("fund", actor.fundId());
        params.put("staff", actor.isStaff() || actor.isSystem());
        params.put("own", borrowersOf(actor).stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")));
        params.put("state", state == null ? null : state.name());
        params.put("words", SearchText.patterns(text).toArray(String[]::new));
        List<Row> rows = jdbc.sql("select a.id, a.number, b.name as borrower, a.project_name, a.amount, a.state, "
                        + "coalesce(a.submitted_on, a.created_on) as on_day, a.loan_id" + where
                        + sort.orderBy("a.id") + "limit " + wish.size() + " offset " + wish.offset())
                .params(params).query((row, number) -> new Row(row.getLong("id"), row.getString("number"),
                        row.getString("borrower"), row.getString("project_name"),
                        row.getObject("amount") == null ? null : Dong.of(row.getLong("amount")),
                        ApplicationState.valueOf(row.getString("state")), row.getObject("on_day", LocalDate.class),
                        row.getObject("loan_id", Long.class))).list();
        long total = jdbc.sql("select count(*)" + where).params(params).query(Long.class).single();
        return new PageOf<>(rows, wish.page(), wish.size(), total);
    }

    /** Whom an officer may choose for a walk-in, by name. */
    @Transactional(readOnly = true)
    public List<Choice> borrowerChoices() {
        return jdbc.sql("select id, name || ' (' || number || ')' as words from cooperatives.borrower "
                        + "where fund_id = ? and complete order by name")
                .param(Actors.current().fundId())
                .query((row, number) -> new Choice(row.getString("id"), row.getString("words"))).list();
    }

    @Override
    public boolean concerns(Subject.Type type) {
        return type == Subject.Type.APPLICATION;
    }

    @Override
    public String title(long id) {
        ApplicationView application = repository.findById(id).orElseThrow(Refusal::notFound).view();
        return Stream.of(application.number(), borrowers.byId(application.borrowerId()).name(),
                application.content().projectName()).filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }

    @Override
    public Long borrowerOf(long id) {
        return repository.findById(id).map(Application::borrowerId).orElse(null);
    }

    @Override
    public Collection<Long> signInsOf(long id) {
        return borrowers.signIns(repository.findById(id).orElseThrow(Refusal::notFound).borrowerId());
    }

    @Override
    public String path(long id) {
        return "/applications/" + id;
    }

    /** Papers asked of a borrower who entered the file are its own to hand in. */
    @Override
    public Set<Role> hands(long id, String taskKey, Set<Role> modelled) {
        boolean own = taskKey.equals(SUPPLEMENT) && !repository.findById(id).orElseThrow(Refusal::notFound).view().walkIn();
        return own ? Set.of(Role.BORROWER) : modelled;
    }

    @Override
    public Set<Long> borrowersOf(Actor actor) {
        return borrowers.ofSignIn(actor).map(own -> Set.of(own.id())).orElse(Set.of());
    }

    @Override
    public boolean concerns(Subject subject) {
        return concerns(subject.type());
    }

    @Override
    public boolean mayRead(Actor actor, Subject subject) {
        return repository.findById(subject.id()).filter(found -> maySee(actor, found)).isPresent();
    }

    @Override
    public boolean mayRead(Actor actor, Subject subject, String kind) {
        return PaperRule.of(kind).mayRead(actor) && mayRead(actor, subject);
    }
}
