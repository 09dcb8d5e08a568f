/**
 * The pages and acts by which people are kept: who works here in which role, their sign-ins and passwords, and the audit
 * log to read. What they rest on, the rows of people and of the log included, is {@code access}, which this room reads.
 */
@ApplicationModule(allowedDependencies = {"access", "calendar", "cooperatives", "web"})
package vn.coopfund.people;

import org.springframework.modulith.ApplicationModule;
