/** PURE: đồng, named rounding, splitting without losing a đồng, amounts in words and figures. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package vn.coopfund.money;
