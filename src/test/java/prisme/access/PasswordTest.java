package prisme.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prisme.http.LogLines;

class PasswordTest {
    @TempDir Path data;

    private Password madeUp() throws IOException {
        return Password.of(Secret.of(""), data);
    }

    /// What a crash has left behind of a password file is deleted, too.
    @Test void isTheOneThatIsSet() throws IOException {
        Files.writeString(data.resolve("dashboard-password.tmp"), "abc");
        Password password = Password.of(Secret.of("hunter2"), data);
        assertEquals(new Password(new Secret.Known("hunter2"), new Password.Place.Setting()), password);
        try (Stream<Path> files = Files.list(data)) {
            assertEquals(0, files.count());
        }
    }

    @Test void isMadeUpOnceAndKeptForTheOwnerAlone() throws IOException {
        Password password = madeUp();
        Path file = data.resolve("dashboard-password");
        assertEquals(new Password.Place.File(file), password.place());
        assertEquals(password.secret().text() + "\n", Files.readString(file));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertTrue(password.secret().text().matches("([2-9a-km-np-z]{5}-){3}[2-9a-km-np-z]{5}"));
        assertEquals(password, madeUp());
        try (Stream<Path> files = Files.list(data)) {
            assertEquals(1, files.count());
        }
    }

    @Test void isAnotherOneInAnotherPlace(@TempDir Path elsewhere) throws IOException {
        assertNotEquals(madeUp().secret(), Password.of(Secret.of(""), elsewhere).secret());
    }

    @Test void isWhateverTheOwnerWritesIntoTheFile() throws IOException {
        Files.writeString(data.resolve("dashboard-password"), "my own\r\n");
        assertEquals("my own", madeUp().secret().text());
    }

    @Test void namesTheFileThatCannotBeRead() throws IOException {
        Path directory = Files.createDirectory(data.resolve("dashboard-password"));
        assertTrue(assertThrows(IOException.class, this::madeUp).getMessage().contains(directory.toString()));
    }

    @Test void isMadeUpAnewWhereTheFileIsEmptyOrHalfWritten() throws IOException {
        Files.writeString(data.resolve("dashboard-password"), " \n");
        Files.writeString(data.resolve("dashboard-password.tmp"), "abc");
        String text = madeUp().secret().text();
        assertFalse(text.isBlank());
        assertEquals(text + "\n", Files.readString(data.resolve("dashboard-password")));
        assertFalse(Files.exists(data.resolve("dashboard-password.tmp")));
        assertInstanceOf(Password.Place.File.class, madeUp().place());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "\0\0\0", "a\tb", "two\nlines", "a\u001bb", "a\u0085b", "a\uFFFDb"})
    void isRefusedWhereNobodyCouldTypeIt(String text) throws IOException {
        Path file = Files.writeString(data.resolve("dashboard-password"), text);
        assertEquals(file + ": holds a password that nobody can type: it must be one line of UTF-8 without control"
                        + " characters; write another one, or delete it",
                assertThrows(IOException.class, this::madeUp).getMessage());
        assertEquals(text, Files.readString(file));
    }

    @Test void isRefusedWhereItIsNoUtf8() throws IOException {
        Files.write(data.resolve("dashboard-password"), "fenêtre".getBytes(StandardCharsets.ISO_8859_1));
        assertThrows(IOException.class, this::madeUp);
    }

    @Test void isWithoutTheByteOrderMarkThatAnEditorWrites() throws IOException {
        Files.writeString(data.resolve("dashboard-password"), "\uFEFFfenêtre\r\n");
        assertEquals("fenêtre", madeUp().secret().text());
    }

    @Test void saysThatWhatWasInTheFileIsReplaced() throws IOException {
        try (LogLines log = new LogLines("prisme.access")) {
            madeUp();
            madeUp();
            assertEquals(List.of(), log.all());
            Path file = Files.writeString(data.resolve("dashboard-password"), "\n");
            madeUp();
            assertEquals(List.of("what was in " + file
                    + " cannot be used and was written anew, so the password is another one"), log.all());
        }
    }
}
