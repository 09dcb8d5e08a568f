/**
 * PURE: repayment terms and holidays in, a schedule out; day counts, rates, the allocation of a payment and the
 * position of a running loan, each đồng recomputable by hand from the contract.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"money"})
package vn.coopfund.schedule;
