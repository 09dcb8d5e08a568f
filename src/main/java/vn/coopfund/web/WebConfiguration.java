package vn.coopfund.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.text.ParseException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.money.MonetaryAmount;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.format.Formatter;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import vn.coopfund.money.Dong;
import vn.coopfund.money.DongFormat;

/** How requests are read and answers written, the same for every room. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    /** Bytes of JSON in one call, as much as a form may have: some calls are open to strangers. */
    private static final long LONGEST_BODY = 2_000_000;

    private final AllowedInterceptor allowed;
    private final FitCharacters fitCharacters;
    private final ObjectProvider<ObjectMapper> json;

    WebConfiguration(AllowedInterceptor allowed, FitCharacters fitCharacters, ObjectProvider<ObjectMapper> json) {
        this.allowed = allowed;
        this.fitCharacters = fitCharacters;
        this.json = json;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(allowed);
        registry.addInterceptor(fitCharacters);
        LocaleChangeInterceptor language = new LocaleChangeInterceptor();
        language.setParamName("lang");
        language.setIgnoreInvalidLocale(true);
        registry.addInterceptor(language).excludePathPatterns("/api/**");
    }

    @Override
    public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
        converters.add(0, new StrictBodies(json.getObject()));
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addFormatter(new AmountFormatter());
        registry.addFormatter(new DayFormatter());
    }

    /** The server's own word is the last: no page of ours is asked for an address that cannot be read. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerErrors() {
        return server -> server.addContextCustomizers(context ->
                ((StandardHost) context.getParent()).setErrorReportValveClass(ContainerErrors.class.getName()));
    }

    @Bean
    LocaleResolver localeResolver() {
        return new LanguageOfTheUser();
    }

    /** One bundle a room, found by name: {@code messages/<room>_vi.properties}. */
    @Bean
    MessageSource messageSource() throws IOException {
        Resource[] found = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*_vi.properties");
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasenames(Arrays.stream(found).map(Resource::getFilename)
                .map(name -> "messages/" + name.replace("_vi.properties", "")).sorted().toArray(String[]::new));
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setDefaultLocale(LanguageOfTheUser.VIETNAMESE);
        source.setAlwaysUseMessageFormat(true);
        return source;
    }

    @Bean
    Jackson2ObjectMapperBuilderCustomizer amountsAndIds() {
        return builder -> builder.modulesToInstall(modules -> modules.add(amounts()))
                .postConfigurer(mapper -> mapper.getFactory().setStreamReadConstraints(
                        StreamReadConstraints.builder().maxDocumentLength(LONGEST_BODY).build()));
    }

    private static Module amounts() {
        SimpleModule module = new SimpleModule("coopfund-amounts");
        module.addSerializer(new StdSerializer<>(MonetaryAmount.class) {
            @Override
            public void serialize(MonetaryAmount value, JsonGenerator json, SerializerProvider p) throws IOException {
                json.writeNumber(Dong.longOf(value));
            }
        });
        module.addDeserializer(MonetaryAmount.class, new StdScalarDeserializer<>(MonetaryAmount.class) {
            @Override
            public MonetaryAmount deserialize(JsonParser json, DeserializationContext context) throws IOException {
                try {
                    if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                        return Dong.stated(json.getBigIntegerValue().longValueExact());
                    }
                } catch (ArithmeticException | IllegalArgumentException beyond) {
                    context.reportInputMismatch(MonetaryAmount.class, "an amount goes up to 10^15 đồng");
                }
                return context.reportInputMismatch(MonetaryAmount.class, "an amount is a whole number of đồng");
            }
        });
        module.addDeserializer(String.class, new StdScalarDeserializer<>(String.class) {
            @Override
            public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
                String text = StringDeserializer.instance.deserialize(json, context);
                if (text != null && !PlainText.isFit(text)) {
                    throw new UnfitText(json);
                }
                return text;
            }
        });
        // a date is a text of year, month and day; numbers are not dates
        module.addDeserializer(LocalDate.class, new StdScalarDeserializer<>(LocalDate.class) {
            @Override
            public LocalDate deserialize(JsonParser json, DeserializationContext context) throws IOException {
                if (json.currentToken() == JsonToken.VALUE_STRING) {
                    try {
                        return DayFormatter.inRange(LocalDate.parse(json.getText(), DayFormatter.ISO));
                    } catch (DateTimeParseException notADay) {
                        context.reportInputMismatch(LocalDate.class, "a date is written YYYY-MM-DD");
                    } catch (IllegalArgumentException outside) {
                        context.reportInputMismatch(LocalDate.class, "dates go from 1900 to 2199");
                    }
                }
                return (LocalDate) context.handleUnexpectedToken(LocalDate.class, json);
            }
        });
        return module;
    }

    /** Amounts in forms: {@code 1.234.567}. */
    static class AmountFormatter implements Formatter<MonetaryAmount> {
        @Override
        public MonetaryAmount parse(String text, Locale locale) throws ParseException {
            try {
                return Dong.stated(DongFormat.parse(text));
            } catch (IllegalArgumentException unreadable) {
                throw new ParseException(text, 0);
            }
        }

        @Override
        public String print(MonetaryAmount amount, Locale locale) {
            return DongFormat.figures(Dong.longOf(amount));
        }
    }

    /** Dates in forms: what a browser's date field sends, or {@code dd/MM/yyyy} as people type it; a program writes ISO. */
    static class DayFormatter implements Formatter<LocalDate> {
        static final DateTimeFormatter ISO =
                DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
        private static final DateTimeFormatter TYPED =
                DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

        static LocalDate inRange(LocalDate day) {
            if (day.getYear() < 1900 || day.getYear() > 2199) {
                throw new IllegalArgumentException("outside 1900 to 2199: " + day);
            }
            return day;
        }

        @Override
        public LocalDate parse(String text, Locale locale) throws ParseException {
            try {
                return inRange(LocalDate.parse(text.strip(), text.contains("/") && !Calls.isCall() ? TYPED : ISO));
            } catch (DateTimeParseException | IllegalArgumentException unreadable) {
                throw new ParseException(text, 0);
            }
        }

        @Override
        public String print(LocalDate day, Locale locale) {
            return ISO.format(day);
        }
    }
}
