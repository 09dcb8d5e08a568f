package vn.coopfund.products;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.access.Role;

/** Proposes a new version of the regulation. It holds for nobody until a second administrator confirms it. */
@Act
@Allowed(Role.ADMINISTRATOR)
public class ProposeRegulation {

    private final PreviewRegulation previewRegulation;
    private final Regulations regulations;
    private final Duties duties;

    ProposeRegulation(PreviewRegulation previewRegulation, Regulations regulations, Duties duties) {
        this.previewRegulation = previewRegulation;
        this.regulations = regulations;
        this.duties = duties;
    }

    /** Refuses what {@link PreviewRegulation} refuses. */
    public RegulationVersion propose(RegulationDraft draft) {
        RegulationVersion version = regulations.add(previewRegulation.preview(draft).proposed());
        duties.take(version.subject(), Duty.PREPARE_PARAMETER);
        return version;
    }
}
