package prisme.browser;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives each test a [Page] as a parameter, closed behind the last that the test does, and the [Chromium] that shows
/// it, the same one for all classes. They are skipped where no Chromium is installed.
public final class Browser implements BeforeAllCallback, ParameterResolver {
    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(Browser.class);

    @Override public void beforeAll(ExtensionContext context) {
        chromium(context);
    }

    @Override public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Chromium.class || type == Page.class;
    }

    @Override public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Chromium chromium = chromium(context);
        return parameter.getParameter().getType() == Chromium.class
                ? chromium : context.getStore(OURS).computeIfAbsent(Page.class, _ -> chromium.newPage());
    }

    private static Chromium chromium(ExtensionContext context) {
        return context.getRoot().getStore(OURS)
                .computeIfAbsent(Chromium.class, _ -> Chromium.start(), Chromium.class);
    }
}
