package vn.coopfund.web;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Type;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;

/** Reads {@link Strict} bodies alone, with every field known. */
class StrictBodies extends MappingJackson2HttpMessageConverter {

    StrictBodies(ObjectMapper json) {
        super(json.copy().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));
    }

    @Override
    public boolean canRead(Type type, Class<?> context, MediaType mediaType) {
        return type instanceof Class<?> body && body.isAnnotationPresent(Strict.class) && super.canRead(type, context, mediaType);
    }

    @Override
    public boolean canWrite(Class<?> type, MediaType mediaType) {
        return false;
    }

    @Override
    public boolean canWrite(Type type, Class<?> context, MediaType mediaType) {
        return false;
    }
}
