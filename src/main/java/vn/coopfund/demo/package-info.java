/** Demonstration data: some years of a fund's life, told through the same acts that the pages use. Nobody knows this room. */
@ApplicationModule(allowedDependencies = {"access", "calendar", "collateral", "cooperatives", "database", "documents", "funding",
    "money", "origination", "risk", "schedule", "servicing", "treasury", "vouchers", "web", "workflow"})
package vn.coopfund.demo;

import org.springframework.modulith.ApplicationModule;
