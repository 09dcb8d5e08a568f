/** Double-entry books: the chart, the journal, its periods, memorandum accounts and what is read from them; knows no loans. */
@ApplicationModule(allowedDependencies = {"access", "web", "calendar", "money"})
package vn.coopfund.ledger;

import org.springframework.modulith.ApplicationModule;
