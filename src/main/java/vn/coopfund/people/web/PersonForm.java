package vn.coopfund.people.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.coopfund.access.Role;
import vn.coopfund.people.AddPerson;

/** What an administrator fills in about a person. */
public class PersonForm {

    private String username;
    private String displayName;
    private List<Role> roles = List.of();
    private Long borrower;

    AddPerson.NewPerson toPerson() {
        return new AddPerson.NewPerson(username, displayName, chosen(), borrower);
    }

    Set<Role> chosen() {
        return roles == null || roles.isEmpty() ? Set.of() : EnumSet.copyOf(roles);
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getDisplayName() {
        return displayName;
    }

    public void setDisplayName(String displayName) {
        this.displayName = displayName;
    }

    public List<Role> getRoles() {
        return roles;
    }

    public void setRoles(List<Role> roles) {
        this.roles = roles;
    }

    public Long getBorrower() {
        return borrower;
    }

    public void setBorrower(Long borrower) {
        this.borrower = borrower;
    }
}
