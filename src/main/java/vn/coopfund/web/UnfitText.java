package vn.coopfund.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;

/** A text of a body has characters that no text may have; the path says where. */
class UnfitText extends JsonMappingException {

    private static final long serialVersionUID = 1L;

    UnfitText(JsonParser at) {
        super(at, "a control character");
    }
}
