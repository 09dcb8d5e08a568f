package vn.coopfund.products;

/** The sets of rules that may group the debts: of microfinance institutions, as the law asks, or of banks. */
public enum DebtRules { MICROFINANCE, BANK }
