/** What people look at: home pages, progress, reports; reads every room below and changes none. */
@ApplicationModule(allowedDependencies = {"access", "calendar", "cooperatives", "documents", "funding", "ledger", "money",
    "notices", "origination", "products", "schedule", "servicing", "vouchers", "web", "workflow"})
package vn.coopfund.reporting;

import org.springframework.modulith.ApplicationModule;
