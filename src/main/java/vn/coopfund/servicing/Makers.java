package vn.coopfund.servicing;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.access.People;

/** Entries and papers of an act that waited are made by who proposed it. */
@Component
class Makers {

    private final People people;

    Makers(People people) {
        this.people = people;
    }

    <T> T as(Proposal proposal, Supplier<T> work) {
        return Actors.as(people.find(proposal.proposedBy()).orElseThrow(), work);
    }
}
