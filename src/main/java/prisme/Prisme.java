package prisme;

/// The program: reads its command and runs it.
public final class Prisme {
    private Prisme() {}

    static void main(String[] args) {
        System.out.println("prisme");
    }
}
