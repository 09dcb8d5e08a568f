/** What may be lost: how loans are used and called back, provisions on the official debt groups, and what the risk council decides to write off. */
@ApplicationModule(allowedDependencies = {"access", "calendar", "collateral", "council", "documents", "ledger", "money", "notices", "products", "schedule", "servicing",
    "web", "workflow"})
package vn.coopfund.risk;

import org.springframework.modulith.ApplicationModule;
