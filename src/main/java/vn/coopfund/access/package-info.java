/** Who may: people, roles, sign-in, separation of duties, and the audit log of every act. */
@ApplicationModule(allowedDependencies = {"database", "money"})
package vn.coopfund.access;

import org.springframework.modulith.ApplicationModule;
