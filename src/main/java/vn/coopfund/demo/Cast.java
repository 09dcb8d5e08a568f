package vn.coopfund.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;

/** The people of the demonstration; all of them sign in with one known password. */
@Component
class Cast {

    static final String PASSWORD = "coopfund-demo";

    private final People people;
    private final PasswordEncoder passwords;
    private final Map<String, Actor> known = new ConcurrentHashMap<>();

    Cast(People people, PasswordEncoder passwords) {
        this.people = people;
        this.passwords = passwords;
    }

    /** One of them; {@code borrower} is the key of the borrower that a sign-in stands for, or null. */
    record Member(String username, String name, Set<Role> roles, String borrower) {

        static List<Member> all() {
            return SeedRow.of("people").stream().map(row -> new Member(row.text("username"), row.text("name"),
                    Arrays.stream(row.text("roles").split(" ")).map(Role::valueOf).collect(Collectors.toSet()),
                    row.text("borrower"))).toList();
        }

        static Optional<Member> ofBorrower(String borrower) {
            return all().stream().filter(member -> borrower.equals(member.borrower())).findFirst();
        }
    }

    /** Adds them all; the password is hashed once, which takes its time on purpose. */
    Long enter() {
        String hash = passwords.encode(PASSWORD);
        Member.all().forEach(member -> people.addHashed(member.username(), member.name(), hash, member.roles()));
        return null;
    }

    Actor named(String username) {
        return known.computeIfAbsent(username, people::byUsername);
    }

    <T> T as(String username, Supplier<T> work) {
        return Actors.as(named(username), work);
    }
}
