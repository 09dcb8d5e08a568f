/** Papers of money: receipts, payments, credit advices and payment orders, one for each movement; the VietQR code. */
@ApplicationModule(allowedDependencies = {"access", "calendar", "database", "documents", "ledger", "money", "web"})
package vn.coopfund.vouchers;

import org.springframework.modulith.ApplicationModule;
