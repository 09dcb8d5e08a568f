/**
 * What the management council sits on, which is the risk council too: who is called, who steps aside, who voted how, and
 * the minutes. It knows nothing of what is asked; the room that asks lays a paper before it.
 */
@ApplicationModule(allowedDependencies = {"access", "calendar", "documents", "money", "notices", "products", "web", "workflow"})
package vn.coopfund.council;

import org.springframework.modulith.ApplicationModule;
