/**
 * The fund's money: capital sources, capital in and out, the two capitals, targets, and what is promised and lent to whom.
 */
@ApplicationModule(allowedDependencies = {"access", "calendar", "documents", "ledger", "money", "vouchers", "web"})
package vn.coopfund.funding;

import org.springframework.modulith.ApplicationModule;
