package prisme.http;

import java.lang.reflect.Field;

/// A field of the JDK's server, where there is no other way. The jar's manifest opens them (Add-Opens).
final class JdkField {
    private JdkField() {}

    /// @throws NoSuchFieldException when this JDK names it otherwise
    /// @throws RuntimeException     when it is not open
    static Field open(Class<?> type, String name) throws NoSuchFieldException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
