package vn.coopfund.people;

import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.AuditDetail;
import vn.coopfund.access.HasSubject;
import vn.coopfund.access.Role;
import vn.coopfund.access.SetUpLinks;
import vn.coopfund.access.Subject;
import vn.coopfund.web.Refusal;

/** Issues a link by which somebody else sets a password, once and within {@value #HOURS} hours. */
@Act
@Allowed(Role.ADMINISTRATOR)
public class IssueSetUpLink {

    public static final int HOURS = 72;

    private final Directory directory;
    private final SetUpLinks links;

    IssueSetUpLink(Directory directory, SetUpLinks links) {
        this.directory = directory;
        this.links = links;
    }

    /** The link; it is shown this once and kept nowhere. */
    public record Link(Person person, String path) implements HasSubject {
        @Override
        public Subject subject() {
            return person.subject();
        }
    }

    public Link issue(long id) {
        Person person = directory.get(id);
        if (!person.enabled()) {
            throw Refusal.conflict("people.refused.disabled");
        }
        if (id == Actors.current().id()) {
            throw Refusal.forbidden("people.refused.own-link");
        }
        AuditDetail.note(person.username());
        return new Link(person, links.issue(id, HOURS));
    }
}
