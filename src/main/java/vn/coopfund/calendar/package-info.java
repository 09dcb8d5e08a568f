/** The business date of each fund and its working days: the only place that asks what day it is. */
@ApplicationModule(allowedDependencies = {"access", "database", "web"})
package vn.coopfund.calendar;

import org.springframework.modulith.ApplicationModule;
