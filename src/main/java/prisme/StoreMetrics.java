package prisme;

import java.util.Map;
import prisme.store.EventLog;
import prisme.store.Footprint;
import prisme.store.Housekeeper;
import prisme.store.StoreException;
import prisme.watch.Collector;
import prisme.watch.Exposition;

/// The metrics of the store.
record StoreMetrics(EventLog log, Housekeeper housekeeper, Damages damages) implements Collector {
    private static final double NANOS = 1e9;

    @Override public void write(Exposition exposition) {
        exposition.single("prisme_store_events_total", Exposition.Type.COUNTER, "Events that were ever stored here.",
                log.mark().sequence());
        exposition.single("prisme_store_fsyncs_total", Exposition.Type.COUNTER,
                "How often the log was forced onto the disk since the start.", log.syncs().count());
        exposition.single("prisme_store_fsync_seconds_total", Exposition.Type.COUNTER,
                "How long that took in all.", log.syncs().time().toNanos() / NANOS);
        exposition.single("prisme_store_damaged_places_total", Exposition.Type.COUNTER,
                "Damaged places of the store that the server came by since its start.", damages.count());
        exposition.single("prisme_store_segments_sealed_total", Exposition.Type.COUNTER,
                "Segments that were sealed since the start.", housekeeper.sealed());
        exposition.single("prisme_store_segments_dropped_total", Exposition.Type.COUNTER,
                "Segments that were dropped for their age since the start.", housekeeper.dropped());
        try {
            footprint(Footprint.of(log.directory()), exposition);
        } catch (StoreException _) {
            /* A directory that cannot be listed has no size to show; appends and reads tell what is wrong with it. */
        }
    }

    private static void footprint(Footprint found, Exposition exposition) {
        exposition.family("prisme_store_segments", Exposition.Type.GAUGE, "Segments of the store.")
                .sample("prisme_store_segments", Map.of("form", "log"), found.logs())
                .sample("prisme_store_segments", Map.of("form", "columns"), found.sealed());
        exposition.family("prisme_store_bytes", Exposition.Type.GAUGE, "What the segments take on the disk.")
                .sample("prisme_store_bytes", Map.of("form", "log"), found.logBytes())
                .sample("prisme_store_bytes", Map.of("form", "columns"), found.sealedBytes());
    }
}
