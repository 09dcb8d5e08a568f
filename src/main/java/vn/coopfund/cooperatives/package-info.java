/** The registry of who may borrow: cooperatives, unions and persons, whom they are related to, and their consent. */
@ApplicationModule(allowedDependencies = {"access", "calendar", "money", "web", "documents"})
package vn.coopfund.cooperatives;

import org.springframework.modulith.ApplicationModule;
