/**
 * The program has one PostgreSQL, embedded with durable settings or an outside one, and knows two roles on it:
 * the tables' owner, who migrates, and the application, who may only read and write rows.
 */
@ApplicationModule(displayName = "Database", allowedDependencies = "money")
package vn.coopfund.database;

import org.springframework.modulith.ApplicationModule;
