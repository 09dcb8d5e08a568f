/** Papers of a case: attachments checked by content, numbers without gaps, printed forms; owners say who may read. */
@ApplicationModule(allowedDependencies = {"access", "calendar", "money", "web"})
package vn.coopfund.documents;

import org.springframework.modulith.ApplicationModule;
