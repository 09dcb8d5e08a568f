/** The fund's money: capital sources and contributions, the two capitals, targets, and what is promised and lent to whom. */
@ApplicationModule(allowedDependencies = {"access", "calendar", "ledger", "money", "web"})
package vn.coopfund.funding;

import org.springframework.modulith.ApplicationModule;
