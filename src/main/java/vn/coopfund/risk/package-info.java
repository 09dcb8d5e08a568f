/** What may be lost: provisions on the official debt groups, and what the risk council decides to write off. */
@ApplicationModule(allowedDependencies = {"access", "calendar", "collateral", "council", "documents", "ledger", "money", "notices", "schedule", "servicing",
    "web", "workflow"})
package vn.coopfund.risk;

import org.springframework.modulith.ApplicationModule;
