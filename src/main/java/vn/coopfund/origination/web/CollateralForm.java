package vn.coopfund.origination.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import javax.money.MonetaryAmount;
import vn.coopfund.collateral.CollateralKind;
import vn.coopfund.collateral.Item;
import vn.coopfund.collateral.ItemContent;
import vn.coopfund.money.Dong;

/** An item as it is offered on a page. */
public class CollateralForm {

    private CollateralKind kind;
    private String description;
    private MonetaryAmount estimate;
    private String owner;
    private String consent;
    private Long guarantorId;
    private String policy;
    private LocalDate insuredUntil;
    private Map<String, String> fields = new HashMap<>();

    /** The form of a kind, filled with what is known of an item that is to be written anew. */
    static CollateralForm of(Item item) {
        CollateralForm form = new CollateralForm();
        form.kind = item.kind();
        form.description = item.description();
        item.fields().forEach((field, value) -> form.fields.put(field.wire(), value));
        form.estimate = item.estimate() == null ? null : Dong.of(item.estimate());
        form.owner = item.owner();
        form.consent = item.consent();
        form.guarantorId = item.guarantorId();
        form.policy = item.policy();
        form.insuredUntil = item.insuredUntil();
        return form;
    }

    ItemContent content() {
        return new ItemContent(kind, description, fields, estimate, owner, consent, guarantorId, policy, insuredUntil);
    }

    public CollateralKind getKind() {
        return kind;
    }

    public void setKind(CollateralKind kind) {
        this.kind = kind;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public MonetaryAmount getEstimate() {
        return estimate;
    }

    public void setEstimate(MonetaryAmount estimate) {
        this.estimate = estimate;
    }

    public String getOwner() {
        return owner;
    }

    public void setOwner(String owner) {
        this.owner = owner;
    }

    public String getConsent() {
        return consent;
    }

    public void setConsent(String consent) {
        this.consent = consent;
    }

    public Long getGuarantorId() {
        return guarantorId;
    }

    public void setGuarantorId(Long guarantorId) {
        this.guarantorId = guarantorId;
    }

    public String getPolicy() {
        return policy;
    }

    public void setPolicy(String policy) {
        this.policy = policy;
    }

    public LocalDate getInsuredUntil() {
        return insuredUntil;
    }

    public void setInsuredUntil(LocalDate insuredUntil) {
        this.insuredUntil = insuredUntil;
    }

    public Map<String, String> getFields() {
        return fields;
    }

    public void setFields(Map<String, String> fields) {
        this.fields = fields;
    }
}
