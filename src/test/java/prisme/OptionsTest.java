package prisme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.MethodRefEntry;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import prisme.settings.Settings;

/// Checks that the program reads every option.
class OptionsTest {
    private static final Path CLASSES = Path.of("target/classes/prisme");
    private static final String SETTINGS = Settings.class.getName().replace('.', '/');

    /* An option that is never read would be accepted silently, and change nothing. */
    @Test void areReadByTheProgram() throws IOException {
        Set<String> unread = settings();
        try (Stream<Path> files = Files.list(CLASSES)) {
            files.filter(file -> file.toString().endsWith(".class"))
                    .forEach(file -> unread.removeAll(calledBy(file)));
        }
        assertEquals(Set.of(), unread);
    }

    private static Set<String> settings() {
        return Stream.concat(Stream.of(Settings.class), Stream.of(Settings.class.getDeclaredClasses()))
                .flatMap(part -> Stream.of(part.getRecordComponents()))
                .map(OptionsTest::accessor).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String accessor(RecordComponent setting) {
        return setting.getDeclaringRecord().getName().replace('.', '/') + "." + setting.getName();
    }

    private static Set<String> calledBy(Path classFile) {
        ClassModel read = parsed(classFile);
        return StreamSupport.stream(read.constantPool().spliterator(), false)
                .filter(MethodRefEntry.class::isInstance).map(MethodRefEntry.class::cast)
                .filter(call -> call.owner().asInternalName().startsWith(SETTINGS))
                .map(call -> call.owner().asInternalName() + "." + call.name().stringValue())
                .collect(Collectors.toSet());
    }

    private static ClassModel parsed(Path classFile) {
        try {
            return ClassFile.of().parse(classFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
