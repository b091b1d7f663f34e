package prisme;

import prisme.visitors.Visitors;
import prisme.watch.Collector;
import prisme.watch.Exposition;

/// The metrics of the visitors in memory.
record VisitorMetrics(Visitors visitors) implements Collector {
    @Override public void write(Exposition exposition) {
        exposition.single("prisme_devices", Exposition.Type.GAUGE, "Devices with sessions in memory.",
                visitors.devices());
        exposition.single("prisme_sessions", Exposition.Type.GAUGE, "Sessions in memory.", visitors.sessions());
    }
}
