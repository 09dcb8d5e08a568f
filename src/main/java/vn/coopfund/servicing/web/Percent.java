package vn.coopfund.servicing.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.math.BigDecimal;

/** A rate in percent: a decimal string, as everywhere, or a number. */
class Percent extends StdScalarDeserializer<BigDecimal> {

    private static final long serialVersionUID = 1L;
    private static final String DECIMAL = "\\d{1,4}(\\.\\d{1,6})?";

    Percent() {
        super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser json, DeserializationContext context) throws IOException {
        JsonToken token = json.currentToken();
        boolean read = token == JsonToken.VALUE_STRING || token != null && token.isNumeric();
        String text = read ? json.getText().strip() : "";
        return text.matches(DECIMAL) ? new BigDecimal(text)
                : (BigDecimal) context.reportInputMismatch(BigDecimal.class, "a rate is a decimal in percent");
    }
}
