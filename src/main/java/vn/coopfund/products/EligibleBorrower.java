package vn.coopfund.products;

/** The kinds of borrower that a regulation may let in (Decree 45/2021/NĐ-CP art. 20); enterprises never. */
public enum EligibleBorrower {
    COOPERATIVE, UNION, PERSON
}
