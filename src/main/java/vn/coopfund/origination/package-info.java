/** An application from draft to signed contract: checked, appraised, decided and signed under the lending process. */
@ApplicationModule(allowedDependencies = {"access", "calendar", "collateral", "cooperatives", "council", "documents", "funding", "money",
    "notices", "products", "schedule", "web", "workflow"})
package vn.coopfund.origination;

import org.springframework.modulith.ApplicationModule;
