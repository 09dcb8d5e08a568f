/** What every page and call shares: layout, fragments, error pages, problem+json, idempotency keys, paging. */
@ApplicationModule(allowedDependencies = {"access", "money"})
package vn.coopfund.web;

import org.springframework.modulith.ApplicationModule;
