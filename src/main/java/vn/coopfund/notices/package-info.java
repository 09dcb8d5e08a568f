/** Tells people what concerns them: notices in the program, written in the transaction of the act that causes them. */
@ApplicationModule(allowedDependencies = {"access", "calendar", "money", "web"})
package vn.coopfund.notices;

import org.springframework.modulith.ApplicationModule;
