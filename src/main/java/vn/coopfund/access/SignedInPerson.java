package vn.coopfund.access;

import java.util.Collection;
import java.util.List;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** The person of a session or of one REST call, as Spring Security keeps it. */
public final class SignedInPerson implements UserDetails, CredentialsContainer {

    private static final long serialVersionUID = 1L;

    private final long id;
    private final String username;
    private final String displayName;
    private final long fundId;
    private final List<String> roles;
    private final boolean enabled;
    private final Long standsInFor;
    private String passwordHash;

    SignedInPerson(Actor actor, String passwordHash, boolean enabled) {
        this.id = actor.id();
        this.username = actor.username();
        this.displayName = actor.displayName();
        this.fundId = actor.fundId();
        this.roles = actor.roles().stream().map(Enum::name).toList();
        this.passwordHash = passwordHash;
        this.enabled = enabled;
        this.standsInFor = actor.standsInFor();
    }

    public Actor actor() {
        return new Actor(id, username, displayName, fundId,
                roles.stream().map(Role::valueOf).collect(java.util.stream.Collectors.toSet()), standsInFor);
    }

    public String getDisplayName() {
        return displayName;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return roles.stream().map(role -> new SimpleGrantedAuthority("ROLE_" + role)).toList();
    }

    @Override
    public String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedInPerson person && person.id == id;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(id);
    }
}
