package prisme.store;

/// Whether events can be stored at the moment. Changes are logged. Safe for use by many threads.
final class CurrentHealth {
    private static final System.Logger LOGGER = System.getLogger("prisme.store");

    private volatile Health health = new Health.Able();

    Health health() {
        return health;
    }

    /// To be called when events were stored, or could be.
    void worked() {
        if (health instanceof Health.Unable) {
            change(new Health.Able());
        }
    }

    /// To be called when events were not stored, or could not be.
    void failed(StoreException why) {
        change(new Health.Unable(why.getMessage()));
    }

    private synchronized void change(Health now) {
        Health before = health;
        health = now;
        if (now instanceof Health.Unable(String why) && before instanceof Health.Able) {
            LOGGER.log(System.Logger.Level.ERROR, () -> "events are not stored, and answered 503: " + why);
        } else if (now instanceof Health.Able && before instanceof Health.Unable) {
            LOGGER.log(System.Logger.Level.INFO, () -> "events are stored again");
        }
    }
}
