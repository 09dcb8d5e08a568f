/**
 * The only user of the process engine: deploys the models, keeps the inbox, completes tasks through the acts that own
 * them, and writes the timeline of every case.
 */
@ApplicationModule(allowedDependencies = {"access", "calendar", "money", "notices", "web"})
package vn.coopfund.workflow;

import org.springframework.modulith.ApplicationModule;
