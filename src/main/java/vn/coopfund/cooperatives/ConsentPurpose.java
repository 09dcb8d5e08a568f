package vn.coopfund.cooperatives;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** For what personal data may be processed; each is asked for on its own (Law 91/2025/QH15). */
public enum ConsentPurpose {
    /** To take, appraise and decide applications, and to keep contracts and loans. */
    LENDING(true),
    /** To ask the Credit Information Centre and other lenders about debts: bad debt is checked by law. */
    CREDIT_HISTORY(true),
    /** To score the ability to repay. */
    CREDIT_SCORING(false),
    /** To pass on to the Alliance, to supervisors and auditors. */
    REPORTING(false),
    /** To remind by mail, SMS and Zalo. */
    NOTICES(false);

    private final boolean needed;

    ConsentPurpose(boolean needed) {
        this.needed = needed;
    }

    /** Whether the fund cannot lend without it. */
    public boolean needed() {
        return needed;
    }

    public static Set<ConsentPurpose> allNeeded() {
        return Arrays.stream(values()).filter(ConsentPurpose::needed)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ConsentPurpose.class)));
    }
}
