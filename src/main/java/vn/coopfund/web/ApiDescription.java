package vn.coopfund.web;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.money.MonetaryAmount;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/** What programs are told of the calls at {@code /v3/api-docs}: what they really take and answer. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String BASIC = "basic";
    private static final String PROBLEM = "Problem";
    private static final Map<String, String> REFUSALS = new LinkedHashMap<>();

    static {
        SpringDocUtils.getConfig().replaceWithClass(MonetaryAmount.class, Long.class);
        REFUSALS.put("400", "what cannot be parsed");
        REFUSALS.put("401", "not signed in");
        REFUSALS.put("403", "not for the caller's roles, or the caller took a part that excludes it");
        REFUSALS.put("404", "not there, or not the caller's");
        REFUSALS.put("409", "not as things stand now");
        REFUSALS.put("422", "wrong values, each at its field");
    }

    @Bean
    OpenAPI description(Texts texts) {
        return new OpenAPI()
                .info(new Info().title(texts.in(Locale.forLanguageTag("vi"), "web.fund.name")).version("1")
                        .description("Ids are opaque texts; amounts are whole đồng up to 10^15 as integers; dates are ISO; "
                                + "rates are decimal texts in percent."))
                .components(new Components().addSecuritySchemes(BASIC,
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme(BASIC)))
                .addSecurityItem(new SecurityRequirement().addList(BASIC));
    }

    /** RFC 9457 with what is wrong at which field. */
    private static Schema<?> problem() {
        Schema<?> error = new ObjectSchema().addProperty("field", new StringSchema().nullable(true))
                .addProperty("message", new StringSchema());
        return new ObjectSchema().addProperty("type", new StringSchema()).addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema()).addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema()).addProperty("errors", new ArraySchema().items(error));
    }

    /** A record inside a class is called after both: many classes have a record of the same name. */
    @Bean
    ModelResolver namedAfterTheirClass(ObjectMapperProvider json) {
        return new ModelResolver(json.jsonMapper(), new TypeNameResolver() {
            @Override
            protected String nameForClass(Class<?> type, Set<Options> options) {
                Class<?> outer = type.getEnclosingClass();
                return (outer == null ? "" : outer.getSimpleName()) + super.nameForClass(type, options);
            }
        });
    }

    @Bean
    OpenApiCustomizer refusals() {
        return api -> {
            api.getComponents().addSchemas(PROBLEM, problem());
            api.getPaths().values().forEach(path -> path.readOperationsMap().forEach(ApiDescription::addRefusals));
        };
    }

    private static void addRefusals(PathItem.HttpMethod method, Operation call) {
        boolean open = call.getSecurity() != null && call.getSecurity().isEmpty();
        Set<String> never = open ? Set.of("401", "403", "404", "409") : method == PathItem.HttpMethod.GET ? Set.of("409") : Set.of();
        REFUSALS.forEach((status, words) -> {
            if (!never.contains(status)) {
                call.getResponses().addApiResponse(status, new ApiResponse().description(words).content(new Content()
                        .addMediaType("application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)))));
            }
        });
    }

    /** A call that changes something and takes the request takes it for its key: see {@link Once#call}. */
    @Bean
    OperationCustomizer keys() {
        return (call, method) -> takesKey(call, method) ? call.addParametersItem(new HeaderParameter().name(Once.HEADER)
                .required(!method.hasMethodAnnotation(MayHaveKey.class)).schema(new StringSchema().maxLength(200))
                .description("a key of its own for each doing; the same key and body answer what was answered first")) : call;
    }

    private static boolean takesKey(Operation call, HandlerMethod method) {
        boolean said = call.getParameters() != null
                && call.getParameters().stream().anyMatch(parameter -> Once.HEADER.equals(parameter.getName()));
        return !said && method.hasMethodAnnotation(PostMapping.class) && Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType().equals(HttpServletRequest.class));
    }
}
