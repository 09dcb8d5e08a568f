/**
 * What secures loans, and who stands good for them: an item from its offer by valuation, security contract, registration and
 * the keeping of its papers to its release. It knows loans and applications by their ids alone.
 */
@ApplicationModule(allowedDependencies = {"access", "calendar", "cooperatives", "documents", "ledger", "money", "notices", "web",
    "workflow"})
package vn.coopfund.collateral;

import org.springframework.modulith.ApplicationModule;
