package vn.coopfund.schedule;

/** On what the overdue rate runs while a row is unpaid after its due date (Circular 39/2016, article 20). */
public enum OverdueScope {

    /** On the unpaid principal of the rows that are overdue. */
    INSTALMENT,

    /** On all principal; due dates stay as they are. */
    WHOLE_BALANCE
}
