/** The fund's lending regulation as dated data (Decree 45/2021 art. 31), and the loan calculator. */
@ApplicationModule(allowedDependencies = {"access", "calendar", "money", "schedule", "web"})
package vn.coopfund.products;

import org.springframework.modulith.ApplicationModule;
