package prisme.demo;

/// Chooses who visits next: mostly somebody new, sometimes somebody who has been here today. All are forgotten at the
/// end of the day.
final class People {
    private static final double RETURNING = 0.22;
    private static final int REMEMBERED = 1 << 15;

    private final Person[] today = new Person[REMEMBERED];
    private int seen;
    private long day;

    Person next(long dayNow, Dice dice) {
        if (dayNow != day) {
            day = dayNow;
            seen = 0;
        }
        if (seen > 0 && dice.happens(RETURNING)) {
            return today[dice.below(Math.min(seen, REMEMBERED))];
        }
        Person person = Person.any(dice);
        today[seen++ % REMEMBERED] = person;
        return person;
    }
}
