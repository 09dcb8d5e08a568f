/** A loan from signed contract to settlement: disbursement, repayment, its position on any day, and release. */
@ApplicationModule(allowedDependencies = {"access", "calendar", "collateral", "cooperatives", "council", "database", "documents", "funding",
    "ledger", "money", "notices", "origination", "products", "schedule", "vouchers", "web", "workflow"})
package vn.coopfund.servicing;

import org.springframework.modulith.ApplicationModule;
