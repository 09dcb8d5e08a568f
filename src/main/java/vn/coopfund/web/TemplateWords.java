package vn.coopfund.web;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/**
 * {@code ${#show.amount(x)}} and {@code ${#head.url()}} in every expression of a template; beans by {@code @} are not
 * let into links, data attributes and the arguments of fragments.
 */
@Component
class TemplateWords extends AbstractDialect implements IExpressionObjectDialect, IExpressionObjectFactory {

    private final Map<String, Object> words;

    TemplateWords(Show show, Head head) {
        super("coopfund");
        this.words = Map.of("show", show, "head", head);
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return this;
    }

    @Override
    public Set<String> getAllExpressionObjectNames() {
        return words.keySet();
    }

    @Override
    public Object buildObject(IExpressionContext context, String name) {
        return words.get(name);
    }

    @Override
    public boolean isCacheable(String name) {
        return true;
    }
}
