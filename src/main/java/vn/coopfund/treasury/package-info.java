/** The fund's money at banks: statements, what their lines are in the books, and that both agree. */
@ApplicationModule(allowedDependencies = {"access", "calendar", "documents", "ledger", "money", "schedule", "servicing",
    "vouchers", "web"})
package vn.coopfund.treasury;

import org.springframework.modulith.ApplicationModule;
