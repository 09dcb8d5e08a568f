package vn.coopfund.funding;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.coopfund.ledger.KnownSources;

/** Tells the books which sources of capital there are. */
@Component
class SourcesForEntries implements KnownSources {

    private final CapitalSources sources;

    SourcesForEntries(CapitalSources sources) {
        this.sources = sources;
    }

    @Override
    public List<Source> all() {
        return sources.all().stream().map(one -> new Source(one.id(), one.account(), one.nameVi(), one.nameEn())).toList();
    }
}
